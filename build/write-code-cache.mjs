/**
 * Runs the built demonstration in a folder of its own, and keeps what the engine made of the program meanwhile. A
 * function's code is only there once it has run; and a build that cannot do this much is not one to hand over.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { codeCacheOf, runBundle } from '../dist/src/run-bundle.js';

const bundle = join(import.meta.dirname, '..', 'dist', 'tong-hop.cjs');
const folder = mkdtempSync(join(tmpdir(), 'tong-hop-build-'));
// Code that has not run for a while would be thrown away before it is kept.
setFlagsFromString('--no-flush-bytecode');
process.argv.splice(2, Infinity, 'demo', '--once', '--dir', folder);
const script = runBundle(bundle, undefined);
process.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) return;
  // The engine takes back only what was made with the options that it is started with.
  setFlagsFromString('--flush-bytecode');
  writeFileSync(codeCacheOf(bundle), script.createCachedData());
});
