/** A form as it comes back from its page: what stands in every field, what the page was told, and the button pressed. */
import { INPUT_PARTS, sameInput, type CellInput } from '../../domain/collecting/cell-input.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import type { Fields } from '../fields.ts';
import { badRequest } from '../problem.ts';
import { inputFrom, readShown, type Shown } from './form-shown.ts';
import type { Typed } from './form.ts';
import { NEW_ROW, type TypedRow } from './form-table.ts';

/** Names of the buttons; the value says which field, row or table it is about. */
export const BUTTONS = [
  'giu-nguyen',
  'dung',
  'giu',
  'lay',
  'giu-dong',
  'lay-dong',
  'them-dong',
  'xoa-dong',
  'lay-lai',
  'len-dong',
  'xuong-dong',
  'khong-co',
  'co-lai',
  'ban-moi',
  'tiep',
] as const;
export type Button = (typeof BUTTONS)[number] | 'luu';

export interface Posted {
  readonly shown: Shown;
  /** What stands in the fields that were sent. */
  readonly cells: ReadonlyMap<string, CellInput>;
  /** Of each table the rows that were sent, in order; new ones have an id that begins with NEW_ROW. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>;
  readonly button: Button;
  readonly value: string;
  /** Versions of others that the page showed beside ours, by field, or by table and row. */
  readonly conflicts: ReadonlyMap<string, number>;
}

/** @throws HttpProblem 400 when it does not come from a page of this form. */
export function readPosted(sent: Fields, desk: Pick<FormDesk, 'sections' | 'tables'>): Posted {
  const shown = readShown(sent.get('goc'));
  const button = BUTTONS.find((name) => sent.has(name));
  const value = button === undefined ? '' : sent.get(button);
  const form = button === 'dung' ? withReading(sent, value) : sent;
  return {
    shown,
    cells: cellsOf(form, shown, desk),
    rows: rowsOf(form, desk),
    button: button ?? 'luu',
    value,
    conflicts: new Map(
      form.names().flatMap((name) => {
        const [, about] = /^xung-dot\.(.+)$/.exec(name) ?? [];
        const version = Number(form.get(name));
        return about === undefined || !Number.isSafeInteger(version) ? [] : [[about, version]];
      }),
    ),
  };
}

/** The fields that say something else than what the page was told. */
export function changedCells({ shown, cells }: Pick<Posted, 'shown' | 'cells'>): readonly {
  readonly field: string;
  readonly input: CellInput;
  readonly seen: number;
}[] {
  return [...cells].flatMap(([field, input]) => {
    const was = shown.cells[field];
    return sameInput(input, was?.i ?? {}) ? [] : [{ field, input, seen: was?.v ?? 0 }];
  });
}

/** Rows that say something else than what the page was told, and new ones in which something is written. */
export function changedRows({ shown, rows }: Pick<Posted, 'shown' | 'rows'>): readonly {
  readonly table: string;
  readonly row: string;
  readonly isNew: boolean;
  readonly texts: Readonly<Record<string, string>>;
  readonly seen: number;
}[] {
  return [...rows].flatMap(([table, sent]) =>
    [...sent].flatMap(([row, texts]) => {
      const isNew = isNewRow(row);
      const was = shown.tables[table]?.rows[row];
      if (isNew ? sameTexts(texts, {}) : !was || sameTexts(texts, was.t)) return [];
      return [{ table, row, isNew, texts, seen: was?.v ?? 0 }];
    }),
  );
}

/** All that was changed, as a page shows what is not saved. */
export function unsavedOf(posted: Posted): Typed {
  const rows = new Map<string, { rows: Map<string, TypedRow>; added: Readonly<Record<string, string>>[] }>();
  for (const { table, row, isNew, texts } of changedRows(posted)) {
    const typed = rows.get(table) ?? { rows: new Map<string, TypedRow>(), added: [] };
    if (isNew) typed.added.push(texts);
    else typed.rows.set(row, { texts });
    rows.set(table, typed);
  }
  return {
    cells: new Map(changedCells(posted).map(({ field, input }) => [field, { input }])),
    rows,
    shown: posted.shown,
  };
}

export function isNewRow(row: string): boolean {
  return row.startsWith(NEW_ROW);
}

/** A button beside an ambiguous number says which field is meant to hold which text. */
function withReading(sent: Fields, value: string): Fields {
  const [, name, text] = /^([^=]+)=(.*)$/s.exec(value) ?? [];
  if (name === undefined || text === undefined || !sent.has(name)) return sent;
  return { ...sent, get: (asked) => (asked === name ? text : sent.get(asked)) };
}

/** A part that the page does not ask stays as it was. */
function cellsOf(
  sent: Fields,
  shown: Shown,
  { sections }: Pick<FormDesk, 'sections'>,
): ReadonlyMap<string, CellInput> {
  return new Map(
    sections
      .flatMap(({ fields }) => fields)
      .filter(({ id }) => INPUT_PARTS.some((part) => sent.has(`o.${id}.${part}`)))
      .map(({ id }) => {
        const was = shown.cells[id]?.i ?? {};
        const parts = INPUT_PARTS.map((part) => {
          const name = `o.${id}.${part}`;
          return [part, sent.has(name) ? sent.get(name) : (was[part] ?? '')] as const;
        });
        const given = Object.fromEntries(parts.filter(([, text]) => text !== ''));
        return [id, sentInput(given)] as const;
      }),
  );
}

/** @throws HttpProblem 400 when it names a state that no answer has. */
export function sentInput(value: unknown): CellInput {
  try {
    return inputFrom(value);
  } catch {
    throw badRequest();
  }
}

function rowsOf(sent: Fields, { tables }: Pick<FormDesk, 'tables'>): Posted['rows'] {
  const names = sent.names();
  return new Map(
    tables.map(({ id, columns }) => {
      const prefix = `d.${id}.`;
      const rows = new Map<string, Record<string, string>>();
      for (const name of names.filter((one) => one.startsWith(prefix))) {
        const [row = '', column = ''] = name.slice(prefix.length).split('.');
        if (!columns.some((one) => one.id === column)) continue;
        const texts = rows.get(row) ?? {};
        if (sent.get(name) !== '') texts[column] = sent.get(name);
        rows.set(row, texts);
      }
      return [id, rows];
    }),
  );
}

function sameTexts(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const columns = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...columns].every((column) => (one[column] ?? '') === (other[column] ?? ''));
}
