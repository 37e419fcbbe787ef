/** Other processes, started and timed. */
import { spawn } from 'node:child_process';

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
      if (code === 0 && untilMarker !== undefined) resolve({ output, untilMarker });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}`));
    });
  });
}
