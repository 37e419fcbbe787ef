/** Runs for the cells of annex tables: values of one body, words for the states that are no values. */
import type { Answer } from '../../aggregation/answers.ts';
import { askedFor } from '../../aggregation/asked-for.ts';
import type { Book } from '../../aggregation/book.ts';
import { recordCell } from '../../aggregation/record-cell.ts';
import { stanceOf } from '../../aggregation/stance.ts';
import { stateOf, type Aggregate } from '../../aggregation/measure.ts';
import type { Indicator, NumberInTable } from '../../definition.ts';
import { exact } from '../../exact.ts';
import {
  missingRun,
  showAggregate,
  showNumber,
  showWords,
  type DisplayOptions,
} from '../../narration/show.ts';
import type { Block, Run, Runs } from '../report-model.ts';

/** Signs of Vietnamese statistical tables, explained under each table that uses them. */
export const SIGNS = {
  none: '-',
  pending: '...',
  notApplicable: 'x',
  waived: 'miễn',
  missing: 'c/n',
} as const;
const SIGN_OF = {
  none: SIGNS.none,
  pending: SIGNS.pending,
  'not-applicable': SIGNS.notApplicable,
} as const;
const MEANINGS: readonly (readonly [sign: string, meaning: string])[] = [
  [SIGNS.none, 'không phát sinh'],
  [SIGNS.pending, 'chưa có số liệu'],
  [SIGNS.notApplicable, 'không áp dụng'],
  [SIGNS.waived, 'được miễn nộp'],
  [SIGNS.missing, 'chưa nộp'],
];

/** What the signs mean that stand in the cells; nothing where none stands. */
export function legendOf(cells: readonly Runs[]): readonly string[] {
  const shown = new Set<string>();
  for (const [only, ...others] of cells)
    // Figures, which most cells are, stand for themselves.
    if (only && others.length === 0 && only.kind !== 'figure') shown.add(only.text);
  return MEANINGS.filter(([sign]) => shown.has(sign)).map(([sign, meaning]) => `“${sign}” ${meaning}`);
}

/** The note below a table; none without parts. */
export function noteBlocks(id: string, parts: readonly string[]): readonly Block[] {
  if (parts.length === 0) return [];
  const runs = words(`Ghi chú: ${parts.join('; ')}.`);
  return [{ kind: 'paragraph', id: `${id}-ghi-chu`, style: 'note', runs }];
}

export function words(text: string): Runs {
  return text === '' ? [] : [/\d/.test(text) ? { kind: 'name', text } : { kind: 'text', text }];
}

/** A note is a sentence: it gets its full stop, unless what is quoted at its end has one. */
export function asSentence(runs: Runs): Runs {
  const { text = '' } = runs.at(-1) ?? {};
  return /[.!?…][”)]?\s*$/.test(text) ? runs : [...runs, { kind: 'text', text: '.' }];
}

export function rowNumber(value: number): Runs {
  return [{ kind: 'numbering', text: String(value) }];
}

/** What one body answered to one indicator, or its derived value. */
export function bodyCell(book: Book, indicator: Indicator, entity: string, style: NumberInTable = {}): Runs {
  if (indicator.meets) return thresholdCell(book, indicator, entity);
  const derived = indicator.sum ?? indicator.difference ?? indicator.rows ?? indicator.numerator;
  if (derived || book.nesting.periodsOf(indicator.code)) return derivedCell(book, indicator, entity, style);
  if (!book.index.asked(indicator.code).has(entity)) return [];
  const answer = book.index.answer(indicator.code, entity);
  if ('lack' in answer) return lackRuns(answer);
  const { cell } = answer;
  if (cell.state !== 'value') return words(SIGN_OF[cell.state]);
  const id = recordCell(book, answer, indicator);
  switch (indicator.nature) {
    case 'flag':
      return [showWords(book, [id], cell.value === 'yes' ? 'Có' : 'Chưa')];
    case 'status':
      return [
        showWords(
          book,
          [id],
          capitalised(indicator.statuses.find((status) => status.id === cell.value)?.label ?? cell.value),
        ),
      ];
    case 'text':
      return [{ kind: 'quoted', text: cell.value, ledger: id }];
    case 'flow':
    case 'stock':
    case 'ratio':
      return [
        showNumber(book, id, exact(cell.value), {
          ...numberStyle(indicator, style),
          decimals:
            style.decimals ?? (style.scale === undefined ? decimalsOf(cell.value) : indicator.decimals),
        }),
      ];
  }
}

/** The value over all bodies of a table: a total, a national ratio, or how many answered yes. */
export function totalCell(book: Book, indicator: Indicator, of: string, style: NumberInTable = {}): Runs {
  if (indicator.nature === 'text' || indicator.nature === 'status') return [];
  const measure = book.measure(indicator.code, { scope: of });
  const value = book.value(measure);
  if (value.value === null && stateOf(value.lacking) !== 'missing') return noValue(book, value);
  if (indicator.nature !== 'flag' || value.state === 'missing') return [tableRun(book, value, style)];
  const { total, totalId } = book.count(measure);
  const all = showNumber(book, totalId, exact(String(total)), { pad: false });
  return [tableRun(book, value), { kind: 'text', text: '/' }, all];
}

/** In a table cell a name begins with a capital (Decree 30/2020/NĐ-CP, Appendix II). */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

/** A value in a table: in full or as the column asks, without approximation and without leading zero. */
export function tableRun(book: Book, aggregate: Aggregate, style: NumberInTable = {}): Run {
  return showAggregate(book, aggregate, numberStyle(aggregate.indicator, style));
}

/** The unit of a column or row, with the scale word in which its numbers are written. */
export function unitOf(unit: string, { scale }: NumberInTable): string {
  return scale === undefined ? unit : `${scale} ${unit}`.trim();
}

/** A column's heading: the label with the unit behind it, unless the label says it. */
export function headingOf(label: string, unit: string): Runs {
  const said = unit === '' || label.toLowerCase().includes(unit.toLowerCase());
  return words(said ? label : `${label} (${unit})`);
}

/** The scale word is said once, with the unit. */
export function numberStyle(
  { scale: own, decimals }: Partial<Indicator>,
  style: NumberInTable,
): DisplayOptions {
  const shown = style.decimals ?? (style.scale === undefined && own !== undefined ? 0 : (decimals ?? 0));
  const counted = style.scale === undefined ? {} : { countedIn: style.scale };
  return { scale: 'none', pad: false, decimals: shown, ...counted };
}

function derivedCell(book: Book, indicator: Indicator, entity: string, style: NumberInTable): Runs {
  const value = book.value(book.measure(indicator.code, { scope: entity }));
  const [first] = value.lacking;
  if (first) return lackRuns({ lack: first.why });
  return value.value === null ? noValue(book, value) : [tableRun(book, value, style)];
}

/** Why there is no value although nobody is waited for. */
function noValue(book: Book, value: Aggregate): Runs {
  if (value.gap === 'zero-base') return words(SIGNS.none);
  if (value.gap === 'not-applicable') return words(SIGNS.notApplicable);
  return value.lacking.length > 0 ? words(SIGNS.pending) : [missingRun(book, value)];
}

/** Whether the body's number meets the limit. */
function thresholdCell(book: Book, indicator: Indicator, entity: string): Runs {
  if (!askedFor(book, indicator.code).has(entity)) return [];
  const stance = stanceOf(book, book.measure(indicator.code), entity);
  if ('lack' in stance) return lackRuns(stance);
  if ('exempt' in stance) return words(SIGNS.notApplicable);
  return [showWords(book, [stance.ledger], stance.value === 'yes' ? 'Có' : 'Không')];
}

function lackRuns({ lack }: Pick<Extract<Answer, { lack: unknown }>, 'lack'>): Runs {
  if (lack === 'optional' || lack === 'not-asked') return [];
  if (lack === 'waived') return words(SIGNS.waived);
  if (lack === 'pending' || lack === 'justified' || lack === 'no-history') return words(SIGNS.pending);
  return [{ kind: 'missing', text: SIGNS.missing }];
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
