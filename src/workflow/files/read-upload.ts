/** The files of an upload, found, named and split into sheets: what each is, before anybody looks at its figures. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Definition, Form, FormTable } from '../../domain/definition.ts';
import type { FileProblem } from '../../domain/intake/file-problem.ts';
import { plainKey } from '../../domain/intake/name-key.ts';
import { nearestName } from '../../domain/intake/nearest-name.ts';
import type { Sheet } from '../../domain/intake/sheet.ts';
import { validIn } from '../../domain/owed.ts';
import type { PeriodId } from '../../domain/period.ts';
import { decodeText } from './decode-text.ts';
import { readBytes, unreadable } from './read-bytes.ts';
import { splitCsv } from './split-csv.ts';

/** One sheet of a form: its main one, or one of its tables. */
export interface UploadedSheet {
  readonly form: Form;
  readonly table: FormTable | null;
  readonly sheet: Sheet;
}

export interface Upload {
  readonly sheets: readonly UploadedSheet[];
  readonly problems: readonly FileProblem[];
}

/** What a file is by its name. */
type Purpose = Omit<UploadedSheet, 'sheet'>;

const MOST_MEGABYTES = 5;
/** Files of a sample folder that are no submissions, and what programs leave behind. */
const BESIDE = /^(period\.yaml|history\.csv|expected\.json|.*\.md|\..*|~\$.*)$/i;

/**
 * Reads files, and the files of folders, in the order of the definition's forms.
 * In a folder everything must be a form's file; only the other files of a sample folder are passed over.
 */
export async function readUpload(
  definition: Definition,
  period: PeriodId,
  paths: readonly string[],
): Promise<Upload> {
  const purposes = purposesOf(definition);
  const problems: FileProblem[] = [];
  const files = new Map<string, string>();
  for (const path of await filesOf(paths, problems)) {
    const file = basename(path).normalize('NFC');
    const purpose = purposes.get(file.toLowerCase());
    const reason = purpose ? notAsked(purpose, period) : unknownName(file, purposes);
    if (reason) problems.push({ file, ...reason });
    else if (files.has(file.toLowerCase()))
      problems.push({ file, found: 'hai tệp cùng tên', expected: 'mỗi biểu một tệp' });
    else files.set(file.toLowerCase(), path);
  }
  const sheets: UploadedSheet[] = [];
  for (const [name, purpose] of purposes) {
    const path = files.get(name);
    if (path === undefined) continue;
    const sheet = await readSheetFile(path, fileNameOf(purpose), MOST_MEGABYTES);
    if (sheet.ok) sheets.push({ ...purpose, sheet: sheet.sheet });
    else problems.push(sheet.problem);
  }
  if (sheets.length === 0 && problems.length === 0) problems.push(nothingFound(paths, purposes));
  return { sheets, problems };
}

/** One file of comma-separated values as a sheet that is called `file`. */
export async function readSheetFile(
  path: string,
  file: string,
  mostMegabytes: number,
): Promise<
  { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly problem: FileProblem }
> {
  const read = await readBytes(path, mostMegabytes);
  if (!read.ok) return { ok: false, problem: { file, found: read.found, expected: read.expected } };
  const decoded = decodeText(read.bytes);
  if (!decoded.ok) {
    const { found, expected, row } = decoded;
    return { ok: false, problem: { file, found, expected, ...(row === undefined ? {} : { row }) } };
  }
  const split = splitCsv(file, decoded.text);
  return split.ok ? { ok: true, sheet: { file, header: split.header, records: split.records } } : split;
}

/** "F-TINH.csv", or "F-TINH.van-ban.csv" for a table. */
export function fileNameOf({ form, table }: Purpose): string {
  return table ? `${form.id}.${table.id}.csv` : `${form.id}.csv`;
}

/** By lower-case name, since some file systems do not keep the case. */
function purposesOf({ forms }: Definition): ReadonlyMap<string, Purpose> {
  const purposes = forms.flatMap((form) => [null, ...form.tables].map((table) => ({ form, table })));
  return new Map(purposes.map((purpose) => [fileNameOf(purpose).toLowerCase(), purpose]));
}

/** Each file once, in the order given; folders by the names of their files. */
async function filesOf(paths: readonly string[], problems: FileProblem[]): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  for (const path of paths.map((given) => resolve(given))) {
    try {
      if (!(await stat(path)).isDirectory()) files.add(path);
      else
        for (const entry of (await readdir(path, { withFileTypes: true })).toSorted(byName)) {
          const { name } = entry;
          if (entry.isDirectory())
            problems.push({
              file: name,
              found: 'thư mục con',
              expected: 'các tệp biểu mẫu đặt cùng một thư mục',
            });
          else if (!BESIDE.test(name)) files.add(join(path, name));
        }
    } catch (error) {
      const reason = unreadable(error);
      if (reason === null) throw error;
      problems.push({ file: basename(path), ...reason });
    }
  }
  return files;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

type Reason = Pick<FileProblem, 'found' | 'expected'>;

function notAsked({ form }: Purpose, period: PeriodId): Reason | null {
  if (validIn(form, period)) return null;
  return { found: `tệp của biểu ${form.id}`, expected: `chỉ các biểu được thu trong kỳ ${period}` };
}

function unknownName(file: string, purposes: ReadonlyMap<string, Purpose>): Reason {
  if (/\.(xlsx?|ods|docx?|pdf|zip|rar)$/i.test(file))
    return { found: 'tệp không phải CSV', expected: `tệp CSV, ví dụ ${exampleName(purposes)}` };
  const names = [...purposes.values()].map(fileNameOf);
  const near = nearestName(
    file,
    names.map((name) => [plainKey(name), name] as const),
  );
  return {
    found: 'tên tệp không khớp biểu nào',
    expected: near === undefined ? `tên như ${exampleName(purposes)}` : `tên của một biểu; có phải ${near}?`,
  };
}

function nothingFound(paths: readonly string[], purposes: ReadonlyMap<string, Purpose>): FileProblem {
  return {
    file: paths.map((path) => basename(resolve(path))).join(', '),
    found: 'không tệp biểu mẫu nào',
    expected: `ít nhất một tệp như ${exampleName(purposes)}`,
  };
}

function exampleName(purposes: ReadonlyMap<string, Purpose>): string {
  const [first] = purposes.values();
  return first ? fileNameOf(first) : '<BIỂU>.csv';
}
