/** Other processes, started and timed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Run {
  readonly output: string;
  /** Milliseconds from the start until the output first held `marker`. */
  readonly untilMarker: number;
}

/** Runs a program to its end. Throws when it fails, or ends without having said `marker`. */
export function runToEnd(
  program: string,
  args: readonly string[],
  { marker = '', environment = {} }: { marker?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let untilMarker: number | undefined;
    let output = '';
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      // eslint-disable-next-line node/no-process-env -- the child is to find its libraries as this process does
      env: { ...process.env, ...environment },
    });
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.includes(marker)) untilMarker ??= performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      // Who has nothing to say has said nothing at all.
      if (marker === '') untilMarker ??= performance.now() - start;
      if (code === 0 && untilMarker !== undefined) resolve({ output, untilMarker });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}`));
    });
  });
}

export interface Running {
  /** Its first line. */
  readonly said: string;
  readonly stop: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '..');

/** Builds the servers as the program is built for those who install it. */
export async function buildServers(): Promise<void> {
  const compiler = join(ROOT, 'node_modules', '.bin', 'tsc');
  await runToEnd(compiler, ['-p', join(import.meta.dirname, 'tsconfig.json')]);
}

/**
 * Starts a server of this folder, once built, and waits for its first line. What it logs is thrown away.
 * @param script its name, e.g. "http-ours"
 */
export function startProcess(script: string, args: readonly string[]): Promise<Running> {
  return new Promise((resolve, reject) => {
    const built = join(ROOT, 'dist', 'measured', 'bench', `${script}.js`);
    const child = spawn(process.execPath, [built, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<void>((end) => child.on('close', () => end()));
    const stop = (): Promise<void> => {
      child.kill();
      return ended;
    };
    let said = '';
    let logged = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.includes('\n')) resolve({ said: said.trim(), stop });
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => (logged = (logged + part).slice(-4000)));
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`${script} ended with ${code}: ${logged}`)));
  });
}
