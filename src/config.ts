/** Settings from the environment, read once, all faults listed together. `.env.example` documents each. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const ROOT = rootFolder();

/** @throws ConfigProblem with one line for each wrong setting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const reportsDir = resolve(environment['REPORTS_DIR'] ?? join(ROOT, 'reports'));
  if (!existsSync(reportsDir) || !statSync(reportsDir).isDirectory()) {
    faults.push(`REPORTS_DIR: không có thư mục ${reportsDir}.`);
  }
  const chromiumPath = given(environment['CHROMIUM_PATH']);
  if (chromiumPath !== undefined && !existsSync(chromiumPath)) {
    faults.push(
      `CHROMIUM_PATH: không có tệp ${chromiumPath}. Đề nghị sửa đường dẫn, hoặc bỏ biến này để dùng trình duyệt đi kèm.`,
    );
  }
  if (faults.length > 0)
    throw new ConfigProblem(`Thiết lập chưa đúng:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return {
    databaseUrl: given(environment['DATABASE_URL']) ?? `sqlite:${join('data', 'tong-hop.db')}`,
    reportsDir,
    chromiumPath,
    cacheDir: given(environment['CACHE_DIR']),
    actor: given(environment['TONG_HOP_ACTOR']) ?? given(environment['USER']) ?? 'command-line',
  };
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

/** The folder of package.json, from src/ and from dist/src/ alike. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
