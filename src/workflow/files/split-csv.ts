/** Text of comma-separated values, split into rows and cells; broken quotes and other delimiters are named. */
import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRecord } from '../../domain/intake/sheet.ts';
import type { FileProblem } from '../../domain/intake/file-problem.ts';
import { columnAt } from '../../domain/intake/file-problem.ts';

export type Split =
  | { readonly ok: true; readonly header: readonly string[]; readonly records: readonly SheetRecord[] }
  | { readonly ok: false; readonly problem: FileProblem };

const QUOTING: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'dấu nháy kép mở mà không đóng',
  INVALID_OPENING_QUOTE: 'dấu nháy kép ở giữa một ô không đặt trong dấu nháy',
  CSV_INVALID_CLOSING_QUOTE: 'chữ liền sau dấu nháy kép đóng',
};

/**
 * Splits a file of RFC 4180. Rows are counted as a spreadsheet counts them: a cell with line breaks is in one row, a
 * blank line is a row. Rows may still differ in length; whoever knows the columns says so.
 */
export function splitCsv(file: string, text: string): Split {
  const delimiter = otherDelimiter(text);
  if (delimiter !== null)
    return {
      ok: false,
      problem: {
        file,
        row: 1,
        found: `các ô cách nhau bằng ${delimiter}`,
        expected: 'các ô cách nhau bằng dấu phẩy',
      },
    };
  try {
    const rows = parse(text, { relax_column_count: true, skip_empty_lines: false, record_delimiter: '\n' });
    const [header = [], ...records] = rows;
    return { ok: true, header, records: records.map((values, index) => ({ row: index + 2, values })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: quotingProblem(file, error) };
  }
}

/** The delimiter of a header without any comma that has another mark instead. */
function otherDelimiter(text: string): string | null {
  const [header = ''] = text.split('\n', 1);
  if (header.includes(',')) return null;
  if (header.includes(';')) return 'dấu chấm phẩy (;)';
  return header.trim().includes('\t') ? 'dấu tab' : null;
}

function quotingProblem(file: string, error: CsvError): FileProblem {
  const index = Number(error['index'] ?? 0);
  return {
    file,
    row: Number(error['records'] ?? 0) + 1,
    column: columnAt(index),
    found: QUOTING[error.code] ?? 'nội dung không đúng dạng CSV',
    expected: 'ô có dấu phẩy hoặc dấu nháy đặt trong dấu nháy kép, dấu nháy bên trong ghi hai lần ("")',
  };
}
