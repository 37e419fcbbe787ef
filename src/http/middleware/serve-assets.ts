/** Gives styles, scripts and fonts. Their addresses hold a hash of their content, so a browser may keep them for good. */
import type { RequestHandler } from 'express';
import { ASSETS_PATH, type Assets } from '../assets.ts';

/** What is said of pages and not of the files they load; each visit asks for two dozen of them. */
const OF_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-Frame-Options',
] as const;

export function serveAssets(assets: Assets): RequestHandler {
  return (request, response, next) => {
    const asset = assets.at(`${ASSETS_PATH}${request.path}`);
    if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
    const [name, bytes] =
      encoding === 'br' && asset.brotli
        ? ['br', asset.brotli]
        : encoding === 'gzip' && asset.gzip
          ? ['gzip', asset.gzip]
          : [undefined, asset.bytes];
    // A picture can be opened as a page of its own.
    if (!asset.type.startsWith('image/')) for (const header of OF_PAGES) response.removeHeader(header);
    if (name !== undefined) response.set('Content-Encoding', name);
    response
      .vary('Accept-Encoding')
      .set({
        'Content-Type': asset.type,
        'Content-Length': String(bytes.length),
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
      .end(request.method === 'HEAD' ? undefined : bytes);
  };
}
