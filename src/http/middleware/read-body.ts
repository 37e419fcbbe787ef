/**
 * Reads what was sent: a form, JSON, or, where the route allows it, a form with files. Never more than the route's
 * limit, and only after it is known that the person may send there.
 */
import type { IncomingMessage } from 'node:http';
import { fieldsFrom, fieldsOf, hasNul, type Fields } from '../fields.ts';
import { badRequest, tooLarge, unsupported } from '../problem.ts';
import type { Route, UploadedFile } from '../route.ts';
import { readMultipart } from './read-multipart.ts';

export interface Body {
  readonly form: Fields;
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

const DEFAULT_LIMIT = 512 * 1024;
const MOST_FIELDS = 5000;
/** So much beyond the limit is read and thrown away, so that the browser hears the answer. */
const DRAINED = 100 * 1024 * 1024;

export const NO_BODY: Body = { form: fieldsFrom([]), json: undefined, files: [] };

/** @throws HttpProblem 400, 413 or 415 */
export async function readBody(request: IncomingMessage, route: Route): Promise<Body> {
  const limit = limitOf(route);
  requireShort(request, limit);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw unsupported();
  const { type, charset } = mediaType(request.headers['content-type'] ?? '');
  if (charset !== 'utf-8') throw unsupported();
  if (type === 'multipart/form-data') {
    if (route.upload !== true) throw unsupported();
    const { pairs, files } = await readMultipart(request, limit);
    return { ...NO_BODY, form: checked(fieldsFrom(pairs)), files };
  }
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0 && type === '') return NO_BODY;
  if (type === 'application/x-www-form-urlencoded')
    return { ...NO_BODY, form: checked(fieldsOf(textOf(bytes))) };
  if (type === 'application/json') return { ...NO_BODY, json: parseJson(textOf(bytes)) };
  throw unsupported();
}

/** How many bytes are taken, and how many people are told of. */
export interface BodyLimit {
  readonly bytes: number;
  readonly told: number;
}

function limitOf({ limit = DEFAULT_LIMIT, toldLimit = limit }: Route): BodyLimit {
  return { bytes: limit, told: toldLimit };
}

function requireShort(request: IncomingMessage, { bytes, told }: BodyLimit): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > bytes + DRAINED) throw tooLarge(told);
}

function mediaType(header: string): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
  return { type, charset: (charset ?? 'utf-8').replaceAll('"', '') };
}

/** By its events: to iterate over a request takes several times as long as to read a short one. */
function readBytes(request: IncomingMessage, limit: BodyLimit): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= limit.bytes) parts.push(part);
      else if (length > limit.bytes + DRAINED) {
        reject(tooLarge(limit.told));
        request.destroy();
      }
    });
    request.on('end', () =>
      length > limit.bytes ? reject(tooLarge(limit.told)) : resolve(Buffer.concat(parts)),
    );
    request.on('error', () => reject(badRequest()));
    request.on('close', () => {
      if (!request.complete) reject(badRequest());
    });
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest();
  }
}

function checked(form: Fields): Fields {
  if (form.names().length > MOST_FIELDS || hasNul(form)) throw badRequest();
  return form;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key.includes('\0') || key === '__proto__') throw badRequest();
      if (typeof value !== 'string') return value;
      if (value.includes('\0')) throw badRequest();
      return value.normalize('NFC').replaceAll('\r\n', '\n');
    });
  } catch {
    throw badRequest();
  }
}
