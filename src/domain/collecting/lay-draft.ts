/** A form as it stands: the latest revision with the draft laid over it, every field and row read. Pure; keeps no state. */
import type { Definition, Field, Form, FormTable, Indicator } from '../definition.ts';
import { bodiesByRoster } from '../intake/read-table.ts';
import { askedFields } from '../owed.ts';
import type { PeriodId } from '../period.ts';
import type { Answers, Carried, Cell, Revision, Row } from '../submission.ts';
import { indicatorOf } from '../validation/answers-schema.ts';
import { inputOf, type InputReading, type KeptInput } from './cell-input.ts';
import {
  letterTexts,
  readLetter,
  type DraftRow,
  type KeptDraft,
  type KeptRow,
  type Letter,
  type LetterReading,
} from './draft.ts';
import { kindOfAnswer, readInput } from './read-input.ts';
import { isBlankRow, readRow, textsOf } from './read-row.ts';

export interface LaidField {
  readonly field: Field;
  readonly indicator: Indicator;
  readonly input: KeptInput;
  readonly reading: InputReading;
  readonly version: number;
  readonly saved?: { readonly at: string; readonly by: string };
}

export interface LaidRow extends DraftRow {
  /** The columns that can be read. */
  readonly row: Row;
}

export interface LaidTable {
  readonly table: FormTable;
  readonly mark?: 'none' | Carried;
  readonly version: number;
  readonly rows: readonly LaidRow[];
  /** Rows that were taken out since the last sending, so that an edit of one is told. */
  readonly removed: readonly KeptRow[];
}

export interface LaidLetter {
  readonly number: string;
  readonly date: string;
  readonly reading: LetterReading;
  readonly version: number;
}

export interface LaidForm {
  /** The fields that the period asks, in the form's order. */
  readonly fields: readonly LaidField[];
  readonly tables: readonly LaidTable[];
  readonly letter: LaidLetter;
}

export interface DraftContext {
  readonly definition: Definition;
  readonly period: PeriodId;
  readonly form: Form;
  /** Ids of the bodies of each roster, for columns that name bodies. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/** @param letter the covering letter of the latest revision */
export function layDraft(
  { definition, period, form, members }: DraftContext,
  latest: Revision | undefined,
  draft: KeptDraft | undefined,
  letter?: Letter,
): LaidForm {
  const untouched = latest ? -latest.number : 0;
  const fields = askedFields(form, definition, period).map((field): LaidField => {
    const indicator = indicatorOf(field, definition);
    const kept = draft?.cells.get(field.id);
    if (kept) {
      const { input, version, at, by } = kept;
      return {
        field,
        indicator,
        input,
        reading: readInput(input, field, indicator),
        version,
        saved: { at, by },
      };
    }
    const cell = latest?.cells[field.id];
    return {
      field,
      indicator,
      input: cell ? keptInput(cell, field, indicator) : {},
      reading: cell ? { kind: 'cell', cell } : { kind: 'blank' },
      version: untouched,
    };
  });
  const namedOn = bodiesByRoster({ definition, members });
  const tables = form.tables.map((table): LaidTable => {
    const kept = draft?.tables.get(table.id);
    const mark = kept ? kept.mark : latest?.standingTables?.[table.id];
    const rows = kept?.rows ?? rowsOf(latest, table);
    return {
      table,
      ...(mark === undefined ? {} : { mark }),
      version: kept?.version ?? untouched,
      rows: rows
        .filter(({ removed }) => !removed)
        .map(({ id, texts, version, at, by }) => ({
          id,
          texts,
          version,
          ...readRow(texts, table, namedOn),
          ...(version > 0 ? { saved: { at, by } } : {}),
        })),
      removed: rows.filter(({ removed }) => removed),
    };
  });
  const typed = draft?.letter ?? letterTexts(letter);
  return {
    fields,
    tables,
    letter: {
      number: typed.number,
      date: typed.date,
      reading: readLetter(typed),
      version: draft?.letter?.version ?? untouched,
    },
  };
}

/** The rows of a revision with the ids and versions that they have in a draft laid over it. */
export function rowsOf(revision: Revision | undefined, table: FormTable): readonly KeptRow[] {
  if (!revision) return [];
  return (revision.tables[table.id] ?? []).map((row, index) => ({
    id: `b${revision.number}-${index + 1}`,
    texts: textsOf(row, table),
    removed: false,
    version: -revision.number,
    at: revision.receivedAt,
    by: '',
  }));
}

/** An answer as a draft keeps it: as it would be typed, with its origin when it was carried forward. */
export function keptInput(cell: Cell, field: Field, indicator: Indicator): KeptInput {
  const typed = inputOf(cell, kindOfAnswer(field, indicator));
  return cell.state !== 'pending' && cell.carried ? { ...typed, carried: cell.carried } : typed;
}

/** The answers that can be read. Nothing stands for what cannot: whether something is left is `unread`'s to say. */
export function answersOf({ fields, tables }: LaidForm): Answers {
  const cells = fields.flatMap(({ field, reading }) =>
    reading.kind === 'cell' ? [[field.id, reading.cell] as const] : [],
  );
  const rows = tables.flatMap((laid) => {
    const written = writtenRows(laid).filter(({ problems }) => problems.length === 0);
    return written.length > 0 ? [[laid.table.id, written.map(({ row }) => row)] as const] : [];
  });
  const filled = new Set(rows.map(([id]) => id));
  const marks = tables.flatMap(({ table: { id }, mark }) =>
    mark !== undefined && (mark === 'none') !== filled.has(id) ? [[id, mark] as const] : [],
  );
  return {
    cells: Object.fromEntries(cells),
    tables: Object.fromEntries(rows),
    ...(marks.length > 0 ? { standingTables: Object.fromEntries(marks) } : {}),
  };
}

/** The rows in which something is written. */
export function writtenRows({ rows }: LaidTable): readonly LaidRow[] {
  return rows.filter(({ texts }) => !isBlankRow(texts));
}
