/** Copies of the definitions, to be changed. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { REPORT, REPORTS_DIR } from '../reports/samples.ts';

/** The shared files and one report, with the samples that are named. */
export function copyReports(folder: string, samples: readonly string[] = []): string {
  cpSync(REPORTS_DIR, folder, { recursive: true, filter: (path) => belongs(path, samples) });
  return folder;
}

function belongs(path: string, samples: readonly string[]): boolean {
  const [first, second, sample] = path.slice(REPORTS_DIR.length + 1).split(sep);
  if (first === undefined || first === '' || /\.\w+$/.test(first)) return true;
  return first === REPORT && (second !== 'samples' || sample === undefined || samples.includes(sample));
}

/** Gives one form another title. */
export function changeForm(reports: string): void {
  edit(join(reports, REPORT, 'forms.yaml'), (text) =>
    text.replace(
      'title: Nền tảng tích hợp, chia sẻ dữ liệu quốc gia',
      'title: Nền tảng chia sẻ dữ liệu (sửa)',
    ),
  );
}

export function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} stayed as it was`);
  writeFileSync(path, after);
}
