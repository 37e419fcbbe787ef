/**
 * A folder of ours in a place that others may write to (the system's temporary folder): filled once, used by many
 * processes. It must not trust what lies there unless this user made it.
 */
import { chmod, lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RenderError } from './render-error.ts';

/**
 * Returns `folder`, filled by `fill` if it was not there. Filling goes to a temporary sibling that is renamed, so that
 * two processes at once both end with a complete folder. Throws when the folder belongs to somebody else.
 */
export async function privateFolder(
  folder: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  if (await isOurs(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.`);
  try {
    await chmod(temporary, 0o700);
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process was first: its folder is complete, because it came there by a rename too.
    if (!(await isOurs(folder))) throw error;
  }
  return folder;
}

/** The part of a folder's name that keeps users of one machine apart. */
export function userSuffix(): string {
  return process.getuid === undefined ? 'user' : String(process.getuid());
}

async function isOurs(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (stats === null) return false;
  const owner = process.getuid?.();
  if (stats.isDirectory() && (owner === undefined || (stats.uid === owner && (stats.mode & 0o022) === 0)))
    return true;
  throw new RenderError(
    'browser-missing',
    `Thư mục «${folder}» không thuộc người dùng đang chạy hoặc người khác ghi được: hãy xóa thư mục đó rồi chạy lại.`,
  );
}
