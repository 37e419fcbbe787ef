/** Bodies in the order of a value of each: top. */
import { askedBodies } from '../../aggregation/total.ts';
import {
  measureId,
  stateOf,
  usable,
  type Aggregate,
  type KnownAggregate,
  type Lack,
} from '../../aggregation/measure.ts';
import { measureOf } from '../measures.ts';
import { helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { displayOptions, missingRun, nameOf, showAggregate, showWords } from '../show.ts';

const USUAL_LIMIT = 5;
/** Printed where no body has a value. */
const NOTHING = 'không có';

/** "Đà Nẵng (98,5%), Hà Nội (96,1%)": a body without a value may belong to them, so a draft waits for all. */
export const top = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const measure = measureOf(narrator, code, options);
  const asked = askedBodies(book, code, measure.scope);
  const values = asked.bodies.map((entity) => book.value({ ...measure, scope: entity }));
  const waiting = [...asked.lacking, ...values.flatMap(waitedFor)];
  if (stateOf(waiting) === 'missing')
    return sink.emit(
      missingRun(book, {
        lacking: waiting,
        indicator: book.indicator(code),
        ...(values.some(({ gap }) => gap === 'series-break') ? { gap: 'series-break' } : {}),
      }),
    );
  const ranked = inOrder(
    narrator,
    values.flatMap((value) => usable(value) ?? []),
    options,
  );
  const chosen = upTo(ranked, numberOption(options, 'limit') ?? USUAL_LIMIT);
  const lowest = isLowest(options);
  const id = book.ledger.add({
    id: `top:${lowest ? 'lowest' : 'highest'}:${chosen.length}:${measureId(measure)}`,
    kind: 'ranking',
    formula: `${chosen.length} đơn vị ${lowest ? 'thấp nhất' : 'cao nhất'} trong ${ranked.length} đơn vị`,
    inputs: ranked.map((value) => value.id),
    value: chosen.map((value) => value.measure.scope).join(', '),
    label: book.indicator(code).label,
    ...(waiting.length > 0 ? { lacking: waiting } : {}),
  });
  if (chosen.length === 0) return sink.emit(showWords(book, [id], NOTHING));
  return joined(
    chosen.map((value) => bodyText(narrator, id, value, options)),
    options,
  );
});

function bodyText(
  { book, sink }: Narrator,
  ranking: string,
  value: KnownAggregate,
  options: HelperOptions,
): string {
  const style = textOption(options, 'name') === 'full' ? 'full' : 'short';
  const name = sink.emit(showWords(book, [ranking], nameOf(book, value.measure.scope, style)));
  if (textOption(options, 'values') === 'false') return name;
  const number = sink.emit(showAggregate(book, value, displayOptions(options)));
  return `${name} (${number}${textOption(options, 'unit') ?? ''})`;
}

function joined(texts: readonly string[], options: HelperOptions): string {
  const join = textOption(options, 'join') ?? ', ';
  const last = textOption(options, 'last') ?? join;
  return texts.length > 1 ? `${texts.slice(0, -1).join(join)}${last}${texts.at(-1)}` : texts.join('');
}

/** By value; bodies of the same value by the Vietnamese alphabet. */
function inOrder(
  { book }: Narrator,
  values: readonly KnownAggregate[],
  options: HelperOptions,
): readonly KnownAggregate[] {
  const sign = isLowest(options) ? 1 : -1;
  const byName = new Intl.Collator('vi');
  const nameIn = ({ measure }: KnownAggregate): string => nameOf(book, measure.scope);
  return [...values].sort(
    (left, right) => sign * left.value.compare(right.value) || byName.compare(nameIn(left), nameIn(right)),
  );
}

/** So many, and those that are as high as the last of them: no body is left out by its name. */
function upTo(ranked: readonly KnownAggregate[], limit: number): readonly KnownAggregate[] {
  const last = ranked[limit - 1];
  return last ? ranked.filter((value, index) => index < limit || value.value.equals(last.value)) : ranked;
}

/** Why a body has no value yet; nothing where it cannot have one: it does not apply, or is a rate over nothing. */
function waitedFor(value: Aggregate): readonly Lack[] {
  if (usable(value) || value.gap === 'not-applicable' || value.gap === 'zero-base') return [];
  if (value.lacking.length > 0) return value.lacking;
  return [{ entity: value.measure.scope, why: 'no-history' }];
}

function isLowest(options: HelperOptions): boolean {
  return textOption(options, 'order') === 'lowest';
}
