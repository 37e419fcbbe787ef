/** A request of HTTP/1.1 must name its host (RFC 9112, 3.2); refused here and not by Node, it is answered with a page. */
import type { RequestHandler } from 'express';
import { badRequest } from '../problem.ts';

export const requireHost: RequestHandler = (request, _response, next) => {
  if (request.httpVersion === '1.1' && request.headers.host === undefined) throw badRequest();
  next();
};
