/**
 * One request from end to end: who is it, may they, what did they send and from where, then the handler, then the
 * answer. Nothing is read of a body before it is known that the person may send there.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Account, Person } from '../domain/account.ts';
import { findSession } from '../workflow/accounts/session.ts';
import type { CompileDesk } from '../workflow/board/compile-desk.ts';
import type { Workplace } from '../workflow/workplace.ts';
import { json, redirect, type Answer } from './answer.ts';
import { knownFormCookie, sessionCookie } from './cookies.ts';
import { fieldsOf, hasNul } from './fields.ts';
import { keepForLater } from './keep-form.ts';
import { requireOwnPage, TOKEN_FIELD, TOKEN_HEADER } from './middleware/csrf.ts';
import { NO_BODY, readBody } from './middleware/read-body.ts';
import { badRequest, forbidden } from './problem.ts';
import type { Route, Visit } from './route.ts';
import { send, type Sender } from './send.ts';

export interface Office extends Sender {
  readonly workplace: Workplace;
  readonly compiles: CompileDesk;
}

const SIGN_IN = '/dang-nhap';
const CHANGE_PASSWORD = '/doi-mat-khau';

export function handle(route: Route, office: Office): RequestHandler {
  return async (request, response) => {
    const isUse = route.roles === 'anyone' || route.asksByItself !== true;
    const account = await whoIs(request, response, office, isUse);
    const query = fieldsOf(queryOf(request));
    const params = request.params as Readonly<Record<string, string>>;
    if (hasNul(query) || Object.values(params).some((text) => text.includes('\0'))) throw badRequest();
    const denied = denial(route, account, request);
    if (denied) {
      const kept = account ? undefined : await keepForLater(route, request, office);
      return send(office, request, response, kept ?? denied, account);
    }
    const session = sessionCookie(request, office.settings);
    const body = route.method === 'post' ? await readBody(request, route) : NO_BODY;
    if (route.method === 'post') {
      const secret = account ? session : knownFormCookie(request, office.settings);
      const sent = request.get(TOKEN_HEADER) ?? body.form.get(TOKEN_FIELD);
      requireOwnPage(request, office.settings, secret, sent);
    }
    const visit: Visit = {
      ...body,
      workplace: { ...office.workplace, actor: account?.name ?? 'nobody' },
      settings: office.settings,
      compiles: office.compiles,
      account,
      params,
      query,
      address: request.ip ?? 'unknown',
      session,
      home: office.frames.homeOf(account),
    };
    await send(office, request, response, await answerOf(route, visit), account);
  };
}

/**
 * Who is signed in; kept with the answer, so that an error page can be framed as the others.
 * @param isUse false: nobody did anything, so the session idles on
 */
export async function whoIs(
  request: Request,
  response: Response,
  { workplace, settings }: Office,
  isUse = true,
): Promise<Account | undefined> {
  const token = sessionCookie(request, settings);
  const account =
    token === undefined ? undefined : await findSession(workplace, token, settings.session, isUse);
  response.locals['account'] = account;
  return account;
}

/** True when a script of ours asks, and not the browser itself. */
export function wantsJson(request: Request): boolean {
  return typeof request.is('application/json') === 'string' || request.get('accept') === 'application/json';
}

/** Runs the handler with what its kind of route promises. */
async function answerOf(route: Route, visit: Visit): Promise<Answer> {
  if (route.roles === 'anyone') return route.handler(visit);
  const { account } = visit;
  if (!account) throw forbidden();
  return route.handler({ ...visit, account, person: personOf(account) });
}

/** Why a person is sent elsewhere instead; undefined when they may go on. @throws HttpProblem 403 */
function denial(route: Route, account: Account | undefined, request: Request): Answer | undefined {
  if (route.roles === 'anyone') return undefined;
  if (!account) {
    if (wantsJson(request))
      return json(
        { problem: 'signed-out', message: 'Phiên làm việc đã kết thúc. Đề nghị đăng nhập lại.' },
        401,
      );
    // What was sent cannot be sent again from there: the page that it was sent from can.
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    const back = isGet ? request.originalUrl : pageBefore(request);
    return redirect(
      back === undefined || back === '/' ? SIGN_IN : `${SIGN_IN}?tiep=${encodeURIComponent(back)}`,
    );
  }
  if (account.mustChangePassword && route.beforePasswordChange !== true) return redirect(CHANGE_PASSWORD);
  if (!route.roles.includes(account.role)) throw forbidden();
  if (route.body === 'own') {
    const named = request.params['entity'];
    if (account.entity === undefined || (named !== undefined && named !== account.entity)) throw forbidden();
  }
  return undefined;
}

/** The page of ours that a form was sent from; only a path of ours is gone back to. */
export function pageBefore(request: Request): string | undefined {
  const from = request.get('referer') ?? '';
  if (!URL.canParse(from)) return undefined;
  const { host, pathname, search } = new URL(from);
  return host === request.get('host') ? pathname + search : undefined;
}

function personOf({ id, name, fullName, role, entity }: Account): Person {
  return { id, name, fullName, role, ...(entity === undefined ? {} : { entity }) };
}

function queryOf(request: Request): string {
  const start = request.originalUrl.indexOf('?');
  return start === -1 ? '' : request.originalUrl.slice(start + 1);
}
