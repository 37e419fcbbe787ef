/** Writes an edition's files; each is complete under its name or not there. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compilation } from '../domain/compile.ts';
import type { Finding } from '../domain/finding.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface EditionFiles {
  readonly compilation: Compilation;
  readonly html: string;
  readonly pdf: Uint8Array;
}

/** @returns the path of report.pdf. */
export async function writeEdition(
  outDir: string,
  { compilation, html, pdf }: EditionFiles,
): Promise<string> {
  const { model, ledger, findings } = compilation;
  await put(outDir, 'report.html', html);
  await put(outDir, 'model.json', json(model));
  await put(outDir, 'ledger.json', json(ledger));
  await put(outDir, 'findings.json', json(findings));
  return put(outDir, 'report.pdf', pdf);
}

/** @returns the path of findings.json. */
export async function writeFindings(outDir: string, findings: readonly Finding[]): Promise<string> {
  return put(outDir, 'findings.json', json(findings));
}

async function put(outDir: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(outDir, name);
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(outDir, { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch {
    throw new WorkflowProblem(
      'output',
      `Không ghi được tệp ${path}. Đề nghị kiểm tra thư mục, quyền ghi và dung lượng đĩa.`,
    );
  }
  return path;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
