/** Settings from the environment, read once, all faults listed together. `.env.example` documents each. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAddress } from './db/address.ts';
import { DatabaseProblem } from './db/problem.ts';
import { COMMAND_LINE } from './domain/account.ts';

export interface Config {
  readonly databaseUrl: string;
  readonly reportsDir: string;
  readonly chromiumPath: string | undefined;
  /** Where the packaged browser and the fonts are unpacked; undefined: the system's temporary folder. */
  readonly cacheDir: string | undefined;
  /** Name that events record for acts of the command line. */
  readonly actor: string;
  readonly web: WebConfig;
}

/** Settings of `tong-hop serve`. */
export interface WebConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Without a path, e.g. "https://baocao.example.gov.vn"; undefined: whatever the request says, without TLS. */
  readonly publicUrl: string | undefined;
  /** Proxies in front whose word on the sender's address is taken. */
  readonly trustedProxies: number;
  readonly session: { readonly idleMinutes: number; readonly hours: number };
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
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
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
  const web = readWebConfig(environment);
  const faults = [
    addressFault(databaseUrl),
    reportsFault(reportsDir),
    chromiumPath === undefined || isProgram(chromiumPath)
      ? undefined
      : `CHROMIUM_PATH: ${chromiumPath} không phải tệp chạy được. Đề nghị sửa đường dẫn, hoặc bỏ biến này để dùng trình duyệt đi kèm.`,
    cacheDir === undefined || !existsSync(cacheDir) || isFolder(cacheDir)
      ? undefined
      : `CACHE_DIR: ${cacheDir} không phải thư mục.`,
    ...web.faults,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0)
    throw new ConfigProblem(`Thiết lập chưa đúng:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return {
    databaseUrl,
    reportsDir,
    chromiumPath,
    cacheDir,
    actor: given(environment, 'TONG_HOP_ACTOR') ?? environment['USER'] ?? COMMAND_LINE,
    web: web.config,
  };
}

function readWebConfig(environment: Environment): {
  readonly config: WebConfig;
  readonly faults: readonly (string | undefined)[];
} {
  const faults: (string | undefined)[] = [];
  const whole = (
    setting: Setting,
    typed: string | undefined,
    standard: number,
    least: number,
    most: number,
  ): number => {
    const text = typed ?? String(standard);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (value >= least && value <= most) return value;
    faults.push(`${setting}: “${text}” phải là số nguyên từ ${least} đến ${most}.`);
    return standard;
  };
  const port = whole('PORT', given(environment, 'PORT'), 3000, 0, 65_535);
  const publicUrl = given(environment, 'PUBLIC_URL')?.replace(/\/$/, '');
  if (publicUrl !== undefined && !isOrigin(publicUrl))
    faults.push(
      `PUBLIC_URL: “${publicUrl}” phải là địa chỉ không có đường dẫn, ví dụ https://baocao.example.gov.vn.`,
    );
  return {
    config: {
      host: given(environment, 'HOST') ?? '127.0.0.1',
      port,
      publicUrl,
      trustedProxies: whole('TRUSTED_PROXIES', given(environment, 'TRUSTED_PROXIES'), 0, 0, 10),
      session: {
        idleMinutes: whole(
          'SESSION_IDLE_MINUTES',
          given(environment, 'SESSION_IDLE_MINUTES'),
          30,
          1,
          24 * 60,
        ),
        hours: whole('SESSION_HOURS', given(environment, 'SESSION_HOURS'), 12, 1, 24 * 30),
      },
    },
    faults,
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
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

function reportsFault(path: string): string | undefined {
  if (!isFolder(path)) return `REPORTS_DIR: không có thư mục ${path}.`;
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return undefined;
  } catch {
    return `REPORTS_DIR: không có quyền đọc thư mục ${path}.`;
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
