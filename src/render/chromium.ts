/**
 * Finds the browser's executable. The npm package's own `executablePath()` is not used: it unpacks to the shared
 * temporary folder and takes whatever lies there, of any version.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { packageVersion } from './package-files.ts';
import { privateFolder, userSuffix } from './private-folder.ts';
import { RenderError } from './render-error.ts';

const PACKAGE = '@sparticuz/chromium';

export interface Executable {
  readonly path: string;
  /** Shared libraries that a minimal system lacks (libnspr4.so …); null for a browser of the system's own. */
  readonly libraries: string | null;
}

/**
 * The executable at `chromiumPath`, else the one of the npm package, unpacked once to a folder of this user's and
 * this version's under `cacheDir`. Throws a `RenderError` when there is neither.
 */
export async function findChromium(chromiumPath: string | undefined, cacheDir: string): Promise<Executable> {
  if (chromiumPath !== undefined) {
    await access(chromiumPath, constants.X_OK).catch((cause: unknown) => {
      throw missing(`Không chạy được trình duyệt Chromium tại «${chromiumPath}».`, cause);
    });
    return { path: chromiumPath, libraries: null };
  }
  const root = packageFolder();
  const version = packageVersion(join(root, 'package.json'));
  const folder = join(cacheDir, `tong-hop-chromium-${version}-${userSuffix()}`);
  try {
    await privateFolder(folder, async (target) => {
      await unpackExecutable(join(root, 'bin', 'chromium.br'), join(target, 'chromium'));
      await unpackLibraries(join(root, 'bin', 'al2023.tar.br'), join(target, 'lib'));
    });
  } catch (cause) {
    if (cause instanceof RenderError) throw cause;
    throw new RenderError(
      'browser-missing',
      `Không giải nén được trình duyệt Chromium vào «${folder}». Hãy kiểm tra quyền ghi và dung lượng của thư mục này, hoặc đặt CACHE_DIR là thư mục khác.`,
      { cause },
    );
  }
  return { path: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}

function packageFolder(): string {
  try {
    // The package exports only its entry, two folders below its root.
    return dirname(dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE))));
  } catch (cause) {
    throw missing('Không tìm thấy trình duyệt Chromium để in PDF.', cause);
  }
}

function missing(what: string, cause: unknown): RenderError {
  const remedy = `Hãy chạy «npm ci» để cài gói ${PACKAGE}, hoặc đặt CHROMIUM_PATH là đường dẫn tới tệp chạy của Chromium.`;
  return new RenderError('browser-missing', `${what} ${remedy}`, { cause });
}

async function unpackExecutable(source: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(source),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o700 }),
  );
}

/** Writes the regular files of a brotli-compressed ustar archive, flat, into `folder`. */
async function unpackLibraries(source: string, folder: string): Promise<void> {
  const block = 512;
  const archive = await promisify(brotliDecompress)(await readFile(source));
  await mkdir(folder);
  for (let offset = 0; offset + block <= archive.length;) {
    const field = (start: number, length: number): string =>
      archive.toString('latin1', offset + start, offset + start + length).replace(/\0.*$/s, '');
    const name = field(0, 100);
    if (name === '') break;
    const size = Number.parseInt(field(124, 12), 8);
    const body = offset + block;
    if (field(156, 1) === '0')
      await writeFile(join(folder, basename(name)), archive.subarray(body, body + size));
    offset = body + Math.ceil(size / block) * block;
  }
}
