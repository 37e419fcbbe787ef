/** The process that reads one workbook: bytes on standard input, an answer on standard output, and the end. */
import { buffer } from 'node:stream/consumers';
import type { ChildAnswer } from './read-in-child.ts';
import { readWorkbook } from './read-workbook.ts';
import { WorkbookRefused } from './refusal.ts';

async function answer(): Promise<ChildAnswer> {
  try {
    return { ok: true, workbook: await readWorkbook(await buffer(process.stdin)) };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

process.stdout.write(JSON.stringify(await answer()));
