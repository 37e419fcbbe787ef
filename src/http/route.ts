/** What a route is, and what its handler gets. Who may use it is data, so that one test walks every route as every role. */
import type { Account, Person, Role } from '../domain/account.ts';
import type { SessionLimits } from '../workflow/accounts/session.ts';
import type { CompileDesk } from '../workflow/board/compile-desk.ts';
import type { Workplace } from '../workflow/workplace.ts';
import type { Answer } from './answer.ts';
import type { Fields } from './fields.ts';

export interface WebSettings {
  /** As people type it, e.g. "https://baocao.example.gov.vn"; undefined: whatever the request says, without TLS. */
  readonly publicUrl: string | undefined;
  /** Proxies in front whose word on the sender's address is taken; 0: none. */
  readonly trustedProxies: number;
  readonly session: SessionLimits;
  /** A line a request, and what broke. */
  readonly log: (line: string) => void;
}

export interface UploadedFile {
  /** Name of the form's field. */
  readonly field: string;
  /** As the sender calls it: to be shown, never used as a path. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** One request, read and checked: the handler sees nothing of HTTP. */
export interface Visit {
  /** Acts are recorded under the person's name. */
  readonly workplace: Workplace;
  readonly settings: WebSettings;
  /** Where reports are compiled. */
  readonly compiles: CompileDesk;
  readonly account: Account | undefined;
  /** Parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  /** Fields of the form that was sent; none for GET. */
  readonly form: Fields;
  /** The parsed JSON that was sent; undefined when it was a form. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  /** Where the request comes from. */
  readonly address: string;
  /** The session that the browser holds. */
  readonly session: string | undefined;
  /** The path of role's first page; see frame.ts. */
  readonly home: string;
}

export interface PersonVisit extends Visit {
  readonly account: Account;
  /** Who acts: to be handed to the workflow. */
  readonly person: Person;
}

interface Place {
  readonly method: 'get' | 'post';
  /** As Express writes it: "/bieu/:report/:period/:form". */
  readonly path: string;
  /** Largest body in bytes; 512 KiB when absent. */
  readonly limit?: number;
  /** Files may come along (multipart/form-data); `limit` then is that of all together. */
  readonly upload?: boolean;
  /** What people are told they may send, in bytes, where `limit` leaves room above it; otherwise `limit`. */
  readonly toldLimit?: number;
}

/** For everyone, signed in or not. */
export interface OpenRoute extends Place {
  readonly roles: 'anyone';
  readonly body: 'none';
  readonly handler: (visit: Visit) => Answer | Promise<Answer>;
}

export interface GuardedRoute extends Place {
  readonly roles: readonly Role[];
  /**
   * Whose papers the page shows. own: those of the person's body; where the path has ":entity" it must be that body.
   * any: those of a body that the path names. none: no body's.
   */
  readonly body: 'own' | 'any' | 'none';
  /** It works while the first password is not changed yet. */
  readonly beforePasswordChange?: boolean;
  /** What is sent when the session has just ended is kept for the person; the page of the same path shows it again. */
  readonly keepsForm?: boolean;
  /** A script asks it by itself while its page stands open: that is no use of the session, which ends after idling all the same. */
  readonly asksByItself?: boolean;
  readonly handler: (visit: PersonVisit) => Answer | Promise<Answer>;
}

export type Route = OpenRoute | GuardedRoute;
