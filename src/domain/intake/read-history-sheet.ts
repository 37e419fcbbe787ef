/** Earlier figures from a history file, each with its basis and its source. */
import type { Definition, Indicator, Span } from '../definition.ts';
import { exact, isCanonical } from '../exact.ts';
import type { HistoryValue } from '../facts.ts';
import { readNumber } from '../numbers/read-number.ts';
import { isPeriodId } from '../period.ts';
import { columnAt, quoted, type FileProblem } from './file-problem.ts';
import { nameKey, plainKey } from './name-key.ts';
import { nearestName } from './nearest-name.ts';
import { mayBeFraction } from './read-cell.ts';
import { refuse, type Reading } from './reading.ts';
import type { Sheet, SheetRecord } from './sheet.ts';

export type HistoryReading =
  | { readonly ok: true; readonly values: readonly HistoryValue[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const REQUIRED = ['indicator', 'period', 'span', 'scope', 'value', 'basis', 'source'] as const;
const COLUMNS = [...REQUIRED, 'status', 'roundedTo'] as const;
type ColumnName = (typeof COLUMNS)[number];

const SPANS: readonly Span[] = ['period', 'ytd', 'cumulative'];
const BASES: readonly (readonly [typed: string, basis: HistoryValue['basis']])[] = [
  ['công bố', 'published'],
  ['minh họa', 'illustrative'],
];

/** What the cells of a row are read against. */
interface Scope {
  readonly definition: Definition;
  /** Ids of bodies, blocks and rosters. */
  readonly scopes: ReadonlySet<string>;
}

/** Reads a history file. One figure may stand once: same indicator, period, span, scope and class. */
export function readHistorySheet(definition: Definition, sheet: Sheet): HistoryReading {
  const header = sheet.header.map((name) => name.normalize('NFC').trim());
  const problems: FileProblem[] = [...headerProblems(sheet.file, header)];
  if (problems.length > 0) return { ok: false, problems };
  const scopes = new Set([
    '',
    ...definition.entities.map(({ id }) => id),
    ...definition.rosters.map(({ id }) => id),
    ...Object.keys(definition.report.blocks),
  ]);
  const rows = new Map<string, number>();
  const values: HistoryValue[] = [];
  for (const record of sheet.records) {
    if (record.values.every((value) => value.trim() === '')) continue;
    const value = readRow(sheet.file, header, record, { definition, scopes }, problems);
    if (!value) continue;
    const key = [value.indicator, value.period, value.span, value.scope, value.status ?? ''].join(' ');
    const earlier = rows.get(key);
    if (earlier === undefined) rows.set(key, record.row);
    else
      problems.push({
        file: sheet.file,
        row: record.row,
        found: `số liệu đã có ở dòng ${earlier}`,
        expected: 'mỗi chỉ tiêu, kỳ, phạm vi một dòng',
      });
    values.push(value);
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems };
}

function readRow(
  file: string,
  header: readonly string[],
  { row, values }: SheetRecord,
  scope: Scope,
  problems: FileProblem[],
): HistoryValue | null {
  if (values.length !== header.length) {
    problems.push({
      file,
      row,
      found: `${values.length} ô`,
      expected: `${header.length} ô như dòng tiêu đề`,
    });
    return null;
  }
  const before = problems.length;
  const text = (column: ColumnName): string => (values[header.indexOf(column)] ?? '').normalize('NFC').trim();
  const read = <T>(column: ColumnName, reading: Reading<T>): T | null => {
    if (reading.ok) return reading.value;
    const place = { file, row, column: columnAt(header.indexOf(column), column) };
    problems.push({ ...place, found: reading.found, expected: reading.expected });
    return null;
  };
  const indicator = read('indicator', indicatorOf(text('indicator'), scope.definition));
  const period = read('period', periodOf(text('period')));
  const span = read('span', spanOf(text('span')));
  const of = read('scope', scopeOf(text('scope'), scope));
  const basis = read('basis', basisOf(text('basis')));
  const source = read(
    'source',
    text('source') === '' ? refuse('', 'nguồn của số liệu, ghi bằng chữ') : said(text('source')),
  );
  const status = indicator && read('status', statusOf(text('status'), indicator));
  const value = indicator && read('value', readHistoryValue(text('value'), indicator));
  const roundedTo = read('roundedTo', placeOf(text('roundedTo')));
  if (
    problems.length > before ||
    !indicator ||
    !period ||
    !span ||
    of === null ||
    !basis ||
    !source ||
    !value
  )
    return null;
  return {
    indicator: indicator.code,
    period,
    span,
    scope: of,
    ...(status ? { status } : {}),
    value,
    basis,
    source,
    ...(roundedTo ? { roundedTo } : {}),
  };
}

function headerProblems(file: string, header: readonly string[]): readonly FileProblem[] {
  const known: readonly string[] = COLUMNS;
  const missing = REQUIRED.filter((name) => !header.includes(name)).map((name) => ({
    file,
    row: 1,
    found: `dòng tiêu đề không có «${name}»`,
    expected: `các cột ${COLUMNS.join(', ')}`,
  }));
  const wrong = header.flatMap((name, index) => {
    const isSecond = header.indexOf(name) !== index;
    if (known.includes(name) && !isSecond) return [];
    return [
      {
        file,
        row: 1,
        column: columnAt(index, name),
        found: quoted(name),
        expected: `các cột ${COLUMNS.join(', ')}, mỗi cột một lần`,
      },
    ];
  });
  return [...missing, ...wrong];
}

function indicatorOf(text: string, { indicators }: Definition): Reading<Indicator> {
  const found = Object.hasOwn(indicators, text) ? indicators[text] : undefined;
  if (found) return said(found);
  const near = nearestName(
    text,
    Object.keys(indicators).map((code) => [plainKey(code), code] as const),
  );
  return refuse(text, `mã của một chỉ tiêu${near === undefined ? '' : `; có phải «${near}»?`}`);
}

function periodOf(text: string): Reading<string> {
  return isPeriodId(text)
    ? said(text)
    : refuse(text, 'kỳ báo cáo ghi như 2024-10, 2024-Q3, 2024-H1, 2023-9M hoặc 2024');
}

function spanOf(text: string): Reading<Span> {
  const span = SPANS.find((name) => name === text);
  return span ? said(span) : refuse(text, `một trong: ${SPANS.join(', ')}`);
}

function scopeOf(text: string, { scopes }: Scope): Reading<string> {
  if (scopes.has(text)) return said(text);
  const near = nearestName(
    text,
    [...scopes].map((id) => [plainKey(id), id] as const),
  );
  const hint = near === undefined || near === '' ? '' : `; có phải «${near}»?`;
  return refuse(text, `ô trống (tất cả), hoặc mã của một đơn vị, khối hay danh sách${hint}`);
}

function basisOf(text: string): Reading<HistoryValue['basis']> {
  const found = BASES.find(([typed]) => nameKey(typed) === nameKey(text));
  return found ? said(found[1]) : refuse(text, '«công bố» hoặc «minh họa»');
}

function statusOf(text: string, { statuses }: Indicator): Reading<string> {
  if (text === '' || statuses.some(({ id }) => id === text)) return said(text);
  const ids = statuses.map(({ id }) => `«${id}»`).join(', ');
  return refuse(text, ids === '' ? 'ô trống: chỉ tiêu này không chia theo mức' : `một trong: ${ids}`);
}

/** The file holds canonical text, in which "1.234" is a fraction; for a count it can only be a mistake. */
export function readHistoryValue(text: string, indicator: Indicator): Reading<string> {
  const reading = mayBeFraction(indicator) && isCanonical(text) ? said(text) : readNumber(text);
  if (!reading.ok) return refuse(text, reading.expected);
  const isSigned = indicator.signed || indicator.difference !== undefined;
  return reading.value.startsWith('-') && !isSigned ? refuse(text, 'số không âm') : reading;
}

function placeOf(text: string): Reading<string> {
  if (text === '') return said('');
  const reading = readNumber(text);
  if (reading.ok && exact(reading.value).compare(0) > 0) return reading;
  return refuse(text, 'giá trị của chữ số cuối cùng được công bố, ví dụ 100000 cho 9,8 triệu');
}

function said<T>(value: T): Reading<T> {
  return { ok: true, value };
}
