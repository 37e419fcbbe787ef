/** Writes an edition's files; each is complete under its name or not there. */
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
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

/** @returns the path of findings.json. */
export async function writeFindings(outDir: string, findings: readonly Finding[]): Promise<string> {
  await put(outDir, { 'findings.json': json(findings) });
  return join(outDir, 'findings.json');
}

/** Writes all under other names first: a full disk or a power cut leaves the files of the edition before. */
async function put(outDir: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const paths = Object.keys(files).map((name) => join(outDir, name));
  await orSay(outDir, async () => {
    try {
      await mkdir(outDir, { recursive: true });
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

async function orSay(outDir: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
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
