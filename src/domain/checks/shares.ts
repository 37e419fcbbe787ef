/**
 * A part of a whole beside the same part of the other bodies on the form. Shares of bodies are much more alike than
 * the bodies' sizes, so that a slip shows that neither the body's own past nor the arithmetic gives away. Soft.
 */
import type { Book } from '../aggregation/book.ts';
import { approximate, exact } from '../exact.ts';
import type { Form, Indicator } from '../definition.ts';
import type { Finding, Place } from '../finding.ts';
import { cellPlace, describeCell, roughly, whatOf } from './describe.ts';
import { soft } from './found.ts';
import { isValueOn, type AnsweredValue } from './peers.ts';
import { remembered } from './remembered.ts';
import { TOO_FEW } from './scale.ts';

/** A comparison needs this many other bodies that have both. */
const FEWEST = 8;
/** Shares have to be so many times apart, or as far as those of the others are from each other. */
const TIMES = 2;

type CellPlace = Extract<Place, { kind: 'cell' }>;

interface Pair {
  readonly part: Indicator;
  readonly whole: Indicator;
}

interface Share {
  readonly part: AnsweredValue;
  readonly whole: AnsweredValue;
  /** To compare with others, as the share is; what is printed is exact. */
  readonly amount: number;
  readonly share: number;
}

/**
 * Bodies whose share of a whole is far from that of all others, unless it was so before. What another finding says of
 * the body's cell is not said again.
 * @param found what the other checks have found
 */
export function findUnlikeShares(book: Book, found: readonly Finding[]): readonly Finding[] {
  const named = new Set(found.flatMap(cellsOfOneBody));
  return pairsOf(book).flatMap((pair) =>
    book.index.askedBy(pair.part.code).flatMap(({ form, bodies }) =>
      unlikeOthers(book, pair, form, bodies).flatMap((finding) => {
        const cells = cellsOfOneBody(finding);
        if (cells.some((cell) => named.has(cell))) return [];
        for (const cell of cells) named.add(cell);
        return [finding];
      }),
    ),
  );
}

/** Parts and wholes that bodies answer, by the declared checks and the ratios; each pair once. */
function pairsOf({ facts: { definition } }: Book): readonly Pair[] {
  const { checks, indicators } = definition;
  const declared = checks.flatMap((check) => (check.kind === 'at-most' ? [[check.part, check.whole]] : []));
  const divided = Object.values(indicators).flatMap(({ share, numerator, denominator }) =>
    share ? [[numerator, denominator]] : [],
  );
  const pairs = [...declared, ...divided].flatMap(([one = '', other = '']): readonly Pair[] => {
    const [part, whole] = [indicators[one], indicators[other]];
    return part && whole && isWatched(part) && isWatched(whole) ? [{ part, whole }] : [];
  });
  return [...new Map(pairs.map((pair) => [`${pair.part.code}/${pair.whole.code}`, pair])).values()];
}

function isWatched({ nature, outlier }: Indicator): boolean {
  return outlier !== null && (nature === 'flow' || nature === 'stock');
}

function unlikeOthers(book: Book, pair: Pair, form: Form, bodies: readonly string[]): readonly Finding[] {
  if (bodies.length <= FEWEST) return [];
  const shares = bodies.flatMap((entity) => shareOf(book, pair, form, entity));
  const ordered = shares.filter(({ share }) => share > 0).sort((left, right) => left.share - right.share);
  const nothing = shares.length - ordered.length;
  return shares.flatMap((one) => {
    // Where others have nothing as well, nothing is no slip.
    if (one.share === 0 && nothing > 1) return [];
    const [first, second] = ordered;
    const [last, before] = [ordered.at(-1), ordered.at(-2)];
    const [low, high] = [one === first ? second : first, one === last ? before : last];
    if (!low || !high || ordered.length - Number(one.share > 0) < FEWEST) return [];
    const times = Math.max(TIMES, high.share / low.share);
    const isHigh = one.share > high.share * times;
    if (!isHigh && one.share * times >= low.share) return [];
    // A small whole, or a small part of it, is what it is by chance.
    if (one.amount * Math.max(low.share, one.share) < approximate(TOO_FEW)) return [];
    if (wasSoBefore(book, pair, one)) return [];
    const { part, whole } = one;
    const { entity } = part.revision;
    const message = `${describeCell(book, part)}, ${isHigh ? 'cao' : 'thấp'} khác thường so với ${whatOf(book, whole)}: bằng ${percent(one)}, trong khi các đơn vị khác cùng biểu từ ${percent(low)} đến ${percent(high)}`;
    const id = `peers:${form.id}/${entity}/${pair.part.code}/${pair.whole.code}`;
    return [soft(id, 'peers', message, [{ places: [cellPlace(part), cellPlace(whole)] }])];
  });
}

function shareOf(book: Book, pair: Pair, form: Form, entity: string): readonly Share[] {
  const [part, whole] = [valueOn(book, pair.part, form, entity), valueOn(book, pair.whole, form, entity)];
  if (!part || !whole) return [];
  const [own, amount] = [Number(part.cell.value), Number(whole.cell.value)];
  return own >= 0 && amount > 0 ? [{ part, whole, amount, share: own / amount }] : [];
}

function valueOn(book: Book, { code }: Indicator, form: Form, entity: string): AnsweredValue | undefined {
  for (const answer of book.index.answers(code, entity)) if (isValueOn(form, answer)) return answer;
  return undefined;
}

/** True when the last known share of the body was much the same: it is how the body is. */
function wasSoBefore(book: Book, { part, whole }: Pair, now: Share): boolean {
  const scope = now.part.revision.entity;
  const [parts, wholes] = [part, whole].map(({ code }) => remembered(book, book.measure(code, { scope })));
  return (parts ?? []).some(({ period, value }) => {
    const then = wholes?.find((one) => one.period === period)?.value;
    if (then === undefined || then.compare(0) <= 0) return false;
    const share = approximate(value) / approximate(then);
    return now.share <= share * TIMES && share <= now.share * TIMES;
  });
}

function percent({ part, whole }: Share): string {
  return `${roughly(exact(part.cell.value).div(exact(whole.cell.value)).mul(100))}%`;
}

/** The cells of a finding that is about one body; one that adds up many says nothing of any. */
function cellsOfOneBody({ places }: Finding): readonly string[] {
  const cells = places.flatMap((place) => (place.kind === 'cell' ? [place] : []));
  const bodies = new Set(cells.map(({ entity }) => entity));
  return bodies.size === 1 ? cells.map(keyOf) : [];
}

function keyOf({ form, entity, field }: CellPlace): string {
  return `${form}/${entity}/${field}`;
}
