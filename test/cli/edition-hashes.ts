/** What an edition is known by: the SHA-256 of each of its files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const EDITION_FILES = ['report.pdf', 'report.html', 'model.json', 'ledger.json', 'findings.json'];

export function editionHashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    EDITION_FILES.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}
