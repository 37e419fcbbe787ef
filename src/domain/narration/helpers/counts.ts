/** Helpers that count bodies: count, share, list, bodies, most, ifAll, ifOne, ifAny. */
import { stateOf, type Count, type CountedBody } from '../../aggregation/measure.ts';
import { matchingRows } from '../../aggregation/rows.ts';
import { canonical, exact } from '../../exact.ts';
import type { Run } from '../../model/report-model.ts';
import { parseFilter } from '../filters.ts';
import { measureOf } from '../measures.ts';
import { wordsOf } from './words.ts';
import { branch, helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { missingRun, nameOf, showAggregate, showNumber, showWords } from '../show.ts';

/** From this share of all, a number of bodies is "hầu hết"; above a half it is "đa số". */
const MOST = 0.8;
const SHARE_DECIMALS = 1;
/** Printed for a list without names. */
const NOTHING = 'không có';

export const count = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const measure = measureOf(narrator, code, options);
  const value = book.value(measure);
  if (measure.period !== book.facts.period.id || value.state === 'missing')
    return sink.emit(showAggregate(book, value));
  const answered = book.count(measure);
  const { total, totalId } = answered;
  const counted = sink.emit(chosenRun(narrator, answered, options));
  if (options.hash['total'] === false || textOption(options, 'total') === 'false') return counted;
  return `${counted}/${sink.emit(showNumber(book, totalId, exact(String(total)), { pad: false }))}`;
});

/** N/M in percent. */
export const share = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const counted = book.count(measureOf(narrator, code, options));
  const { yes, total, totalId } = counted;
  if (counted.state === 'missing') return sink.emit(missingRun(book, counted));
  if (total === 0) return sink.emit(missingRun(book, { ...counted, gap: 'zero-base' }));
  const value = exact(String(yes.length))
    .div(exact(String(total)))
    .mul(100);
  const id = book.ledger.add({
    id: `share:${counted.id}`,
    kind: 'ratio',
    formula: '100 × N ÷ M',
    inputs: [counted.id, totalId],
    value: canonical(value),
    unit: '%',
  });
  const decimals = numberOption(options, 'decimals') ?? SHARE_DECIMALS;
  return sink.emit(showNumber(book, id, value, { decimals, suffix: '%' }));
});

export const list = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const counted = book.count(measureOf(narrator, code, options));
  if (counted.state === 'missing') return sink.emit(missingRun(book, counted));
  const chosen = chosenOf(counted, options);
  const style = textOption(options, 'name') === 'full' ? 'full' : 'short';
  const names = ordered(narrator, chosen, textOption(options, 'order') ?? 'roster').map(({ entity }) =>
    nameOf(book, entity, style),
  );
  if (names.length === 0) return sink.emit(showWords(book, [counted.id], NOTHING));
  const last = textOption(options, 'last') ?? ', ';
  const first = names.slice(0, numberOption(options, 'limit'));
  const text = first.length > 1 ? `${first.slice(0, -1).join(', ')}${last}${first.at(-1)}` : first.join('');
  const end = first.length < names.length ? (textOption(options, 'end') ?? '') : '';
  return `${sink.emit(showWords(book, [counted.id], text))}${end}`;
});

export const bodies = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const counted = book.count(measureOf(narrator, code, options));
  if (counted.state === 'missing') return sink.emit(missingRun(book, counted));
  const noun = textOption(options, 'noun') ?? '';
  const chosen = chosenOf(counted, options);
  const [only] = chosen;
  const none = saysNo(options) ? 'không có' : 'chưa có';
  if (!only) return sink.emit(showWords(book, [counted.id], `${none} ${noun} nào`));
  if (chosen.length === 1) return sink.emit(showWords(book, [counted.id], nameOf(book, only.entity, 'full')));
  return `${sink.emit(chosenRun(narrator, counted, options))} ${noun}`;
});

export const most = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const counted = book.count(measureOf(narrator, code, options));
  if (counted.state === 'missing') return sink.emit(missingRun(book, counted));
  return sink.emit(showWords(book, [counted.id, counted.totalId], quantifier(counted)));
});

export const ifAll = helper((narrator, [code = ''], options) => {
  const counted = narrator.book.count(measureOf(narrator, code, options));
  return branch(
    options,
    counted.state !== 'missing' && counted.total > 0 && counted.yes.length === counted.total,
  );
});

export const ifOne = helper((narrator, [code = ''], options) => {
  const counted = narrator.book.count(measureOf(narrator, code, options));
  return branch(options, counted.state !== 'missing' && chosenOf(counted, options).length === 1);
});

/** What is not known yet is never said to be nothing: the content is printed, with its missing marks. */
export const ifAny = helper((narrator, [name = ''], options) => {
  const { book, sink } = narrator;
  const { any, unknown } = book.facts.definition.indicators[name]
    ? anyOf(narrator, name, options)
    : anyRow(narrator, name, options);
  // What is not known is not "none": neither branch would be true.
  return !any && unknown ? sink.emit(missingRun(book, unknown)) : branch(options, any);
});

interface Any {
  readonly any: boolean;
  /** Set when bodies have not answered, so that a zero may be none. */
  readonly unknown?: Parameters<typeof missingRun>[1] | undefined;
}

function anyRow(narrator: Narrator, table: string, options: HelperOptions): Any {
  const where = parseFilter(textOption(options, 'where'));
  const { rows, lacking } = matchingRows(narrator.book, { table, where });
  return {
    any: rows.length > 0,
    unknown: stateOf(lacking) === 'missing' ? { lacking, indicator: { label: '' } } : undefined,
  };
}

function anyOf(narrator: Narrator, code: string, options: HelperOptions): Any {
  const { book } = narrator;
  const indicator = book.indicator(code);
  if (indicator.nature === 'text') {
    const { said, lacking } = wordsOf(book, code, textOption(options, 'of') ?? '');
    return {
      any: said.length > 0,
      unknown: stateOf(lacking) === 'missing' ? { lacking, indicator } : undefined,
    };
  }
  const measure = measureOf(narrator, code, options);
  if (saysNo(options)) {
    const counted = book.count(measure);
    return { any: counted.no.length > 0, unknown: counted.state === 'missing' ? counted : undefined };
  }
  const aggregate = book.value(measure);
  const { value, lacking, gap } = aggregate;
  const unknown =
    stateOf(lacking) === 'missing' || gap === 'no-history' || (value === null && lacking.length > 0);
  return { any: (value?.compare(0) ?? 0) > 0, unknown: unknown ? aggregate : undefined };
}

function saysNo(options: HelperOptions): boolean {
  return textOption(options, 'answer') === 'no';
}

/** The bodies that answered as the text asks for: yes, or no. */
function chosenOf({ yes, no }: Count, options: HelperOptions): readonly CountedBody[] {
  return saysNo(options) ? no : yes;
}

/** The run of how many they are. */
function chosenRun({ book }: Narrator, counted: Count, options: HelperOptions): Run {
  if (!saysNo(options)) return showAggregate(book, counted);
  const { no } = counted;
  const value = exact(String(no.length));
  const id = book.ledger.add({
    id: `no:${counted.id}`,
    kind: 'count',
    formula: 'đếm đơn vị không thuộc số đã đếm',
    inputs: [...no.map(({ cell }) => cell), counted.totalId],
    value: canonical(value),
    label: counted.indicator.label,
  });
  return showNumber(book, id, value, {});
}

function quantifier({ yes, total }: Count): string {
  if (yes.length === 0) return 'chưa có';
  if (yes.length === total) return 'tất cả';
  if (yes.length >= total * MOST) return 'hầu hết';
  return yes.length > total / 2 ? 'đa số' : 'một số';
}

function ordered({ book }: Narrator, chosen: readonly CountedBody[], order: string): readonly CountedBody[] {
  if (order === 'roster') return chosen;
  const byName = new Intl.Collator('vi');
  const names = ({ entity }: CountedBody): string => nameOf(book, entity);
  return [...chosen].sort((left, right) => {
    const dates = order === 'date' ? (left.date ?? '9999').localeCompare(right.date ?? '9999') : 0;
    return dates || byName.compare(names(left), names(right));
  });
}
