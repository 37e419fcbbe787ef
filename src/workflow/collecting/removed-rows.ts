/** The rows that were taken out of a table and may be put back. */
import type { KeptRow } from '../../domain/collecting/draft.ts';
import { isBlankRow } from '../../domain/collecting/read-row.ts';
import type { RemovedRow } from './form-desk.ts';

/** More are never looked for. */
const SHOWN = 20;

export function removedRows(removed: readonly KeptRow[]): readonly RemovedRow[] {
  return removed
    .filter(({ texts }) => !isBlankRow(texts))
    .sort((one, other) => other.version - one.version)
    .slice(0, SHOWN)
    .map(({ id, texts, by }) => ({ id, texts, by }));
}
