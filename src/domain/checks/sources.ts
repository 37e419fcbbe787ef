/** Where a computed value came from: the cells, rows and history lines below it, in words and as places. */
import type { Book } from '../aggregation/book.ts';
import { exact, sum } from '../exact.ts';
import type { Place } from '../finding.ts';
import type { LedgerEntry } from '../ledger.ts';
import { nameOf } from '../narration/show.ts';
import { shortPeriodName } from '../period.ts';
import { aboutOf } from '../row-figures.ts';
import {
  amount,
  cellPlace,
  cellValue,
  fieldOf,
  labelOf,
  whatOf,
  whereOf,
  type Answered,
} from './describe.ts';

export interface Sources {
  readonly text: string;
  readonly places: readonly Place[];
  /** When a single cell is behind the value: its words, so that two cells of one body need not name it twice. */
  readonly cell?: { readonly where: string; readonly what: string };
  /** When a single earlier value is behind it: where that was published, or how it was made. */
  readonly origin?: string;
}

interface Leaf {
  readonly place: Place;
  /** Leaves with the same key are one kind of cell, answered by several bodies. */
  readonly key: string;
  readonly where: string;
  readonly what: string;
  readonly value: string;
}

/** Bodies named one by one; more of them are counted and added up. */
const NAMED = 3;
/** Places that a finding keeps; the ledger has them all. */
const KEPT = 100;

/** The sources of a ledger entry, nearest first. */
export function sourcesOf(book: Book, ledgerId: string): Sources {
  const leaves = leavesBelow(book, ledgerId);
  const computed: Place = {
    kind: 'computed',
    ledger: ledgerId,
    value: book.ledger.get(ledgerId)?.value ?? '',
  };
  const [only, ...others] = leaves;
  return {
    text: inWords(book, leaves),
    places: [computed, ...leaves.slice(0, KEPT).map(({ place }) => place)],
    ...(only?.place.kind === 'cell' && others.length === 0 ? { cell: only } : {}),
    ...(only?.place.kind === 'history' && others.length === 0 ? { origin: only.place.source } : {}),
  };
}

/** A single cell as a source of its own, e.g. one that states a control value. */
export function cellSource(book: Book, answer: Answered): Sources {
  const [where, what] = [whereOf(book, answer), whatOf(book, answer)];
  return { text: `${where}, ${what}`, places: [cellPlace(answer)], cell: { where, what } };
}

/** Two single cells side by side, "biểu F-BO, Bộ Y tế: ô … = 2 lớn hơn ô … = 1"; undefined when there are more. */
export function pairInWords(one: Sources, link: string, other: Sources): string | undefined {
  if (!one.cell || !other.cell) return undefined;
  return one.cell.where === other.cell.where
    ? `${one.cell.where}: ${one.cell.what} ${link} ${other.cell.what}`
    : `${one.text} ${link} ${other.text}`;
}

function leavesBelow(book: Book, ledgerId: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const open = [ledgerId];
  const seen = new Set<string>();
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const entry = book.ledger.get(id);
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    const leaf = leafOf(book, entry);
    if (leaf) leaves.push(leaf);
    // The old and the new cell are behind a correction; what counts is the difference.
    if (entry.kind !== 'correction') open.push(...entry.inputs);
  }
  return leaves;
}

function leafOf(book: Book, entry: LedgerEntry): Leaf | undefined {
  if (entry.kind === 'cell' && entry.cell) return cellLeaf(book, entry, entry.cell);
  if (entry.kind === 'cells' && entry.cells) return cellsLeaf(book, entry, entry.cells);
  if (entry.kind === 'row' && entry.cell) return rowLeaf(book, entry, entry.cell);
  if (entry.kind === 'history' && entry.history) return historyLeaf(entry, entry.history);
  if (entry.kind === 'correction' && entry.cell) return correctionLeaf(book, entry, entry.cell);
  return undefined;
}

function cellLeaf(book: Book, { value, carried }: LedgerEntry, cell: NonNullable<LedgerEntry['cell']>): Leaf {
  const { form, entity, revision } = cell;
  const field = fieldOf(book, form, cell.field);
  const period = revision.split('/')[0] ?? '';
  const which = period === book.facts.period.id ? '' : ` của ${shortPeriodName(period)}`;
  const text = value ?? '';
  return {
    place: { kind: 'cell', form, entity, field: cell.field, revision, value: text },
    key: `${form}/${cell.field}/${period}`,
    where: `biểu ${form}${which}, ${nameOf(book, entity)}`,
    what: `${aboutInWords(book, form, cell.field) ?? `ô “${field?.label ?? cell.field}”`} = ${cellValue(book, field, text)}${carried ? ` (giữ từ ${shortPeriodName(carried.from)})` : ''}`,
    value: text,
  };
}

/** The rows of a table that are about one body: “bảng “Khai sinh theo địa phương”, phần của An Giang”. */
function aboutInWords(book: Book, form: string, field: string): string | undefined {
  const about = aboutOf(field);
  const rows = about && book.facts.definition.indicators[about.indicator]?.rows;
  return rows && `bảng “${tableTitle(book, form, rows.table)}”, phần của ${nameOf(book, about.body)}`;
}

/** The cells of one field of very many bodies, which are not named. */
function cellsLeaf(
  book: Book,
  { id, value }: LedgerEntry,
  { form, field, period, bodies }: NonNullable<LedgerEntry['cells']>,
): Leaf {
  const which = period === book.facts.period.id ? '' : ` của ${shortPeriodName(period)}`;
  const total = value ?? '';
  return {
    place: { kind: 'computed', ledger: id, value: total },
    key: id,
    where: `biểu ${form}${which}`,
    what: `ô “${labelOf(book, form, field)}” của ${amount(String(bodies))} đơn vị, tổng hợp được ${amount(total)}`,
    value: total,
  };
}

function rowLeaf(book: Book, { id, value }: LedgerEntry, cell: NonNullable<LedgerEntry['cell']>): Leaf {
  const { form, entity, revision, field: table } = cell;
  const row = Number(id.slice(id.lastIndexOf('/') + 1));
  return {
    place: { kind: 'row', form, entity, table, row, revision, value: value ?? '' },
    key: `${form}/${table}`,
    where: `biểu ${form}, ${nameOf(book, entity)}`,
    what: `bảng “${tableTitle(book, form, table)}”, dòng ${row}`,
    value: value ?? '',
  };
}

function historyLeaf(
  { id, value, label = '' }: LedgerEntry,
  { source }: NonNullable<LedgerEntry['history']>,
): Leaf | undefined {
  const [, indicator = '', period = '', span = ''] = /^([^@[]+)[^@]*@([^:]+):([^/]+)/.exec(id) ?? [];
  if (value === null) return undefined;
  const whole = { period: '', ytd: ', từ đầu năm', cumulative: ', lũy kế' }[span] ?? '';
  return {
    place: { kind: 'history', indicator, period, value, source },
    key: id,
    where: `số liệu cũ ${shortPeriodName(period)}${whole}`,
    what: `“${label}” = ${amount(value)} (${source})`,
    value,
  };
}

function correctionLeaf(
  book: Book,
  { id, value }: LedgerEntry,
  { form, entity, revision, field }: NonNullable<LedgerEntry['cell']>,
): Leaf {
  const period = revision.split('/')[0] ?? '';
  const amountText = amount(value ?? '0');
  return {
    place: { kind: 'cell', form, entity, field, revision, value: value ?? '' },
    key: id,
    where: `đính chính biểu ${form} của ${shortPeriodName(period)}, ${nameOf(book, entity)}`,
    what: `ô “${labelOf(book, form, field)}” ${amountText.startsWith('-') ? '' : '+'}${amountText}`,
    value: value ?? '',
  };
}

/** Leaves of one kind together; a place that several of them share is named once. */
function inWords(book: Book, leaves: readonly Leaf[]): string {
  const kinds = new Map<string, Leaf[]>();
  for (const leaf of leaves) kinds.set(leaf.key, [...(kinds.get(leaf.key) ?? []), leaf]);
  const said = [...kinds.values()].flatMap((kind) => (kind.length > NAMED ? [together(book, kind)] : kind));
  return said
    .map(({ where, what }, index) => (said[index - 1]?.where === where ? what : `${where}, ${what}`))
    .join('; ');
}

function together(book: Book, leaves: readonly Leaf[]): Pick<Leaf, 'where' | 'what'> {
  const [first] = leaves;
  if (first?.place.kind !== 'cell')
    return { where: first?.where ?? '', what: `và nơi khác, ${leaves.length} dòng` };
  const { form, field } = first.place;
  return {
    where: `biểu ${form}`,
    what: `ô “${labelOf(book, form, field)}” của ${leaves.length} đơn vị, ${addedUp(book, leaves)}`,
  };
}

/** Numbers added up; other answers counted by what they say. */
function addedUp(book: Book, leaves: readonly Leaf[]): string {
  const values = leaves.map(({ value }) => value);
  if (values.every((value) => /^-?\d+(\.\d+)?$/.test(value)))
    return `cộng lại được ${amount(sum(values.map((value) => exact(value))))}`;
  const counts = new Map<string, number>();
  for (const { place, value } of leaves) {
    if (place.kind !== 'cell') continue;
    const word = cellValue(book, fieldOf(book, place.form, place.field), value);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `gồm ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}`;
}

function tableTitle(book: Book, formId: string, table: string): string {
  const form = book.facts.definition.forms.find(({ id }) => id === formId);
  return form?.tables.find(({ id }) => id === table)?.title ?? table;
}
