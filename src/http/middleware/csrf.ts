/**
 * Requests that change something must come from a page of ours: the browser says where from, and the form carries a
 * token that only the pages of this session have.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { staleForm } from '../problem.ts';
import type { WebSettings } from '../route.ts';

/** The form's field, and the header of requests made by scripts. */
export const TOKEN_FIELD = '_csrf';
export const TOKEN_HEADER = 'x-csrf-token';

/**
 * The token of a session, or of what a visitor without one holds. Masked anew each time, so that compressed pages do
 * not give it away bit by bit.
 */
export function formToken(secret: string): string {
  const token = tokenOf(secret);
  const mask = randomBytes(token.length);
  return Buffer.concat([mask, masked(token, mask)]).toString('base64url');
}

/** @throws HttpProblem 403 when the request does not come from a page of ours. */
export function requireOwnPage(
  request: Request,
  settings: WebSettings,
  secret: string | undefined,
  sent: string,
): void {
  if (!isSameSite(request, settings) || secret === undefined || !isToken(sent, secret)) throw staleForm();
}

/** What the browser says; programs that are no browsers say nothing, and have the token to show. */
function isSameSite(request: Request, settings: WebSettings): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  if (settings.publicUrl !== undefined) return origin === new URL(settings.publicUrl).origin;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

function isToken(sent: string, secret: string): boolean {
  const token = tokenOf(secret);
  const bytes = Buffer.from(sent, 'base64url');
  if (bytes.length !== 2 * token.length) return false;
  return timingSafeEqual(masked(bytes.subarray(token.length), bytes.subarray(0, token.length)), token);
}

function tokenOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('form').digest();
}

function masked(bytes: Buffer, mask: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}
