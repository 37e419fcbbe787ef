/**
 * Styles, scripts, fonts and pictures of the pages, made ready once: compiled, compressed, and named by their content, so
 * that a browser keeps them for good and never has an old one.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { programFolder } from '../render/package-files.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** Undefined for what is compressed already. */
  readonly gzip: Buffer | undefined;
  readonly brotli: Buffer | undefined;
}

export interface Assets {
  /** Where a page finds the asset of that name, e.g. "styles.css". */
  readonly address: (name: string) => string;
  /** The asset at an address. */
  readonly at: (address: string) => Asset | undefined;
}

export const ASSETS_PATH = '/tai-nguyen';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Upright, in two weights; the browser fetches of these files what the page's text needs. */
const FONTS = ['latin', 'vietnamese'].flatMap((subset) =>
  [400, 600].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
);

let made: Assets | undefined;

/** The assets of this process. The first call takes about a second. */
export function loadAssets(): Assets {
  return (made ??= makeAssets());
}

function makeAssets(): Assets {
  const sources = readSources();
  const addresses = new Map<string, string>();
  const assets = new Map<string, Asset>();
  const address = (name: string): string => {
    const known = addresses.get(name);
    if (known !== undefined) return known;
    const source = sources.get(name);
    if (!source) throw new Error(`the pages have no asset ${name}`);
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const bytes = type.startsWith('text/') ? withAddresses(source, address) : source;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const place = `${ASSETS_PATH}/${hash}/${name}`;
    addresses.set(name, place);
    assets.set(place, { type, bytes, ...compressed(bytes, extname(name)) });
    return place;
  };
  for (const name of sources.keys()) address(name);
  return { address, at: (path) => assets.get(path) };
}

function readSources(): ReadonlyMap<string, Buffer> {
  const folder = programFolder(join('templates', 'pages', 'assets'));
  const own = readdirSync(folder).filter((name) => extname(name) in TYPES);
  const fonts = packageFile('@fontsource/be-vietnam-pro', 'files');
  return new Map([
    ...own.map((name) => [name, readOwn(join(folder, name))] as const),
    ...FONTS.map((name) => [name, readFileSync(join(fonts, name))] as const),
    ['govuk-frontend.js', readFileSync(packageFile('govuk-frontend', 'dist/govuk/govuk-frontend.min.js'))],
    ['styles.css', compileStyles(join(folder, 'styles.scss'))],
  ]);
}

/** A script of ours without what only its authors read: comments on lines of their own, and indentation. */
function readOwn(file: string): Buffer {
  const source = readFileSync(file);
  if (extname(file) !== '.js') return source;
  const text = source
    .toString('utf8')
    .replaceAll(/^[ \t]*\/\*[^]*?\*\/[ \t]*\n/gm, '')
    .replaceAll(/^[ \t]*\/\/.*\n/gm, '')
    .replaceAll(/^[ \t\n]+/gm, '');
  return Buffer.from(text);
}

function compileStyles(file: string): Buffer {
  const { css } = compile(file, {
    style: 'compressed',
    // The parts of the design system are named as "govuk-frontend/dist/govuk/…".
    loadPaths: [dirname(packageFile('govuk-frontend', ''))],
    quietDeps: true,
  });
  return Buffer.from(css);
}

/** Text in which "asset:name", and "./name.js" that a script imports, stand for the address of another asset. */
function withAddresses(source: Buffer, address: (name: string) => string): Buffer {
  const text = source
    .toString('utf8')
    .replaceAll(/asset:([\w.-]+)/g, (_all, name: string) => address(name))
    .replaceAll(
      /^(import .*|\} )from '\.\/([\w-]+\.js)'/gm,
      (_all, before: string, name: string) => `${before}from '${address(name)}'`,
    )
    .replaceAll(/\n?\/\/# sourceMappingURL=.*/g, '');
  return Buffer.from(text);
}

function compressed(bytes: Buffer, extension: string): Pick<Asset, 'gzip' | 'brotli'> {
  if (extension === '.woff2') return { gzip: undefined, brotli: undefined };
  return {
    gzip: gzipSync(bytes, { level: 9 }),
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

function packageFile(name: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
}
