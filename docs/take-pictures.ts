/**
 * Takes the pictures of the pages under docs/pictures/web, at both widths, from the demonstration as it runs. Run by
 * `npm run pictures`; `npm run pictures -- duyet bien-nhan` takes these two only.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { openCamera } from './camera.ts';
import { visitDemo, type Demo } from './visit-demo.ts';

const ROOT = join(import.meta.dirname, '..');

interface RunningDemo extends Demo {
  readonly stop: () => Promise<void>;
}

function startDemo(folder: string): Promise<RunningDemo> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'demo', '--dir', folder], {
    cwd: ROOT,
    env: { ...env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    void ended.then(() => reject(new Error(`The demonstration ended before its pages ran:\n${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /đang chạy tại (http:\S+?)\.\s/.exec(said)?.[1];
      const password = /mật khẩu chung: (\S+)/.exec(said)?.[1];
      if (url === undefined || password === undefined) return;
      resolve({ url, password, folder, stop });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-pictures-'));
try {
  const demo = await startDemo(folder);
  try {
    await visitDemo(demo, openCamera(argv.slice(2)));
  } finally {
    await demo.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
