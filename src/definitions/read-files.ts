/** Reads the text files of a definition; a file that cannot be read is one clear sentence. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Problem } from './problem.ts';

export interface TextFile {
  /** As problems name it. */
  readonly file: string;
  /** UTF-8 without byte order mark, lines ending in "\n". */
  readonly text: string;
}

/** A reader of files below a reports folder that collects what is wrong with them. */
export interface FileReader {
  /** How problems name a path within the reports folder; "" is the folder itself. */
  readonly name: (path: string) => string;
  /** The file's text, or undefined: then a problem was noted, unless the file is absent and may be. */
  readonly read: (path: string, absent: 'problem' | 'allowed') => Promise<TextFile | undefined>;
  /** Paths of the files in a folder, or of all below it, with "/"; empty when it is absent, or cannot be listed: then a problem was noted. */
  readonly list: (path: string, which: 'inside' | 'below') => Promise<readonly string[]>;
  readonly problems: readonly Problem[];
  readonly note: (...problems: readonly Problem[]) => void;
}

export function fileReader(reportsDir: string): FileReader {
  const problems: Problem[] = [];
  const name = (path: string): string =>
    path === '' ? basename(reportsDir) : `${basename(reportsDir)}/${path}`;
  return {
    name,
    problems,
    note: (...found) => void problems.push(...found),
    read: async (path, absent) => {
      const file = name(path);
      try {
        const text = decode(await readFile(join(reportsDir, path)));
        const wrong = firstLineNotNfc(text);
        if (wrong !== undefined)
          problems.push({
            file,
            line: wrong,
            message: 'chữ tiếng Việt chưa ở dạng dựng sẵn (Unicode NFC); vui lòng lưu lại tệp ở dạng này.',
          });
        return { file, text };
      } catch (error) {
        const message = readingFault(error, absent);
        if (message !== undefined) problems.push({ file, line: 1, message });
        return undefined;
      }
    },
    list: async (path, which) => {
      const folder = join(reportsDir, path);
      try {
        const entries = await readdir(folder, { recursive: which === 'below', withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
          .sort();
      } catch (error) {
        const message = readingFault(error, 'allowed');
        if (message !== undefined) problems.push({ file: name(path), line: 1, message });
        return [];
      }
    },
  };
}

/** True when the path is a folder; whether it can be read shows when it is read. */
export async function folderExists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Ids of the folders in `reportsDir` that hold a report.yaml, or do not show whether they do, in order. */
export async function reportFolders(reportsDir: string): Promise<readonly string[]> {
  const names: readonly string[] = await readdir(reportsDir).catch(() => []);
  const folders: string[] = [];
  for (const name of names.toSorted()) if (await holdsReport(join(reportsDir, name))) folders.push(name);
  return folders;
}

async function holdsReport(folder: string): Promise<boolean> {
  if (!(await folderExists(folder))) return false;
  return stat(join(folder, 'report.yaml')).then(
    (found) => found.isFile(),
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
}

function decode(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return text.replaceAll('\r\n', '\n');
}

function firstLineNotNfc(text: string): number | undefined {
  if (text === text.normalize('NFC')) return undefined;
  const index = text.split('\n').findIndex((line) => line !== line.normalize('NFC'));
  return index < 0 ? 1 : index + 1;
}

function readingFault(error: unknown, absent: 'problem' | 'allowed'): string | undefined {
  if (error instanceof TypeError) return 'tệp không phải văn bản UTF-8; vui lòng lưu lại với bảng mã UTF-8.';
  const code = codeOf(error) ?? '';
  switch (code) {
    case 'ENOENT':
      return absent === 'allowed' ? undefined : 'không tìm thấy tệp; vui lòng tạo tệp này.';
    case 'EACCES':
    case 'EPERM':
      return `không có quyền đọc ${scandir(error) ? 'thư mục' : 'tệp'}; vui lòng kiểm tra quyền truy cập.`;
    case 'EISDIR':
      return 'đây là thư mục, không phải tệp; vui lòng thay bằng tệp.';
    case 'ENOTDIR':
      return 'đây là tệp, không phải thư mục; vui lòng thay bằng thư mục.';
    case 'ELOOP':
      return 'liên kết vòng quanh, không dẫn tới tệp nào; vui lòng thay bằng tệp.';
    default:
      throw error;
  }
}

function scandir(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'scandir';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
