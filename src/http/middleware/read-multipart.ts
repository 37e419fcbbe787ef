/** Reads a form with files. Files are kept in memory, all together no more than the route allows. */
import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { badRequest, tooLarge } from '../problem.ts';
import type { UploadedFile } from '../route.ts';
import type { BodyLimit } from './read-body.ts';

const MOST_FILES = 10;
const MOST_FIELDS = 200;
const LONGEST_FIELD = 64 * 1024;

export interface Multipart {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly files: readonly UploadedFile[];
}

/**
 * @param limit of all files together; what is beyond is read and thrown away, so that the browser hears the answer
 * @throws HttpProblem 400 or 413
 */
export function readMultipart(request: IncomingMessage, limit: BodyLimit): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const pairs: [string, string][] = [];
    const files: UploadedFile[] = [];
    let size = 0;
    let tooMany = false;
    const fail = (): void => {
      request.unpipe();
      request.resume();
      reject(badRequest());
    };
    let reader: BusboyInstance;
    try {
      reader = new Busboy({
        headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
        limits: { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, headerPairs: 50 },
      });
    } catch {
      fail();
      return;
    }
    reader.on('field', (name, value, nameTruncated, valueTruncated) => {
      tooMany ||= nameTruncated || valueTruncated;
      pairs.push([name, value]);
    });
    reader.on('file', (field, stream, name) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= limit.bytes) parts.push(part);
        else parts.length = 0;
      });
      stream.on('error', fail);
      stream.on('end', () => {
        // A file field that was left empty is sent as a file without a name.
        const bytes = Buffer.concat(parts);
        if (name !== undefined && name !== '') files.push({ field, name: name.normalize('NFC'), bytes });
      });
    });
    for (const limitName of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      reader.on(limitName, () => (tooMany = true));
    reader.on('error', fail);
    reader.on('finish', () => {
      if (size > limit.bytes) reject(tooLarge(limit.told));
      else if (tooMany) reject(badRequest());
      else resolve({ pairs, files });
    });
    request.on('aborted', fail);
    request.on('error', fail);
    request.pipe(reader);
  });
}
