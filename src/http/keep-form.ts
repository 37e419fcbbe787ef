/** A form that is sent when the session has just ended is kept, and shown again after signing in. */
import type { Request } from 'express';
import { findEndedSession, keepForm } from '../workflow/accounts/kept-forms.ts';
import { redirect, type Answer } from './answer.ts';
import { sessionCookie } from './cookies.ts';
import type { Office } from './handle.ts';
import { requireOwnPage, TOKEN_FIELD } from './middleware/csrf.ts';
import { readBody } from './middleware/read-body.ts';
import { HttpProblem } from './problem.ts';
import type { Route } from './route.ts';

/** The way to sign in and back, when the form was kept; undefined when there is nothing to keep, or nobody to keep it for. */
export async function keepForLater(
  route: Route,
  request: Request,
  { workplace, settings }: Office,
): Promise<Answer | undefined> {
  if (route.roles === 'anyone' || route.keepsForm !== true) return undefined;
  const session = sessionCookie(request, settings);
  const account = session === undefined ? undefined : await findEndedSession(workplace, session);
  if (account === undefined) return undefined;
  try {
    const { form } = await readBody(request, route);
    requireOwnPage(request, settings, session, form.get(TOKEN_FIELD));
    const names = form.names().filter((name) => name !== TOKEN_FIELD);
    const fields = names.flatMap((name) => form.all(name).map((value) => [name, value] as const));
    await keepForm(workplace, account, request.path, fields);
  } catch (error) {
    if (error instanceof HttpProblem) return undefined;
    throw error;
  }
  return redirect(`/dang-nhap?tiep=${encodeURIComponent(`${request.path}?sua`)}`);
}
