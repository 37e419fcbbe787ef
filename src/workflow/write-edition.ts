/** Writes an edition's files; each is complete under its name or not there. */
import { access, constants, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Compilation } from '../domain/compile.ts';
import type { Finding } from '../domain/finding.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/** The files that hold what was compiled, by name. */
export type CompiledFiles = Readonly<Record<'model.json' | 'ledger.json' | 'findings.json', string>>;

export type EditionFiles = CompiledFiles &
  Readonly<{
    'report.html': string;
    'report.pdf': Uint8Array;
  }>;

export function editionFiles({ model, ledger, findings }: Compilation): CompiledFiles {
  return { 'model.json': json(model), 'ledger.json': json(ledger), 'findings.json': json(findings) };
}

/** Makes the folder, so that one that cannot be written is said before anything is compiled and kept. */
export async function prepareFolder(outDir: string): Promise<void> {
  await orSay(outDir, async () => {
    await mkdir(outDir, { recursive: true });
    await access(outDir, constants.W_OK);
  });
}

/** @returns the path of report.pdf. */
export async function writeEdition(outDir: string, files: EditionFiles): Promise<string> {
  await put(outDir, files);
  return join(outDir, 'report.pdf');
}

export interface Refused {
  readonly findingsPath: string;
  /** Where the files of an earlier edition were moved to, if there were any. */
  readonly setAside?: string;
}

/** Writes findings.json, and sets an earlier edition aside, so that its PDF does not pass for the one that was refused. */
export async function writeFindings(outDir: string, findings: readonly Finding[]): Promise<Refused> {
  const setAside = await orSay(outDir, () => setEarlierAside(outDir));
  await put(outDir, { 'findings.json': json(findings) });
  const findingsPath = join(outDir, 'findings.json');
  return setAside === undefined ? { findingsPath } : { findingsPath, setAside };
}

/** Names of an edition's files; the PDF is first, since it is what people take for the report. */
const FILES: readonly (keyof EditionFiles)[] = [
  'report.pdf',
  'report.html',
  'model.json',
  'ledger.json',
  'findings.json',
];
const EARLIER = 'ban-truoc';

async function setEarlierAside(outDir: string): Promise<string | undefined> {
  const there = new Set(await readdir(outDir));
  // Findings alone are those of an earlier refusal.
  if (!FILES.some((name) => name !== 'findings.json' && there.has(name))) return undefined;
  const target = join(outDir, EARLIER);
  await mkdir(target, { recursive: true });
  for (const name of FILES)
    if (there.has(name)) await rename(join(outDir, name), join(target, name));
    else await rm(join(target, name), { force: true });
  return target;
}

/** Writes all under other names first: a full disk or a power cut leaves the files of the edition before. */
async function put(outDir: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const paths = Object.keys(files).map((name) => join(outDir, name));
  await orSay(outDir, async () => {
    try {
      await mkdir(outDir, { recursive: true });
      await clearUnfinished(outDir);
      for (const path of paths) await writeFile(unfinished(path), files[basename(path)] ?? '');
      for (const path of paths) await rename(unfinished(path), path);
    } catch (error) {
      for (const path of paths) await rm(unfinished(path), { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

function unfinished(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Takes away what processes of this machine left that were killed while they wrote. */
async function clearUnfinished(outDir: string): Promise<void> {
  for (const file of await readdir(outDir)) {
    const [, name, pid] = /^(.+)\.(\d+)\.tmp$/.exec(file) ?? [];
    if (FILES.some((own) => own === name) && !isAlive(Number(pid)))
      await rm(join(outDir, file), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function orSay<T>(outDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new WorkflowProblem(
      'output',
      `Không ghi được báo cáo vào thư mục ${outDir}. Đề nghị kiểm tra đường dẫn, quyền ghi và dung lượng đĩa.`,
      [],
      { cause },
    );
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
