/** Settings from the environment, read once, all faults listed together. `.env.example` documents each. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAddress } from './db/address.ts';
import { DatabaseProblem } from './db/problem.ts';

export interface Config {
  readonly databaseUrl: string;
  readonly reportsDir: string;
  readonly chromiumPath: string | undefined;
  /** Where the packaged browser and the fonts are unpacked; undefined: the system's temporary folder. */
  readonly cacheDir: string | undefined;
  /** Name that events record for acts of the command line. */
  readonly actor: string;
}

export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}

export const SETTINGS = [
  'DATABASE_URL',
  'REPORTS_DIR',
  'CHROMIUM_PATH',
  'CACHE_DIR',
  'TONG_HOP_ACTOR',
  'TONG_HOP_DEBUG',
] as const;
export type Setting = (typeof SETTINGS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const ROOT = rootFolder();

/** @throws ConfigProblem with one line for each wrong setting. */
export function readConfig(environment: Environment): Config {
  const databaseUrl = given(environment, 'DATABASE_URL') ?? `sqlite:${join('data', 'tong-hop.db')}`;
  const reportsDir = resolve(given(environment, 'REPORTS_DIR') ?? join(ROOT, 'reports'));
  const chromiumPath = given(environment, 'CHROMIUM_PATH');
  const cacheDir = given(environment, 'CACHE_DIR');
  const faults = [
    addressFault(databaseUrl),
    isFolder(reportsDir) ? undefined : `REPORTS_DIR: không có thư mục ${reportsDir}.`,
    chromiumPath === undefined || isProgram(chromiumPath)
      ? undefined
      : `CHROMIUM_PATH: ${chromiumPath} không phải tệp chạy được. Đề nghị sửa đường dẫn, hoặc bỏ biến này để dùng trình duyệt đi kèm.`,
    cacheDir === undefined || !existsSync(cacheDir) || isFolder(cacheDir)
      ? undefined
      : `CACHE_DIR: ${cacheDir} không phải thư mục.`,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0)
    throw new ConfigProblem(`Thiết lập chưa đúng:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return {
    databaseUrl,
    reportsDir,
    chromiumPath,
    cacheDir,
    actor: given(environment, 'TONG_HOP_ACTOR') ?? environment['USER'] ?? 'command-line',
  };
}

/** True when failures are to be shown with their technical cause. */
export function isDebugging(environment: Environment): boolean {
  return given(environment, 'TONG_HOP_DEBUG') !== undefined;
}

function given(environment: Environment, setting: Setting): string | undefined {
  const value = environment[setting]?.trim();
  return value === '' ? undefined : value;
}

function addressFault(databaseUrl: string): string | undefined {
  try {
    parseAddress(databaseUrl);
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseProblem) return error.message;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The folder of package.json, from src/ and from dist/src/ alike. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
