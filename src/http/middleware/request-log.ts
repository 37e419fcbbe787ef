/** A line a request: what was asked for, the answer and how long it took. Addresses by their pattern: no names, no figures. */
import type { RequestHandler } from 'express';

export function requestLog(log: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.on('finish', () => {
      const route: unknown = request.route;
      const pattern =
        typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '(không có)';
      const ms = Math.round(performance.now() - start);
      log(`${request.method} ${pattern} ${response.statusCode} ${ms} ms`);
    });
    next();
  };
}
