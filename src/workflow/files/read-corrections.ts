/** A file of corrections: a row each, under Vietnamese headings; what is wrong is named by row and column. */
import { basename } from 'node:path';
import type { CorrectionRequest, RequestPart } from '../../domain/corrections/read-correction.ts';
import { columnAt, quoted, type FileProblem } from '../../domain/intake/file-problem.ts';
import { nameKey } from '../../domain/intake/name-key.ts';
import type { Sheet } from '../../domain/intake/sheet.ts';
import { readSheetFile } from './read-upload.ts';

export interface CorrectionRow {
  readonly request: CorrectionRequest;
  /** The place of a part of the request, for what is wrong with it. */
  readonly problem: (part: RequestPart, found: string, expected: string) => FileProblem;
}

export type CorrectionsReading =
  | { readonly ok: true; readonly rows: readonly CorrectionRow[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const MOST_MEGABYTES = 5;

/** Headings by part; the old value may be left out. */
const HEADINGS: Readonly<Record<RequestPart, string>> = {
  body: 'đơn vị',
  form: 'biểu',
  field: 'chỉ tiêu',
  from: 'số cũ',
  to: 'số mới',
  reason: 'lý do',
};
const PARTS = Object.keys(HEADINGS) as RequestPart[];
const EXPECTED = `các cột ${Object.values(HEADINGS).join(', ')}`;

export async function readCorrectionsFile(path: string): Promise<CorrectionsReading> {
  const read = await readSheetFile(path, basename(path), MOST_MEGABYTES);
  return read.ok ? readCorrectionsSheet(read.sheet) : { ok: false, problems: [read.problem] };
}

export function readCorrectionsSheet({ file, header, records }: Sheet): CorrectionsReading {
  const keys = header.map((name) => nameKey(name));
  const columns = new Map(PARTS.map((part) => [part, keys.indexOf(nameKey(HEADINGS[part]))]));
  const problems = headingProblems(file, header, columns);
  if (problems.length > 0) return { ok: false, problems };
  const filled = records.filter(({ values }) => values.some((value) => value.trim() !== ''));
  if (filled.length === 0)
    return {
      ok: false,
      problems: [{ file, found: 'không dòng nào dưới dòng tiêu đề', expected: 'mỗi đính chính một dòng' }],
    };
  const ragged = filled
    .filter(({ values }) => values.length !== header.length)
    .map(({ row, values }) => ({
      file,
      row,
      found: `${values.length} ô`,
      expected: `${header.length} ô như dòng tiêu đề; ô có dấu phẩy phải đặt trong dấu nháy kép`,
    }));
  if (ragged.length > 0) return { ok: false, problems: ragged };
  return {
    ok: true,
    rows: filled.map(({ row, values }) => {
      const text = (part: RequestPart): string => values[columns.get(part) ?? -1] ?? '';
      return {
        request: {
          body: text('body'),
          form: text('form'),
          field: text('field'),
          from: text('from'),
          to: text('to'),
          reason: text('reason'),
        },
        problem: (part, found, expected) => {
          const index = columns.get(part) ?? -1;
          const place = index < 0 ? {} : { column: columnAt(index, header[index]) };
          return { file, row, ...place, found, expected };
        },
      };
    }),
  };
}

function headingProblems(
  file: string,
  header: readonly string[],
  columns: ReadonlyMap<RequestPart, number>,
): readonly FileProblem[] {
  const missing = PARTS.filter((part) => part !== 'from' && (columns.get(part) ?? -1) < 0).map((part) => ({
    file,
    row: 1,
    found: `dòng tiêu đề không có «${HEADINGS[part]}»`,
    expected: EXPECTED,
  }));
  const known = new Set(columns.values());
  const unknown = header.flatMap((name, index) =>
    known.has(index)
      ? []
      : [
          {
            file,
            row: 1,
            column: columnAt(index, name),
            found: quoted(name),
            expected: `${EXPECTED}, mỗi cột một lần`,
          },
        ],
  );
  return [...missing, ...unknown];
}
