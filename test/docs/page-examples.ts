/** The examples of docs/authoring.md: files under a bold path, what they print, what is wrong and what is said of it. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE } from '../../docs/generate-tables.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Answers of whole rosters, which the page tells in a sentence. */
const ROSTER_ANSWERS = join(ROOT, 'test/docs');
const SHARED = ['entities.csv', 'rosters.yaml', 'calendar.yaml'];
const EXAMPLE = /^\*\*(?:(prints|wrong|finding): )?([^*\n]+)\*\*\n\n```\w+\n([\s\S]*?)^```$/gm;

export interface Example {
  readonly role: 'file' | 'prints' | 'wrong' | 'finding';
  /** Path below the reports folder; for `wrong`, a case and a file; for `finding`, a case. */
  readonly name: string;
  readonly content: string;
}

export async function readPage(): Promise<string> {
  return readFile(PAGE, 'utf8');
}

export function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(EXAMPLE)].map(([, role = 'file', name = '', content = '']) => ({
    role: role as Example['role'],
    name,
    content,
  }));
}

/** Writes the files of the page, fragments of one file after each other, into a folder like `reports/`. */
export async function writeExamples(page: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of SHARED) await cp(join(ROOT, 'reports', name), join(folder, name));
  await cp(join(ROSTER_ANSWERS, 'so-tay'), join(folder, 'so-tay/samples'), { recursive: true });
  const files = new Map<string, string>();
  for (const { role, name, content } of examplesOf(page))
    if (role === 'file') files.set(name, (files.get(name) ?? '') + content);
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
