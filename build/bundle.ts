/** Makes one file of the program and its libraries: `dist/tong-hop.cjs`, from what the compiler wrote to `dist/`. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type OnLoadResult, type Plugin } from 'esbuild';
import { BUNDLE_END, BUNDLE_START, codeCacheOf } from '../src/run-bundle.ts';
import { writeParsedTemplate } from './parsed-template.ts';

const OUT = join(import.meta.dirname, '..', 'dist');
const BUNDLE = join(OUT, 'tong-hop.cjs');

/** Native, asked for by few, or large and for the pages alone: taken from node_modules when needed. */
const LEFT_OUT = [
  'sqlite3',
  'sass',
  'typescript',
  'chromium-bidi',
  '@tootallnate/quickjs-emscripten',
  'better-sqlite3',
  'mysql',
  'mysql2',
  'oracledb',
  'tedious',
  'mariadb',
  'pg-native',
  'pg-query-stream',
];

/** What goes into the bundle in the place of some modules of ours. */
const ownModules: Plugin = {
  name: 'own-modules',
  setup: (bundling) => {
    bundling.onLoad({ filter: /[/\\]dist[/\\]src[/\\].*\.js$/ }, async ({ path }): Promise<OnLoadResult> => {
      const isTemplate = relative(join(OUT, 'src', 'render'), path) === 'document-template.js';
      const contents = isTemplate ? writeParsedTemplate() : fromBundle(await readFile(path, 'utf8'), path);
      return { contents, resolveDir: dirname(path) };
    });
  },
};

/**
 * Modules find files beside themselves: in the bundle each keeps the address that it has alone. A text that the engine runs as
 * one script cannot import files by itself.
 */
function fromBundle(text: string, path: string): string {
  const place = JSON.stringify(relative(OUT, path));
  const address = `require("node:url").pathToFileURL(require("node:path").join(__dirname, ${place})).href`;
  return text.replaceAll('import.meta.url', address).replaceAll(/\bimport\((?!['"])/g, 'importFile(');
}

/**
 * The text in letters that take one byte each, which the engine reads twice as fast. Of others esbuild leaves those of regular
 * expressions, where an escape means the same.
 */
function asAscii(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// The code cache of another bundle is of no use.
await rm(codeCacheOf(BUNDLE), { force: true });
const { outputFiles } = await build({
  entryPoints: [join(OUT, 'src', 'cli.js')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minifyWhitespace: true,
  banner: { js: BUNDLE_START },
  footer: { js: BUNDLE_END },
  external: LEFT_OUT,
  plugins: [ownModules],
  logLevel: 'warning',
});
await writeFile(BUNDLE, asAscii(outputFiles[0]?.text ?? ''), 'latin1');
