/** What the page knows of the form: what the server had of each field and row, and so what is not saved yet. */
import { fieldsIn, readField, sameTexts } from './form-fields.js';
import { isNew, readRow, rowsIn, tablesIn } from './form-rows.js';

/**
 * @typedef {import('./form-fields.js').Input} Input
 * @typedef {{ v: number, i: Input }} ShownCell
 * @typedef {{ v: number, t: Input }} ShownRow
 * @typedef {{ cells: Record<string, ShownCell>, tables: Record<string, { v: number, rows: Record<string, ShownRow> }> }} Shown
 * @typedef {ReturnType<typeof readPage>} Page
 */

/** @param {HTMLFormElement} form */
export function readPage(form) {
  const origin = form.querySelector('input[name="goc"]');
  if (!(origin instanceof HTMLInputElement)) throw new Error('the page was told nothing');
  /** @type {Shown} */
  const shown = JSON.parse(origin.value);
  const fields = new Map(fieldsIn(form).map((field) => [field.dataset['field'] ?? '', field]));
  const tables = new Map(tablesIn(form).map((table) => [table.dataset['table'] ?? '', table]));
  /** @type {Map<string, ShownCell>} what another typed into a field meanwhile */
  const conflicts = new Map();
  /** @type {Map<string, ShownRow | null>} the same of a row, by "table/row"; null: it was taken out */
  const rowConflicts = new Map();

  /** @param {string} id */
  const cell = (id) => shown.cells[id] ?? { v: 0, i: {} };
  /** @param {string} table @param {string} row */
  const row = (table, row) => shown.tables[table]?.rows[row] ?? { v: 0, t: {} };

  return {
    form,
    path: new URL(form.action).pathname,
    shown,
    fields,
    tables,
    conflicts,
    rowConflicts,
    cell,
    row,
    /** @param {string} table @param {string} id @param {ShownRow} known */
    setRow: (table, id, known) => {
      const rows = (shown.tables[table] ??= { v: 0, rows: {} }).rows;
      rows[id] = known;
    },
    /** Fields that say something else than the server, and are not in conflict. */
    changedFields: () =>
      [...fields].flatMap(([id, field]) => {
        const was = cell(id);
        const input = readField(field, was.i);
        return conflicts.has(id) || sameTexts(input, was.i) ? [] : [{ id, field, input, was }];
      }),
    changedRows: () =>
      [...tables].flatMap(([id, table]) =>
        rowsIn(table).flatMap((place) => {
          const name = place.dataset['row'] ?? '';
          const was = row(id, name);
          const texts = readRow(place);
          if (rowConflicts.has(`${id}/${name}`) || sameTexts(texts, was.t)) return [];
          return [{ id, table, place, name, isNew: isNew(place), texts, was }];
        }),
      ),
    /** So that the form can be sent whole. */
    writeOrigin: () => {
      origin.value = JSON.stringify(shown);
    },
  };
}
