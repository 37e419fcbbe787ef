/**
 * Runs the built program, which is one file, with what the engine made of it before. Reading several hundred modules and
 * compiling their functions anew is half of the time of a short command; Node keeps such results itself only from 22.1 on,
 * and only of modules.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Where what the engine made of `bundle` is kept: of use to the same version of Node with the same options only. */
export function codeCacheOf(bundle: string): string {
  return `${bundle}.cache`;
}

/** A bundle is a function as Node makes of a CommonJS file, which calls `importFile` for an `import()` of what it does not hold. */
export const BUNDLE_START = '(function (exports, require, module, __filename, __dirname, importFile) {';
export const BUNDLE_END = '})';

/**
 * @param bundle path of a bundle, in ASCII
 * @param codeCache what the engine made of the same text; ignored when it is of another version or damaged
 */
export function runBundle(bundle: string, codeCache: Buffer | undefined): Script {
  const script = new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    ...(codeCache === undefined ? {} : { cachedData: codeCache }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, createRequire(bundle), module, bundle, dirname(bundle), importFile);
  return script;
}

/** Of a script that the engine is given so, `import()` has nowhere to look. */
function importFile(address: string): Promise<unknown> {
  return import(address);
}
