/** What the scripts of a form's page send, read: anything else is refused before it reaches the workflow. */
import type { CellInput } from '../../domain/collecting/cell-input.ts';
import { badRequest } from '../problem.ts';
import { inputFrom, record, textsFrom, whole } from './form-shown.ts';

export type RowAct =
  | {
      readonly act: 'add';
      readonly table: string;
      readonly texts: Readonly<Record<string, string>>;
      readonly before?: string;
      /** The same when it is sent again. */
      readonly token?: string;
    }
  | {
      readonly act: 'save';
      readonly table: string;
      readonly row: string;
      readonly texts: Readonly<Record<string, string>>;
      readonly seen: number;
    }
  | { readonly act: 'remove'; readonly table: string; readonly row: string; readonly seen: number }
  | { readonly act: 'restore'; readonly table: string; readonly row: string }
  | {
      readonly act: 'move';
      readonly table: string;
      readonly row: string;
      readonly before: string | null;
      /** Ids of the rows in the order that the page showed. */
      readonly seen: readonly string[];
    };

/** More fields, and more rows of a table, than any form has. */
const MOST_CHANGES = 1000;

/** @throws HttpProblem 400 */
export function readCellChanges(
  json: unknown,
): readonly { readonly field: string; readonly input: CellInput; readonly seen: number }[] {
  return orBadRequest(() => {
    const { changes } = record(json);
    if (!Array.isArray(changes) || changes.length > MOST_CHANGES) throw new TypeError('no changes');
    return changes.map((change) => {
      const { field, input, seen } = record(change);
      return { field: text(field), input: inputFrom(input), seen: whole(seen) };
    });
  });
}

/** @throws HttpProblem 400 */
export function readRowAct(json: unknown): RowAct {
  return orBadRequest(() => {
    const { act, table: named, row, texts, seen, before, token } = record(json);
    const table = text(named);
    switch (act) {
      case 'add':
        return {
          act,
          table,
          texts: textsFrom(texts),
          ...(before === undefined ? {} : { before: text(before) }),
          ...(token === undefined ? {} : { token: tokenIn(token) }),
        };
      case 'save':
        return { act, table, row: text(row), texts: textsFrom(texts), seen: whole(seen) };
      case 'remove':
        return { act, table, row: text(row), seen: whole(seen) };
      case 'restore':
        return { act, table, row: text(row) };
      case 'move':
        return { act, table, row: text(row), before: before === null ? null : text(before), seen: ids(seen) };
      default:
        throw new TypeError('no such act');
    }
  });
}

function orBadRequest<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw badRequest();
  }
}

function ids(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > MOST_CHANGES) throw new TypeError('no order');
  return value.map(text);
}

/** It becomes part of the row's id, which stands in names of fields and in addresses. */
function tokenIn(value: unknown): string {
  const token = text(value);
  if (!/^[\da-f]{16,64}$/.test(token)) throw new TypeError('no token');
  return token;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}
