/** Reads one file whole, but never more of it than a file of its kind can hold. */
import { readFile, stat } from 'node:fs/promises';

export type Bytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly found: string; readonly expected: string };

const MEGABYTE = 1024 * 1024;

const NO_FILE = { found: 'thiết bị hoặc đường ống', expected: 'một tệp trên đĩa' };
const REAL_PATH = 'đường dẫn của một tệp hoặc thư mục có thật';

/** The bytes of a file, or why it cannot be read; what the file system alone knows is thrown. */
export async function readBytes(path: string, mostMegabytes: number): Promise<Bytes> {
  try {
    const found = await stat(path);
    // A pipe or a device may give bytes for ever, or none.
    if (!found.isFile() && !found.isDirectory()) return { ok: false, ...NO_FILE };
    const { size } = found;
    if (size > mostMegabytes * MEGABYTE) return tooLarge(size, mostMegabytes);
    const bytes = await readFile(path);
    return bytes.length > mostMegabytes * MEGABYTE
      ? tooLarge(bytes.length, mostMegabytes)
      : { ok: true, bytes };
  } catch (error) {
    const reason = unreadable(error);
    if (reason === null) throw error;
    return { ok: false, ...reason };
  }
}

/** Why a path cannot be read, in words, or null for a fault of another kind. */
export function unreadable(error: unknown): { readonly found: string; readonly expected: string } | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { found: 'đường dẫn không tồn tại', expected: REAL_PATH };
    case 'ELOOP':
      return { found: 'liên kết vòng quanh', expected: REAL_PATH };
    case 'ENAMETOOLONG':
      return { found: 'đường dẫn quá dài', expected: REAL_PATH };
    case 'EIO':
      return { found: 'tệp hỏng hoặc đĩa lỗi', expected: 'tệp đọc được; đề nghị chép lại tệp' };
    case 'EACCES':
    case 'EPERM':
      return { found: 'tệp không cho đọc', expected: 'quyền đọc tệp' };
    case 'EISDIR':
      return { found: 'một thư mục', expected: 'một tệp' };
    default:
      return null;
  }
}

function tooLarge(size: number, mostMegabytes: number): Bytes {
  const megabytes = (size / MEGABYTE).toFixed(1).replace('.', ',');
  return { ok: false, found: `tệp ${megabytes} MB`, expected: `tệp không quá ${mostMegabytes} MB` };
}
