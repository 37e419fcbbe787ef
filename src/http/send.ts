/** Sends an answer: pages compressed, files only to be saved. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Account } from '../domain/account.ts';
import type { Answer, FileAnswer, PageAnswer } from './answer.ts';
import { formCookie, sessionCookie, setSessionCookie } from './cookies.ts';
import type { FrameMaker } from './frame.ts';
import { formToken } from './middleware/csrf.ts';
import type { WebSettings } from './route.ts';
import type { RenderPage } from './templates.ts';

export interface Sender {
  readonly settings: WebSettings;
  readonly frames: FrameMaker;
  readonly render: RenderPage;
}

/** Below this a page is sent as it is. */
const WORTH_COMPRESSING = 1024;

/** @param account who is signed in, as far as is known */
export async function send(
  sender: Sender,
  request: Request,
  response: Response,
  answer: Answer,
  account: Account | undefined,
): Promise<void> {
  switch (answer.kind) {
    case 'page':
      return sendPage(sender, request, response, answer, account);
    case 'redirect':
      if (answer.session !== undefined) setSessionCookie(response, sender.settings, answer.session);
      // Without the page that Express would write for it: every browser follows the address.
      response.status(303).location(answer.to).end();
      return;
    case 'json':
      response.status(answer.status).json(answer.value);
      return;
    case 'file':
      sendFile(response, answer);
      return;
    case 'stream':
      return answer.send(response);
  }
}

async function sendPage(
  { settings, frames, render }: Sender,
  request: Request,
  response: Response,
  { page, title, view, status, wide, scripts, refresh }: PageAnswer,
  account: Account | undefined,
): Promise<void> {
  const secret = (account && sessionCookie(request, settings)) ?? formCookie(request, response, settings);
  const html = render({
    page,
    title,
    view,
    wide,
    scripts,
    refresh,
    frame: frames.frameOf(account, request.path),
    csrf: formToken(secret),
  });
  response.status(status).type('html').vary('Accept-Encoding');
  response.end(await encoded(request, response, Buffer.from(html)));
}

async function encoded(request: Request, response: Response, bytes: Buffer): Promise<Buffer> {
  const encoding =
    bytes.length < WORTH_COMPRESSING ? 'identity' : request.acceptsEncodings('br', 'gzip', 'identity');
  if (encoding === 'br') {
    response.set('Content-Encoding', 'br');
    return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (encoding === 'gzip') {
    response.set('Content-Encoding', 'gzip');
    return promisify(gzip)(bytes);
  }
  return bytes;
}

function sendFile(response: Response, { bytes, type, name }: FileAnswer): void {
  // attachment() guesses a type from the name; the one that is known counts.
  response.status(200).attachment(name).type(type).end(bytes);
}
