/** The pages on a database of their own, with a clock that is set, and an account of each kind. */
import { join } from 'node:path';
import type { Database } from '../../src/db/connect.ts';
import { insertAccount } from '../../src/db/accounts.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Browser } from '../../src/render/browser.ts';
import { isOfBody, ROLES, type Role } from '../../src/domain/account.ts';
import { formToken } from '../../src/http/middleware/csrf.ts';
import { startWeb } from '../../src/http/start-web.ts';
import { hashPassword } from '../../src/workflow/accounts/password.ts';
import { startSession } from '../../src/workflow/accounts/session.ts';
import { vietnamTime, type Workplace } from '../../src/workflow/workplace.ts';

export const REPORTS = join(import.meta.dirname, '..', '..', 'reports');
export const PASSWORD = 'một cái cầu vồng';
export const LIMITS = { idleMinutes: 30, hours: 12 };

/** The five roles, and a clerk who has not changed the first password yet. */
export type Who = Role | 'newcomer';
export const EVERYONE: readonly Who[] = [...ROLES, 'newcomer'];

export interface Site {
  readonly url: string;
  readonly workplace: Workplace;
  readonly ids: Readonly<Record<Who, number>>;
  /** What was logged since the last call. */
  readonly logged: () => readonly string[];
  /** Moves the clock on. */
  readonly wait: (time: { readonly minutes?: number; readonly seconds?: number }) => void;
  /** A browser of one of them, signed in without a form. */
  readonly as: (who: Who) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
}

export interface SiteOptions {
  readonly reportsDir?: string;
  /** Prints reports; without one nothing can be compiled. */
  readonly browser?: () => Promise<Browser>;
}

export async function openSite(
  db: Database,
  at = '2024-11-04T08:00:00+07:00',
  {
    reportsDir = REPORTS,
    browser = () => Promise.reject(new Error('this site prints nothing')),
  }: SiteOptions = {},
): Promise<Site> {
  let now = Date.parse(at);
  let lines: string[] = [];
  const workplace: Workplace = {
    db,
    reportsDir,
    actor: 'test',
    now: () => vietnamTime(new Date(now)),
  };
  const password = await (hashed ??= hashPassword(PASSWORD));
  const ids = {} as Record<Who, number>;
  for (const who of EVERYONE) {
    const role = who === 'newcomer' ? 'clerk' : who;
    ids[who] = await inTransaction(db, (trx) =>
      insertAccount(
        trx,
        {
          name: who,
          fullName: `Người dùng ${who}`,
          role,
          ...(isOfBody(role) ? { entity: 'an-giang' } : {}),
          password,
          mustChangePassword: who === 'newcomer',
        },
        { at, actor: 'test' },
      ),
    );
  }
  const server = await startWeb(
    { ...workplace, browser },
    { host: '127.0.0.1', port: 0, publicUrl: undefined, trustedProxies: 0, session: LIMITS },
    (line) => lines.push(line),
  );
  return {
    url: server.url,
    workplace,
    ids,
    logged: () => {
      const found = lines;
      lines = [];
      return found;
    },
    wait: ({ minutes = 0, seconds = 0 }) => (now += (minutes * 60 + seconds) * 1000),
    as: async (who) => {
      const token = await inTransaction(db, (trx) => startSession(trx, ids[who], workplace.now(), LIMITS));
      return new Visitor(server.url, token);
    },
    stop: () => server.stop(),
  };
}

/** Takes a quarter of a second, and is the same for all. */
let hashed: Promise<string> | undefined;

/** What a browser does that matters here: it keeps cookies, follows nothing, and sends the token of its page. */
export class Visitor {
  readonly #url: string;
  readonly cookies = new Map<string, string>();

  /** @param session of someone who is signed in */
  constructor(url: string, session?: string) {
    this.#url = url;
    if (session !== undefined) this.cookies.set('phien', session);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.send(path, { headers });
  }

  /** Sends a form with the token that a page would have given. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    return this.send(path, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ _csrf: await this.token(), ...fields }),
    });
  }

  /** Sends JSON as a script of ours does. */
  async postJson(path: string, value: unknown): Promise<Answered> {
    return this.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': await this.token() },
      body: JSON.stringify(value),
    });
  }

  /** The token of this visitor's pages. */
  async token(): Promise<string> {
    const { text } = await this.get('/dang-nhap');
    const shown = /<meta name="csrf-token" content="([\w-]+)">/.exec(text)?.[1];
    // Who is signed in is sent on from there; their pages all have the token of their session.
    return shown ?? formToken(this.cookies.get('phien') ?? '');
  }

  async send(path: string, request: RequestInit): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(request.headers);
    if (cookie !== '') headers.set('Cookie', cookie);
    const response = await fetch(new URL(path, this.#url), { ...request, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (line.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.status,
      to: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    };
  }
}

export interface Answered {
  readonly status: number;
  /** Where a redirect leads. */
  readonly to: string | null;
  readonly headers: Headers;
  readonly text: string;
}
