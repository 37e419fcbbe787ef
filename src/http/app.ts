/**
 * The web application, ready to be given requests; server.ts listens.
 *
 * A new page, in five steps:
 *  1. a route in routes/<area>.ts: `{ method, path, roles, body, handler }`; a new area's list goes into routes.ts;
 *  2. its handler: takes a `PersonVisit`, calls one function of src/workflow with `visit.workplace` and `visit.person`, and
 *     returns an answer (answer.ts): `page(…)`, `redirect(…)` after a change, `json(…)`, `file(…)`. What the workflow
 *     refuses (WorkflowProblem) becomes an error page by itself; catch it only to show it beside a field;
 *  3. a view model in views/<page>.ts: a pure function from what the workflow gave to what the template prints, with the
 *     parts of forms from views/components.ts;
 *  4. a template templates/pages/<page>.hbs, out of the partials in templates/pages/partials (each says what it takes); every
 *     form has method="post" and {{> csrf}}. No inline script or style: they go into templates/pages/assets;
 *  5. a row in test/http/routes.test.ts, which fails until it is there, and the page in test/http/pages-browser.test.ts.
 * Roles are checked before the handler by the route's data, and again by the workflow, which the command line uses too.
 */
import express, { type Express } from 'express';
import { readBodies } from '../workflow/accounts/bodies.ts';
import type { CompileDesk } from '../workflow/board/compile-desk.ts';
import type { Workplace } from '../workflow/workplace.ts';
import { ASSETS_PATH, loadAssets } from './assets.ts';
import { frameMaker } from './frame.ts';
import { handle, type Office } from './handle.ts';
import { errorPages, noSuchPage } from './middleware/errors.ts';
import { requestLog } from './middleware/request-log.ts';
import { requireHost } from './middleware/require-host.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { serveAssets } from './middleware/serve-assets.ts';
import type { WebSettings } from './route.ts';
import { ROUTES } from './routes.ts';
import { loadTemplates } from './templates.ts';

/** @throws WorkflowProblem when the list of bodies cannot be read. */
export async function createApp(
  workplace: Workplace,
  settings: WebSettings,
  compiles: CompileDesk,
): Promise<Express> {
  const assets = loadAssets();
  const office: Office = {
    workplace,
    settings,
    compiles,
    frames: frameMaker(ROUTES, await readBodies(workplace)),
    render: loadTemplates(assets),
  };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', settings.trustedProxies);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(requestLog(settings.log));
  app.use(securityHeaders(settings));
  app.use(requireHost);
  app.use(ASSETS_PATH, serveAssets(assets));
  for (const route of ROUTES) app[route.method](route.path, handle(route, office));
  app.use(noSuchPage(office));
  app.use(errorPages(office));
  return app;
}
