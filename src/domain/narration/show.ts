/** How a value becomes a run: rounded and worded once, with a ledger entry of its own; missing values as words. */
import type { Aggregate, Lack } from '../aggregation/measure.ts';
import type { Book } from '../aggregation/book.ts';
import { recordBreaks } from '../aggregation/series-break.ts';
import type { Scale } from '../definition.ts';
import { entityById } from '../entity.ts';
import { canonical, type Exact } from '../exact.ts';
import type { Run } from '../model/report-model.ts';
import { writeNumber, type ApproximationWord } from '../numbers/write-number.ts';
import { numberOption, textOption, WAITING, type HelperOptions } from './narrator.ts';

export interface DisplayOptions {
  readonly decimals?: number;
  readonly scale?: Scale | 'none';
  readonly word?: ApproximationWord;
  /** Round to this place, e.g. 1000. */
  readonly place?: number;
  /** Whole counts below ten as two digits; true in prose, false in tables. */
  readonly pad?: boolean;
  /** Stands before the number, e.g. "tăng ". */
  readonly prefix?: string;
  /** Written in this scale without its word: a table says it with the unit. */
  readonly countedIn?: Scale;
}

/** Bodies named one by one in a missing mark; the others are counted. */
const NAMED = 3;

export function displayOptions(options: HelperOptions): DisplayOptions {
  const decimals = numberOption(options, 'decimals');
  const scale = textOption(options, 'scale') as Scale | 'none' | undefined;
  const word = textOption(options, 'word') as ApproximationWord | undefined;
  const place = numberOption(options, 'place');
  return {
    ...(decimals === undefined ? {} : { decimals }),
    ...(scale === undefined ? {} : { scale }),
    ...(word === undefined ? {} : { word }),
    ...(place === undefined ? {} : { place }),
  };
}

/** The run of a measured value, in the indicator's unit (a percent keeps its sign). */
export function showAggregate(book: Book, aggregate: Aggregate, options: DisplayOptions = {}): Run {
  if (aggregate.value === null || aggregate.state === 'missing') return missingRun(book, aggregate);
  const { indicator } = aggregate;
  // The decimals of an indicator are those after its scale word: none in units.
  const unscaled = indicator.scale !== undefined && options.scale === 'none';
  return showNumber(book, aggregate.id, aggregate.value, {
    decimals: unscaled ? 0 : indicator.decimals,
    ...(indicator.rank ? { pad: false } : {}),
    ...(indicator.scale ? { scale: indicator.scale } : {}),
    ...options,
    suffix: indicator.unit === '%' ? '%' : '',
  });
}

/** The run of a value that the ledger entry `input` holds. */
export function showNumber(
  book: Book,
  input: string,
  value: Exact,
  options: DisplayOptions & { readonly suffix?: string },
): Run {
  const { decimals = 0, word, place, pad = true, suffix = '', prefix = '', countedIn } = options;
  const scale = countedIn ?? options.scale ?? 'none';
  const written = writeNumber(value, {
    decimals,
    pad: pad && suffix !== '%',
    scale,
    word,
    place,
    bare: countedIn !== undefined,
  });
  const text = `${prefix}${written.text}${suffix}`;
  const id = `show:${input}|${text}|${scale}|${decimals}|${word ?? ''}|${place ?? ''}`;
  const ledger = book.ledger.addLater(id, () => ({
    id,
    kind: 'display',
    formula: 'hiển thị',
    inputs: [input],
    value: canonical(value),
    display: {
      text,
      rounding: written.rounding,
      decimals,
      scale: scale === 'none' ? null : scale,
      wordAsked: word ?? null,
      wordPrinted: written.word,
    },
  }));
  return { kind: 'figure', text, ledger };
}

/** The run of words that come from figures, such as a list of bodies or "hầu hết". */
export function showWords(book: Book, inputs: readonly string[], text: string): Run {
  const ledger = book.ledger.add({
    id: `show:${inputs[0] ?? ''}|${text}`,
    kind: 'display',
    formula: 'hiển thị bằng chữ',
    inputs,
    value: text,
    display: { text, rounding: 'none', decimals: 0, scale: null, wordAsked: null, wordPrinted: null },
  });
  return { kind: 'figure', text, ledger };
}

/** What a draft prints instead of a value, naming the bodies that it waits for. */
export function missingRun(
  book: Book,
  {
    lacking,
    gap,
    indicator,
    measure,
  }: Pick<Aggregate, 'lacking' | 'gap'> &
    Partial<Pick<Aggregate, 'measure'>> & { readonly indicator: { readonly label: string } },
): Run {
  const needed = lacking.filter(({ why }) => why !== 'waived' && why !== 'justified' && why !== 'optional');
  // No body can send its past: that is brought in as history, and is nothing to wait for.
  const past = needed.filter(({ why }) => why === 'no-history');
  const waiting = needed.filter(({ why }) => why !== 'no-history');
  if (waiting.length > 0) return { kind: 'missing', text: `${WAITING}: ${namesOf(book, waiting)}]` };
  if (gap === 'zero-base')
    return { kind: 'missing', text: `[không tính được ${lowerFirst(indicator.label)}: mẫu số bằng không]` };
  if (gap === 'series-break') {
    if (measure) recordBreaks(book, measure, measure, true);
    return { kind: 'missing', text: '[không so sánh được do thay đổi cách tính]' };
  }
  if (gap === 'bodies-changed') return { kind: 'missing', text: '[không so sánh được do sắp xếp đơn vị]' };
  if (past.length > 0) return { kind: 'missing', text: `[chưa có số liệu kỳ trước: ${namesOf(book, past)}]` };
  if (gap === 'no-history') return { kind: 'missing', text: '[chưa có số liệu kỳ trước]' };
  if (gap === 'not-applicable') return { kind: 'missing', text: '[không áp dụng]' };
  return { kind: 'missing', text: '[chưa có số liệu]' };
}

function namesOf(book: Book, lacking: readonly Lack[]): string {
  const names = lacking.slice(0, NAMED).map(({ entity }) => nameOf(book, entity));
  const more = lacking.length - NAMED;
  return more > 0 ? `${names.join(', ')} và ${String(more).padStart(2, '0')} đơn vị khác` : names.join(', ');
}

/** A body's name within a sentence; provinces by their short name. */
export function nameOf(book: Book, entity: string, style: 'short' | 'full' = 'short'): string {
  const found = entityById(book.facts.definition.entities, entity);
  if (!found) return entity;
  const province = found.kind === 'tinh' || found.kind === 'thanh-pho';
  return province && style === 'short' ? found.shortName : found.name;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}
