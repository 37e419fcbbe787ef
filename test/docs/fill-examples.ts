/** Second half of `npm run docs`: writes into docs/authoring.md what the program prints and finds for its examples. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGE } from '../../docs/generate-tables.ts';
import { withOutputs } from './example-outputs.ts';
import { readPage } from './page-examples.ts';

const folder = await mkdtemp(join(tmpdir(), 'authoring-'));
try {
  await writeFile(PAGE, await withOutputs(await readPage(), join(folder, 'reports')));
} finally {
  await rm(folder, { recursive: true });
}
