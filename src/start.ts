#!/usr/bin/env -S node --max-semi-space-size=32
/** Entry of the built program: `npm run build` puts the bundle and its code cache beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeCacheOf, runBundle } from './run-bundle.ts';

const bundle = join(import.meta.dirname, '..', 'tong-hop.cjs');
const codeCache = codeCacheOf(bundle);
runBundle(bundle, existsSync(codeCache) ? readFileSync(codeCache) : undefined);
