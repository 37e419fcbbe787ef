/** Headers of every answer. Nothing is loaded from elsewhere, nothing runs that is not a file of ours. */
import type { RequestHandler } from 'express';
import { isSecure } from '../cookies.ts';
import type { WebSettings } from '../route.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // A compiled report is read in a frame, which has a policy of its own.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(settings: WebSettings): RequestHandler {
  const headers = new Map(Object.entries(headersOfAll(settings)));
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

export function headersOfAll(settings: WebSettings): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // With "no-referrer" browsers would send "Origin: null" along with our own forms.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    ...(isSecure(settings) ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
