/** What a browser that was never here before is sent for one page: the HTML and all that it can ask for, as compressed. */
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';

export interface Weight {
  readonly path: string;
  /** Bytes of the body as sent. */
  readonly bytes: number;
}

/** Addresses of assets, in HTML as in styles and scripts. */
const ASSET = /\/tai-nguyen\/[\w-]+\/[\w.-]+/g;

/** The page, then each asset that it or another asset names; heaviest first. @throws Error for an answer that is not 200 */
export async function weigh(url: string, path: string, cookie: string): Promise<readonly Weight[]> {
  const weights = new Map<string, number>();
  const waiting = [path];
  for (const next of waiting) {
    if (weights.has(next)) continue;
    const { bytes, text } = await fetchAsSent(new URL(next, url), cookie);
    weights.set(next, bytes);
    waiting.push(...(text.match(ASSET) ?? []));
  }
  return [...weights]
    .map(([at, bytes]) => ({ path: at, bytes }))
    .toSorted((left, right) => right.bytes - left.bytes);
}

/** `fetch` would tell the size after decompressing. */
function fetchAsSent(url: URL, cookie: string): Promise<{ readonly bytes: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br, gzip', Cookie: cookie };
    get(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const sent = Buffer.concat(parts);
        if (response.statusCode !== 200)
          reject(new Error(`${url.href} was answered by ${response.statusCode}`));
        else
          resolve({
            bytes: sent.length,
            text: decoded(sent, response.headers['content-encoding']).toString(),
          });
      });
    }).on('error', reject);
  });
}

function decoded(sent: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(sent);
  return encoding === 'gzip' ? gunzipSync(sent) : sent;
}
