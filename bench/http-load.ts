/**
 * Asks a server for many things over 32 connections, each for its next as soon as it has its last, and tells how long it
 * all took and each took: http-load.ts FILE, a `Load` as JSON. A process of its own, so that neither server has its work
 * to do.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export const CONNECTIONS = 32;

export interface Asked {
  /** What the times of this request are kept under. */
  readonly kind: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one it is a GET. */
  readonly body?: string;
  /** Any other answer fails the measurement. */
  readonly status: number;
  /** The end of the address that a redirect must lead to. */
  readonly to?: string;
}

export interface Load {
  readonly url: string;
  readonly requests: readonly Asked[];
}

export interface LoadRun {
  /** Milliseconds from the first request to the last answer. */
  readonly all: number;
  /** Milliseconds of each request, by kind. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

if (process.argv[1] === import.meta.filename) {
  const { url, requests }: Load = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
  process.stdout.write(JSON.stringify(await put(url, requests)));
}

async function put(url: string, requests: readonly Asked[]): Promise<LoadRun> {
  const times: Record<string, number[]> = {};
  const waiting = requests.values();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const asked of waiting) {
        const began = performance.now();
        await ask(url, agent, asked);
        (times[asked.kind] ??= []).push(performance.now() - began);
      }
      agent.destroy();
    }),
  );
  return { all: performance.now() - start, times };
}

function ask(url: string, agent: Agent, { path, headers, body, status, to }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const sent = request(
      new URL(path, url),
      { agent, method: body === undefined ? 'GET' : 'POST', headers: { ...headers, ...length } },
      (response) => {
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === status && (response.headers.location ?? '').endsWith(to ?? ''))
            resolve();
          else reject(new Error(`${path} was answered by ${response.statusCode}, not ${status} ${to ?? ''}`));
        });
        response.resume();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
