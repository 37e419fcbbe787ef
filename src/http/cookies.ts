/**
 * The two cookies: the session of a person who signed in, and, for forms that are shown before that, a random text of
 * its own. Neither can be read by scripts.
 */
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { WebSettings } from './route.ts';

const SESSION = 'phien';
const FORM = 'bieu-mau';

export function sessionCookie(request: Request, settings: WebSettings): string | undefined {
  return read(request, cookieName(SESSION, settings));
}

/** @param token null: the browser is to forget it */
export function setSessionCookie(response: Response, settings: WebSettings, token: string | null): void {
  write(response, settings, SESSION, token);
}

/** What the forms of a visitor without session are tied to; made when there is none. */
export function formCookie(request: Request, response: Response, settings: WebSettings): string {
  const known = read(request, cookieName(FORM, settings));
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
  const made = randomBytes(16).toString('base64url');
  write(response, settings, FORM, made);
  return made;
}

/** The same, when it must be there already. */
export function knownFormCookie(request: Request, settings: WebSettings): string | undefined {
  return read(request, cookieName(FORM, settings));
}

export function isSecure(settings: WebSettings): boolean {
  return settings.publicUrl?.startsWith('https:') === true;
}

/** With "__Host-" no other site of the same domain can set it; browsers allow that only over TLS. */
function cookieName(name: string, settings: WebSettings): string {
  return isSecure(settings) ? `__Host-${name}` : name;
}

function read(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key = '', ...value] = part.split('=');
    if (key.trim() === name) return value.join('=').trim();
  }
  return undefined;
}

function write(response: Response, settings: WebSettings, name: string, value: string | null): void {
  response.append(
    'Set-Cookie',
    [
      `${cookieName(name, settings)}=${value ?? ''}`,
      'Path=/',
      'HttpOnly',
      'SameSite=Lax',
      ...(isSecure(settings) ? ['Secure'] : []),
      ...(value === null ? ['Max-Age=0'] : []),
    ].join('; '),
  );
}
