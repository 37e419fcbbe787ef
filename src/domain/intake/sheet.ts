/** A sheet that was sent in: its header against the columns that a form knows, and its rows by body. */
import type { Entity } from '../entity.ts';
import { columnAt, quoted, type FileProblem } from './file-problem.ts';
import { findEntity, type EntityIndex } from './find-entity.ts';
import { plainKey } from './name-key.ts';
import { nearestName } from './nearest-name.ts';

/** A file of comma-separated values, split but not yet understood. */
export interface Sheet {
  /** Name of the file, without folders. */
  readonly file: string;
  readonly header: readonly string[];
  readonly records: readonly SheetRecord[];
}

export interface SheetRecord {
  /** Row as a spreadsheet counts it: 2 is the first after the header. */
  readonly row: number;
  readonly values: readonly string[];
}

/** A column that the form knows. */
export interface KnownColumn {
  readonly id: string;
  readonly label: string;
  /** A sheet without it is refused. */
  readonly required: boolean;
}

/** A row of one body: its text by column id, and a way to name a place in it. */
export interface SheetRow {
  readonly entity: Entity;
  readonly row: number;
  /** "" where the sheet has no such column. */
  readonly text: (column: string) => string;
  readonly has: (column: string) => boolean;
  readonly problem: (column: string, found: string, expected: string) => FileProblem;
}

/** More rows and columns than any form has; they would be read for nothing. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 1_000;
const ENTITY: KnownColumn = { id: 'entity', label: 'mã hoặc tên đơn vị', required: true };

/**
 * The rows of a sheet by body, with everything that is wrong with its header, its shape and its bodies. Rows without
 * any text are passed over; rows that are not understood are left out of `rows`.
 */
export function readSheet(
  sheet: Sheet,
  columns: readonly KnownColumn[],
  bodies: EntityIndex,
): { readonly rows: readonly SheetRow[]; readonly problems: readonly FileProblem[] } {
  const tooLarge = sizeProblem(sheet);
  if (tooLarge) return { rows: [], problems: [tooLarge] };
  const header = sheet.header.map((name) => name.normalize('NFC').trim());
  const problems = [...headerProblems(sheet, header, [ENTITY, ...columns])];
  if (!header.includes(ENTITY.id)) return { rows: [], problems };
  const rows: SheetRow[] = [];
  // Of a name that stands there twice, which is a problem of its own, the first place counts.
  const places = new Map(header.map((name, place) => [name, place] as const).reverse());
  for (const record of sheet.records) {
    if (isBlank(record.values)) continue;
    const row = rowOf(sheet.file, places, header.length, record, bodies);
    if ('found' in row) problems.push(row);
    else rows.push(row);
  }
  return { rows, problems };
}

/** Problems of bodies that have more than one row. */
export function repeatedBodies(rows: readonly SheetRow[]): readonly FileProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ entity, row, text, problem }) => {
    const earlier = first.get(entity.id);
    if (earlier === undefined) first.set(entity.id, row);
    return earlier === undefined
      ? []
      : [problem(ENTITY.id, `${quoted(text(ENTITY.id))} đã có ở dòng ${earlier}`, 'mỗi đơn vị một dòng')];
  });
}

function rowOf(
  file: string,
  places: ReadonlyMap<string, number>,
  length: number,
  { row, values }: SheetRecord,
  bodies: EntityIndex,
): SheetRow | FileProblem {
  if (values.length < length || !isBlank(values.slice(length)))
    return {
      file,
      row,
      found: `${values.length} ô`,
      expected: `${length} ô như dòng tiêu đề; đề nghị kiểm tra dấu phẩy trong ô (ô có dấu phẩy phải đặt trong dấu nháy kép)`,
    };
  const text = (column: string): string => values[places.get(column) ?? -1] ?? '';
  const problem = (column: string, found: string, expected: string): FileProblem => ({
    file,
    row,
    column: columnAt(places.get(column) ?? -1, column),
    found,
    expected,
  });
  const typed = text(ENTITY.id).normalize('NFC');
  const finding = findEntity(bodies, typed);
  if (!finding.ok) return problem(ENTITY.id, quoted(typed), finding.expected);
  return { entity: finding.entity, row, text, has: (column) => places.has(column), problem };
}

function headerProblems(
  sheet: Sheet,
  header: readonly string[],
  known: readonly KnownColumn[],
): readonly FileProblem[] {
  const { file } = sheet;
  const ids = new Map(known.map((column) => [column.id, column]));
  if (!header.some((name) => ids.has(name)))
    return [
      {
        file,
        row: 1,
        found: quoted(header.join(', ')),
        expected: `dòng tiêu đề gồm «entity» và tên các cột, ví dụ «${known
          .slice(0, 3)
          .map(({ id }) => id)
          .join(',')}»`,
      },
    ];
  const keys = known.map(({ id }) => [plainKey(id), id] as const);
  const problems: FileProblem[] = [];
  for (const [index, name] of header.entries()) {
    const place = { file, row: 1, column: columnAt(index, name) };
    if (name === '') {
      const filled = sheet.records.find(({ values }) => (values[index] ?? '').trim() !== '');
      if (filled)
        problems.push({
          ...place,
          found: 'cột có số liệu mà không có tên',
          expected: 'tên cột, hoặc bỏ hẳn cột này',
        });
    } else if (!ids.has(name)) {
      const near = nearestName(name, keys);
      const hint = near === undefined ? '' : `; có phải «${near}»?`;
      problems.push({ ...place, found: quoted(name), expected: `tên một cột của biểu${hint}` });
    } else if (header.indexOf(name) !== index)
      problems.push({ ...place, found: `cột «${name}» lần thứ hai`, expected: 'mỗi cột một lần' });
  }
  for (const { id, label, required } of known)
    if (required && !header.includes(id))
      problems.push({
        file,
        row: 1,
        found: `dòng tiêu đề không có «${id}»`,
        expected: `cột «${id}» (${label})`,
      });
  return problems;
}

function sizeProblem({ file, header, records }: Sheet): FileProblem | null {
  if (records.length > MOST_ROWS)
    return { file, found: `${records.length} dòng`, expected: `tệp không quá ${MOST_ROWS} dòng` };
  if (header.length > MOST_COLUMNS)
    return { file, found: `${header.length} cột`, expected: `tệp không quá ${MOST_COLUMNS} cột` };
  return null;
}

function isBlank(values: readonly string[]): boolean {
  return values.every((value) => value.trim() === '');
}
