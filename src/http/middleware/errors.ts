/** Whatever goes wrong becomes a page in Vietnamese, or JSON for a script: what happened and what to do, never a stack trace. */
import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Account } from '../../domain/account.ts';
import { failureOf, type FailureKind } from '../../workflow/failure.ts';
import { json, page, type Answer } from '../answer.ts';
import { pageBefore, wantsJson, whoIs, type Office } from '../handle.ts';
import { badRequest, forbidden, HttpProblem, notFound } from '../problem.ts';
import { send } from '../send.ts';

/** For every address that no route has. */
export function noSuchPage(office: Office): RequestHandler {
  return async (request, response) => {
    await whoIs(request, response, office);
    throw notFound();
  };
}

export function errorPages(office: Office): ErrorRequestHandler {
  const { log } = office.settings;
  // Express knows a handler of errors by its four parameters.
  return async (error, request: Request, response, _next) => {
    // Half an answer cannot be taken back: the connection ends.
    if (response.headersSent) {
      log(`error in mid-answer: ${causes(error)}`);
      request.socket.destroy();
      return;
    }
    try {
      const { problem, reference } = explain(error, log);
      const account = response.locals['account'] as Account | undefined;
      const answer = answerTo(problem, reference, request, office.frames.homeOf(account));
      if (!request.complete) response.set('Connection', 'close');
      await send(office, request, response, answer, account);
    } catch (second) {
      log(`error while answering: ${causes(second)}`);
      if (!response.headersSent)
        response.status(500).type('text').end('Hệ thống gặp lỗi. Đề nghị thử lại sau.');
    }
  };
}

function answerTo(
  { status, title, message, details }: HttpProblem,
  reference: string | undefined,
  request: Request,
  home: string,
): Answer {
  if (wantsJson(request))
    return json(
      { problem: title, message, details, ...(reference === undefined ? {} : { reference }) },
      status,
    );
  // Who sent a form goes back to it; who followed a link has the browser's own way back.
  const back = request.method === 'POST' ? (pageBefore(request) ?? null) : null;
  const view = { title, message, details, reference: reference ?? null, home, back };
  return page('error', title, view, { status });
}

const STATUSES: Readonly<Record<Exclude<FailureKind, 'broken'>, readonly [status: number, title: string]>> = {
  forbidden: [403, 'Không có quyền thực hiện'],
  unknown: [404, 'Không tìm thấy'],
  conflict: [409, 'Chưa thực hiện được'],
  refused: [422, 'Chưa thực hiện được'],
  unavailable: [503, 'Hệ thống đang bận'],
};

/** What the person reads; faults of ours are logged under a reference that the page shows. */
function explain(
  error: unknown,
  log: (line: string) => void,
): { readonly problem: HttpProblem; readonly reference?: string } {
  if (error instanceof HttpProblem) return { problem: error };
  // Express's own: a path that is not properly encoded.
  if (error instanceof URIError) return { problem: badRequest() };
  const { kind, message, details } = failureOf(error);
  if (kind === 'forbidden') return { problem: forbidden(message) };
  if (kind !== 'broken') {
    const [status, title] = STATUSES[kind];
    return { problem: new HttpProblem(status, title, message, details) };
  }
  const reference = randomBytes(4).toString('hex');
  log(`error ${reference}: ${causes(error)}`);
  return {
    reference,
    problem: new HttpProblem(
      500,
      'Hệ thống gặp lỗi',
      'Yêu cầu chưa thực hiện được do lỗi của hệ thống; dữ liệu đã lưu trước đó vẫn nguyên vẹn. Đề nghị thử lại; nếu vẫn lỗi, đề nghị báo bộ phận kỹ thuật kèm mã lỗi dưới đây.',
    ),
  };
}

/** An error with what caused it, for the log. */
export function causes(error: unknown): string {
  const lines: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) lines.push(one.stack ?? one.message);
  return lines.length > 0 ? lines.join('\ncaused by: ') : String(error);
}
