/** Reads history.csv: earlier figures of a report, published or illustrative. */
import { basename } from 'node:path';
import type { Definition } from '../../domain/definition.ts';
import { readHistorySheet, type HistoryReading } from '../../domain/intake/read-history-sheet.ts';
import { readSheetFile } from './read-upload.ts';

/** Years of figures by body and month. */
const MOST_MEGABYTES = 20;

export async function readHistory(path: string, definition: Definition): Promise<HistoryReading> {
  const read = await readSheetFile(path, basename(path), MOST_MEGABYTES);
  return read.ok ? readHistorySheet(definition, read.sheet) : { ok: false, problems: [read.problem] };
}
