/** A reports folder of a test's own: a copy of the tiny definition that can be changed. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrokenCase } from './broken/broken-case.ts';

const TINY = join(import.meta.dirname, 'tiny');

/** Makes the copy, hands its path over, and removes it afterwards. */
export async function withReports<T>(use: (reportsDir: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tong-hop-definitions-'));
  try {
    const reportsDir = join(folder, 'reports');
    await cp(TINY, reportsDir, { recursive: true });
    return await use(reportsDir);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Changes one file. A patch that does not find its text exactly once is a mistake of the test. */
export async function change(reportsDir: string, file: string, how: BrokenCase['change']): Promise<void> {
  const path = join(reportsDir, file);
  if (how === 'remove') return rm(path);
  if ('create' in how) return writeFile(path, how.create);
  const [from, to] = how;
  const parts = (await readFile(path, 'utf8')).split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  return writeFile(path, parts.join(to));
}
