/** What is said below a row, over the whole width of its table: that two people changed it, or that it was taken out. */
import { choiceButton } from './form-fields.js';

/**
 * The note of a row, made when there is none.
 * @param {HTMLElement} table
 * @param {string} row id of the row that it is about
 * @param {string} after id of the row below which it stands; "" at the top
 * @returns {HTMLElement} where its content goes
 */
export function noteOf(table, row, after) {
  const known = findNote(table, row);
  const cell = known?.querySelector('td');
  if (cell) return cell;
  const note = document.createElement('tr');
  note.className = 'app-row-note';
  note.dataset['note'] = row;
  note.dataset['after'] = after;
  const place = document.createElement('td');
  place.colSpan = table.querySelectorAll('thead th').length;
  note.append(place);
  table.querySelector('[data-rows]')?.append(note);
  putNote(table, note);
  return place;
}

/** @param {HTMLElement} table @param {string} row */
export function dropNote(table, row) {
  findNote(table, row)?.remove();
}

/** Notes stay below their rows. @param {HTMLElement} table */
export function putNotes(table) {
  for (const note of table.querySelectorAll('[data-note]'))
    if (note instanceof HTMLElement) putNote(table, note);
}

/**
 * In the place of a row that was taken out.
 * @param {HTMLElement} table
 * @param {{ row: string, after: string, words: string }} removed
 * @returns {HTMLButtonElement} puts it back
 */
export function showRemoved(table, { row, after, words }) {
  const line = document.createElement('p');
  line.className = 'app-row-note__line';
  const undo = choiceButton('lay-lai', `${table.dataset['table']}/${row}`, 'Hoàn tác');
  const about = document.createElement('span');
  about.textContent = words;
  about.id = `bo-${table.dataset['table']}-${row}`;
  undo.setAttribute('aria-describedby', about.id);
  line.append(about, ' ', undo);
  noteOf(table, row, after).replaceChildren(line);
  return undo;
}

/** @param {HTMLElement} table @param {string} row */
function findNote(table, row) {
  return table.querySelector(`[data-note="${CSS.escape(row)}"]`);
}

/** @param {HTMLElement} table @param {HTMLElement} note */
function putNote(table, note) {
  const after = table.querySelector(`[data-row="${CSS.escape(note.dataset['after'] ?? '')}"]`);
  if (after) after.after(note);
  else table.querySelector('[data-rows]')?.prepend(note);
}
