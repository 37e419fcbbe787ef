/** What a handler answers: plain data, sent after the handler is done and so after what it wrote is committed. */
import type { Response } from 'express';

export interface PageAnswer {
  readonly kind: 'page';
  /** Name of the template: templates/pages/<page>.hbs. */
  readonly page: string;
  /** Of the window; the product's name is added. */
  readonly title: string;
  readonly view: object;
  readonly status: number;
  /** The page uses the whole width of a large screen. */
  readonly wide: boolean;
  /** Scripts of this page, by their names in templates/pages/assets. */
  readonly scripts: readonly string[];
  /** Seconds after which the page is asked for again where no scripts run; null: never. */
  readonly refresh: number | null;
}

export interface RedirectAnswer {
  readonly kind: 'redirect';
  /** The session that the browser is to hold from now on; null: none. Left as it is when absent. */
  readonly session?: string | null;
  /** A path within the application. */
  readonly to: string;
}

export interface JsonAnswer {
  readonly kind: 'json';
  readonly status: number;
  readonly value: unknown;
}

export interface FileAnswer {
  readonly kind: 'file';
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
  /** Under which the browser saves it; files are never shown in place. */
  readonly name: string;
}

/** For what is sent bit by bit, such as the progress of a compile. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly send: (response: Response) => Promise<void>;
}

export type Answer = PageAnswer | RedirectAnswer | JsonAnswer | FileAnswer | StreamAnswer;

export function page(
  name: string,
  title: string,
  view: object,
  options: Partial<Pick<PageAnswer, 'status' | 'wide' | 'scripts' | 'refresh'>> = {},
): PageAnswer {
  const usual = { status: 200, wide: false, scripts: [], refresh: null };
  return { kind: 'page', page: name, title, view, ...usual, ...options };
}

/** To another page of the application; the browser asks for it by GET. */
export function redirect(to: string, options: Pick<RedirectAnswer, 'session'> = {}): RedirectAnswer {
  return { kind: 'redirect', to, ...options };
}

export function json(value: unknown, status = 200): JsonAnswer {
  return { kind: 'json', value, status };
}

export function file(bytes: Uint8Array, type: string, name: string): FileAnswer {
  return { kind: 'file', bytes, type, name };
}
