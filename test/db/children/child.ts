/** Starts a process of its own that works on a database: only another process can show what one process leaves behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const MAIN = new URL('main.ts', import.meta.url).pathname;

export interface Child {
  /** Waits until the process wrote a line that is this text. */
  said(text: string): Promise<void>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a task to its end and gives what it wrote. */
export async function runChild(task: string, ...args: readonly string[]): Promise<string> {
  const { child, output } = start(task, args);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`task ${task} failed:\n${output.join('')}`);
  return output.join('').trim();
}

export async function startChild(task: string, ...args: readonly string[]): Promise<Child> {
  const { child, output } = start(task, args);
  const gone = once(child, 'close');
  return {
    async said(text) {
      while (!output.join('').split('\n').includes(text)) {
        if (child.exitCode !== null || !child.stdout)
          throw new Error(`task ${task} ended:\n${output.join('')}`);
        await Promise.race([once(child.stdout, 'data'), gone]);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function start(task: string, args: readonly string[]): { child: ChildProcess; output: string[] } {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, task, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  return { child, output };
}
