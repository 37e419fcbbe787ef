/** Runs command lines as a person does: in a process of their own, or, where that is not the point, within this one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

export const ROOT = join(import.meta.dirname, '..', '..');

type Environment = Readonly<Record<string, string | undefined>>;

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line within this process, with settings of its own. */
export async function run(environment: Environment, ...args: readonly string[]): Promise<Ran> {
  // Mocha requires its files. A command imports its heavy parts when it runs, and would get a second copy of the
  // modules that both use, whose classes are not the same: so the whole program is imported here.
  const { runCommandLine } = await import('../../src/cli/run.ts');
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommandLine(args, {
    environment,
    say: (line) => out.push(`${line}\n`),
    warn: (line) => err.push(`${line}\n`),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** Runs a command line that must succeed, and gives what it said. */
export async function must(environment: Environment, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(environment, ...args);
  expect({ code, stderr }, args.join(' ')).to.deep.equal({ code: 0, stderr: '' });
  return stdout;
}

/** Runs a command line in a process of its own, to its end. */
export async function runProcess(environment: Environment, ...args: readonly string[]): Promise<Ran> {
  const child = startProcess(environment, ...args);
  const [code] = await once(child.process, 'close');
  return { code, stdout: child.stdout(), stderr: child.stderr() };
}

export interface Started {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function startProcess(environment: Environment, ...args: readonly string[]): Started {
  const process = spawn(globalThis.process.execPath, ['--import', 'tsx', join('src', 'cli.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: globalThis.process.env['PATH'], HOME: tmpdir(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [string[], string[]] = [[], []];
  process.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  process.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return { process, stdout: () => out.join(''), stderr: () => err.join('') };
}

/** What a person may see of a failure: sentences, and nothing of the machine behind them. */
export function expectSentences(text: string, what = text): void {
  expect(text.trim(), what).to.not.equal('');
  expect(text, what).to.not.match(/^\s+at .+[:)]\d*/m);
  expect(text, what).to.not.match(
    /\b\w*(Error|Exception|Warning)\b|\berror:|SQLITE_|ECONN|ENOENT|undefined|\[object/,
  );
  expect(text, what).to.match(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i);
  expect(text, what).to.equal(text.normalize('NFC'));
}

/** A folder of the calling suite, deleted after it. */
export function folderOfSuite(): () => string {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tong-hop-cli-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
