/** The rows of the page's tables: read, written, made and put in order. */
import { controlsIn, setValue, showBy, showProblems } from './form-fields.js';
import { putNotes } from './form-row-notes.js';

/** @typedef {import('./form-fields.js').Input} Input */
/** @typedef {{ id: string, version: number, texts: Input, problems: import('./form-fields.js').Problem[], by: string | null }} ServerRow */

let made = 0;

/** @param {ParentNode} form @returns {HTMLElement[]} */
export function tablesIn(form) {
  return [...form.querySelectorAll('[data-table]')].filter((one) => one instanceof HTMLElement);
}

/** @param {HTMLElement} table @returns {HTMLElement[]} */
export function rowsIn(table) {
  return [...table.querySelectorAll('[data-rows] > [data-row]')].filter((one) => one instanceof HTMLElement);
}

/** @param {HTMLElement} row */
export function isNew(row) {
  return 'new' in row.dataset;
}

/** @param {HTMLElement} row @returns {Input} */
export function readRow(row) {
  /** @type {Input} */
  const texts = {};
  for (const control of controlsIn(row, '[data-column]')) {
    const text = control.value.normalize('NFC');
    if (text !== '') texts[control.dataset['column'] ?? ''] = text;
  }
  return texts;
}

/** @param {HTMLElement} row @param {Input} texts */
export function writeRow(row, texts) {
  for (const control of controlsIn(row, '[data-column]'))
    setValue(control, texts[control.dataset['column'] ?? ''] ?? '');
}

/** An empty row at the end, to begin the next one in. @param {HTMLElement} table @returns {HTMLElement} */
export function appendBlank(table) {
  const template = table.querySelector('template[data-blank]');
  const row =
    template instanceof HTMLTemplateElement
      ? template.content.querySelector('[data-row]')?.cloneNode(true)
      : null;
  if (!(row instanceof HTMLElement)) throw new Error('the page has no blank row');
  made += 1;
  table.querySelector('[data-rows]')?.append(row);
  rename(table, row, `moi-${made}`);
  return row;
}

/** The last row is always an empty one. @param {HTMLElement} table @returns {HTMLElement} */
export function blankAtEnd(table) {
  const last = rowsIn(table).at(-1);
  return last && isNew(last) && Object.keys(readRow(last)).length === 0 ? last : appendBlank(table);
}

/** A row gets the id that the server gave it. @param {HTMLElement} table @param {HTMLElement} row @param {string} id */
export function rename(table, row, id) {
  const name = table.dataset['table'] ?? '';
  const old = row.dataset['row'] ?? '';
  row.dataset['row'] = id;
  row.id = `row-${name}-${id}`;
  for (const control of controlsIn(row, '[data-column]')) {
    const column = control.dataset['column'] ?? '';
    const label = row.querySelector(`label[for="${CSS.escape(`d-${name}-${old}-${column}`)}"]`);
    control.id = `d-${name}-${id}-${column}`;
    control.name = `d.${name}.${id}.${column}`;
    label?.setAttribute('for', control.id);
  }
  for (const button of row.querySelectorAll('[data-act]')) {
    button.setAttribute('value', `${name}/${id}`);
    button.toggleAttribute('hidden', id.startsWith('moi'));
  }
  row.toggleAttribute('data-new', id.startsWith('moi'));
}

/** @param {HTMLElement} row @param {ServerRow} server */
export function showRow(row, { problems, by }) {
  row.classList.toggle('app-row--wrong', problems.length > 0);
  for (const control of controlsIn(row, '[data-column]')) {
    const place = control.closest('td')?.querySelector('[data-messages]');
    const own = problems.filter(({ part }) => part === control.dataset['column']);
    if (place) showProblems(place, own, () => control.name);
  }
  showBy(row, by);
}

/** New rows stay at the end. @param {HTMLElement} table @param {readonly string[]} order */
export function putInOrder(table, order) {
  const place = table.querySelector('[data-rows]');
  const rows = rowsIn(table);
  const known = order.flatMap((id) => rows.find((row) => row.dataset['row'] === id) ?? []);
  const others = rows.filter((row) => !known.includes(row));
  const wanted = [...known, ...others];
  if (wanted.some((row, index) => row !== rows[index])) {
    const focused = document.activeElement;
    place?.append(...wanted);
    putNotes(table);
    if (focused instanceof HTMLElement && table.contains(focused)) focused.focus();
  }
  known.forEach((row, index) => {
    const number = row.querySelector('[data-number]');
    if (number) number.textContent = String(index + 1);
    row.querySelector('[data-act="up"]')?.toggleAttribute('disabled', index === 0);
    row.querySelector('[data-act="down"]')?.toggleAttribute('disabled', index === known.length - 1);
  });
}

/** In one line, choices by their labels. @param {HTMLElement} row @param {Input} texts @returns {string} */
export function rowWords(row, texts) {
  const words = controlsIn(row, '[data-column]').flatMap((control) => {
    const text = texts[control.dataset['column'] ?? ''] ?? '';
    if (text === '') return [];
    if (!(control instanceof HTMLSelectElement)) return [text];
    return [[...control.options].find(({ value }) => value === text)?.text ?? text];
  });
  return words.length === 0 ? 'để trống' : words.join('; ');
}

/** Id of the row above; "" for the first. @param {HTMLElement} table @param {HTMLElement} row */
export function rowAbove(table, row) {
  const rows = rowsIn(table);
  return rows[rows.indexOf(row) - 1]?.dataset['row'] ?? '';
}
