/**
 * What a form's page was told, sent along with it and back: so it is known which fields a person changed, and which
 * version of each they saw, however long the page stood open and whether or not it runs scripts.
 */
import {
  inputOf,
  INPUT_PARTS,
  stateOf,
  type AnswerKind,
  type CellInput,
  type InputReading,
} from '../../domain/collecting/cell-input.ts';
import type { DeskColumn, FormDesk } from '../../workflow/collecting/form-desk.ts';
import { badRequest } from '../problem.ts';

export interface ShownCell {
  readonly v: number;
  readonly i: CellInput;
}

export interface ShownRow {
  readonly v: number;
  readonly t: Readonly<Record<string, string>>;
}

export interface ShownTable {
  readonly v: number;
  /** By row id. */
  readonly rows: Readonly<Record<string, ShownRow>>;
}

export interface Shown {
  /** By field id. */
  readonly cells: Readonly<Record<string, ShownCell>>;
  /** By table id. */
  readonly tables: Readonly<Record<string, ShownTable>>;
}

/** All that a page shows of a form. */
export function shownOf({ sections, tables }: Pick<FormDesk, 'sections' | 'tables'>): Shown {
  return {
    cells: Object.fromEntries(
      sections
        .flatMap(({ fields }) => fields)
        .map((field) => [field.id, { v: field.version, i: shownInput(field) }]),
    ),
    tables: Object.fromEntries(
      tables.map(({ id, version, rows, columns }) => [
        id,
        {
          v: version,
          rows: Object.fromEntries(
            rows.map((row) => [row.id, { v: row.version, t: shownTexts(row.texts, columns) }]),
          ),
        },
      ]),
    ),
  };
}

/**
 * An input as the page shows it: as it was typed, except that choices are shown by what was read, so that "Có" and
 * "không phát sinh" stand where they are chosen.
 */
export function shownInput({
  input,
  reading,
  kind,
}: {
  readonly input: CellInput;
  readonly reading: InputReading;
  readonly kind: AnswerKind;
}): CellInput {
  const isChosen =
    reading.kind === 'cell' && (reading.cell.state !== 'value' || kind === 'flag' || kind === 'status');
  return partsOf(isChosen ? inputOf(reading.cell, kind) : input);
}

/** Texts of a row as the page shows them, choices by their id; a blank has no entry. */
export function shownTexts(
  texts: Readonly<Record<string, string>>,
  columns: readonly Pick<DeskColumn, 'id' | 'type' | 'choices'>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ id, type, choices }) => {
      const text = texts[id] ?? '';
      if (text === '') return [];
      return [[id, optionOf(type === 'flag' ? FLAG_CHOICES : choices, text) ?? text]];
    }),
  );
}

export const FLAG_CHOICES = [
  { id: 'yes', label: 'Có' },
  { id: 'no', label: 'Không' },
];

/** The choice that a text names by id or label; what is spelled otherwise stays as typed until the server reads it. */
function optionOf(
  choices: readonly { readonly id: string; readonly label: string }[],
  typed: string,
): string | undefined {
  const key = typed.trim().toLocaleLowerCase('vi');
  return choices.find(({ id, label }) => id === typed || label.toLocaleLowerCase('vi') === key)?.id;
}

/** Only the parts that say something: what the workflow keeps beside them is no part of a form. */
export function partsOf(input: CellInput): CellInput {
  return Object.fromEntries(
    INPUT_PARTS.flatMap((part) => {
      const text = part === 'state' && stateOf(input) === 'value' ? '' : (input[part] ?? '');
      return text === '' ? [] : [[part, text]];
    }),
  );
}

/** @throws HttpProblem 400 when it is not what a page was told. */
export function readShown(text: string): Shown {
  try {
    const parsed: unknown = JSON.parse(text);
    const { cells, tables } = record(parsed);
    return {
      cells: mapped(cells, (cell) => {
        const { v, i } = record(cell);
        return { v: whole(v), i: inputFrom(i) };
      }),
      tables: mapped(tables, (table) => {
        const { v, rows } = record(table);
        return {
          v: whole(v),
          rows: mapped(rows, (row) => {
            const { v: version, t } = record(row);
            return { v: whole(version), t: textsFrom(t) };
          }),
        };
      }),
    };
  } catch {
    throw badRequest();
  }
}

/** @throws TypeError when it is no input. */
export function inputFrom(value: unknown): CellInput {
  const texts = textsFrom(value);
  const state = texts['state'] ?? 'value';
  if (state !== 'value' && state !== 'none' && state !== 'pending' && state !== 'not-applicable')
    throw new TypeError('no state of an answer');
  return { ...partsOf(texts), ...(state === 'value' ? {} : { state }) };
}

/** @throws TypeError when it is not texts by name. */
export function textsFrom(value: unknown): Readonly<Record<string, string>> {
  return mapped(value, (text) => {
    if (typeof text !== 'string') throw new TypeError('no text');
    return text;
  });
}

export function record(
  value: unknown,
): Readonly<Record<string, unknown>> & { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no record');
  return value as Readonly<Record<string, unknown>>;
}

export function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('no whole number');
  return value;
}

function mapped<T>(value: unknown, read: (one: unknown) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, read(one)]));
}
