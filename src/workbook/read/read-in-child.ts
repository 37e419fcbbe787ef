/**
 * Reads a workbook in a process of its own, with little memory and little time, so that no file can stop or slow the
 * server: whatever happens to the child, the answer is a sentence and other people go on.
 */
import { createRequire } from 'node:module';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkbookContent } from '../../domain/collecting/workbook/content.ts';
import { faultOfBytes } from './kind-of-file.ts';
import { AT_ONCE, CHILD, WAITING } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { waitingRoom } from './waiting-room.ts';

export type ChildAnswer =
  | { readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly ok: false; readonly refusal: Refusal };

export interface ChildLimits {
  readonly heapMegabytes: number;
  readonly seconds: number;
  readonly answerBytes: number;
}

const room = waitingRoom(AT_ONCE, WAITING);
/** Who waited for more of their time than this has not enough left to be read in. */
const MOST_WAITED = 0.75;

/** Reads the workbook, or says why it cannot be read. Never throws for what is in the file. */
export async function readInChild(bytes: Buffer, limits: ChildLimits = CHILD): Promise<ChildAnswer> {
  const fault = faultOfBytes(bytes);
  if (fault) return refused({ fault });
  const asked = performance.now();
  const answer = await room(
    async () => {
      const waited = (performance.now() - asked) / 1000;
      const read = await readNow(bytes, { ...limits, seconds: limits.seconds - waited });
      // With all of its time it might have been read.
      return waited > 0.1 && !read.ok && read.refusal.fault === 'too-heavy' ? undefined : read;
    },
    limits.seconds * MOST_WAITED * 1000,
  );
  return answer ?? refused({ fault: 'busy' });
}

function readNow(bytes: Buffer, limits: ChildLimits): Promise<ChildAnswer> {
  return new Promise((resolve) => {
    const child = startChild(limits.heapMegabytes);
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, limits.seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.answerBytes) stop();
      else chunks.push(chunk);
    });
    // A child that ends before it has read everything breaks the pipe; its end is what is reported.
    child.stdin.on('error', () => {});
    child.on('error', () => resolve(refused({ fault: 'too-heavy' })));
    child.on('close', (code) => {
      clearTimeout(timer);
      const isWhole = code === 0 && size <= limits.answerBytes;
      resolve(isWhole ? answerIn(Buffer.concat(chunks)) : refused({ fault: 'too-heavy' }));
    });
    child.stdin.end(bytes);
  });
}

/** Neither the environment nor the folder of the server: the child needs nothing of either. */
function startChild(heapMegabytes: number): ChildProcessByStdio<Writable, Readable, null> {
  const isSource = import.meta.url.endsWith('.ts');
  const script = fileURLToPath(new URL(isSource ? './child.ts' : './child.js', import.meta.url));
  const loader = isSource
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  return spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ...loader, script], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

function answerIn(output: Buffer): ChildAnswer {
  try {
    return JSON.parse(output.toString('utf8'));
  } catch {
    return refused({ fault: 'too-heavy' });
  }
}

function refused(refusal: Refusal): ChildAnswer {
  return { ok: false, refusal };
}
