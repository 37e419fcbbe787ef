/** A copy of October in which something was typed wrong, compiled as a final: how mistakes really enter. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CompileResult } from '../../src/workflow/compile-edition.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openOffice, REPORT, REPORTS_DIR, SAMPLES } from './samples.ts';

const PERIOD = '2024-10';

/** The files of the sample, and the definition it is compiled from; both are copies. */
export interface AlteredSample {
  /** Types into a cell; a field that the file does not have becomes a new column. */
  readonly cell: (form: string, entity: string, field: string, value: string) => void;
  /** Empties all cells of a body's row, or takes the row out. */
  readonly empty: (form: string, entity: string) => void;
  readonly remove: (form: string, entity: string) => void;
  /** Changes the value of the history line that begins so, e.g. "truc-vb-tong,2024-09,period,". */
  readonly history: (line: string, value: string) => void;
  /** Gives reasons to findings. */
  readonly justify: (...findings: readonly string[]) => void;
  /** Replaces a passage, which must be there, in a file of the report's folder. */
  readonly definition: (file: string, passage: string, replacement: string) => void;
}

export type Alter = (sample: AlteredSample) => void;

/**
 * Imports and compiles the altered copy.
 * @throws WorkflowProblem when the import refuses it
 */
export async function compileAltered(alter: Alter): Promise<CompileResult> {
  const dir = mkdtempSync(join(tmpdir(), 'tong-hop-mistake-'));
  const [samples, reports] = [join(dir, PERIOD), join(dir, 'reports')];
  cpSync(join(SAMPLES, PERIOD), samples, { recursive: true });
  cpSync(REPORTS_DIR, reports, { recursive: true, filter: (path) => basename(path) !== 'samples' });
  alter(sampleIn(samples, join(reports, REPORT)));
  const office = await openOffice(reports);
  try {
    await importSubmissions(office, REPORT, PERIOD, [samples]);
    return await office.compile(PERIOD);
  } finally {
    await office.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function sampleIn(samples: string, report: string): AlteredSample {
  const changeRow = (
    form: string,
    entity: string,
    change: (row: Record<string, string>) => Record<string, string> | undefined,
  ): void => {
    const file = join(samples, `${form}.csv`);
    const rows: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true });
    if (!rows.some((row) => row['entity'] === entity)) throw new RangeError(`${form} has no ${entity}`);
    const changed = rows.flatMap((row) => (row['entity'] === entity ? (change(row) ?? []) : [row]));
    writeFileSync(file, toCsv(changed));
  };
  return {
    cell: (form, entity, field, value) => changeRow(form, entity, (row) => ({ ...row, [field]: value })),
    empty: (form, entity) =>
      changeRow(form, entity, (row) =>
        Object.fromEntries(Object.entries(row).map(([id, value]) => [id, id === 'entity' ? value : ''])),
      ),
    remove: (form, entity) => changeRow(form, entity, () => undefined),
    history: (line, value) => {
      const file = join(samples, 'history.csv');
      const found = readFileSync(file, 'utf8')
        .split('\n')
        .find((text) => text.startsWith(line));
      if (found === undefined) throw new RangeError(`history.csv has no ${line}`);
      const [indicator, period, span, scope, status, , ...rest] = found.split(',');
      replaceIn(file, found, [indicator, period, span, scope, status, value, ...rest].join(','));
    },
    justify: (...findings) => {
      const file = join(samples, 'period.yaml');
      const reasons = findings.map((id) => `  - finding: ${id}\n    reason: Đơn vị đã xác nhận số liệu.\n`);
      writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${reasons.join('')}`);
    },
    definition: (file, passage, replacement) => replaceIn(join(report, file), passage, replacement),
  };
}

function toCsv(rows: readonly Record<string, string>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => cells.map((cell) => quoted(cell)).join(',')).join('\n');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function replaceIn(file: string, passage: string, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(passage)) throw new RangeError(`${basename(file)} has no ${passage}`);
  writeFileSync(
    file,
    text.replace(passage, () => replacement),
  );
}
