/** What is done with a row: saved, added, moved, taken out, and chosen when two people changed it. */
import { showConflict } from './form-conflicts.js';
import { showCount } from './form-context.js';
import { isNew, putInOrder, readRow, rename, rowsIn, rowWords, showRow, writeRow } from './form-rows.js';
import { post } from './form-server.js';

/** @typedef {import('./form-page.js').Page} Page */
/** @typedef {ReturnType<Page['changedRows']>[number]} ChangedRow */

/** @param {Page} page @param {ChangedRow} change */
export async function saveChangedRow(page, { id, table, place, name, isNew: isAdded, texts, was }) {
  const reply = await post(
    `${page.path}/dong`,
    isAdded ? { act: 'add', table: id, texts } : { act: 'save', table: id, row: name, texts, seen: was.v },
  );
  if (!reply.ok) return reply;
  const answer = reply.value;
  if (answer.outcome === 'conflict') {
    showRowConflict(page, table, place, texts, answer);
    return reply;
  }
  if (isAdded) rename(table, place, answer.row.id);
  page.setRow(id, answer.row.id, { v: answer.row.version, t: texts });
  showRow(place, answer.row);
  putInOrder(table, answer.order);
  countRows(page, table);
  return reply;
}

/** @param {Page} page @param {HTMLElement} table @param {HTMLElement} place @param {import('./form-fields.js').Input} mine @param {any} answer */
function showRowConflict(page, table, place, mine, { theirs, who }) {
  const about = `${table.dataset['table']}/${place.dataset['row']}`;
  page.rowConflicts.set(about, theirs === null ? null : { v: theirs.version, t: theirs.texts });
  const messages = place.querySelector('[data-row-messages]');
  place.classList.add('app-row--wrong');
  if (!messages) return;
  showConflict(messages, {
    what: 'dòng',
    who,
    mine: rowWords(mine),
    theirs: theirs === null ? 'đã bỏ dòng này' : rowWords(theirs.texts),
    about,
    keep: 'giu-dong',
    take: 'lay-dong',
  });
}

/** @param {Page} page @param {string} about "table/row" @param {boolean} keepMine */
export function settleRow(page, about, keepMine) {
  const [id = '', name = ''] = about.split('/');
  const table = page.tables.get(id);
  const place = table && rowsIn(table).find((row) => row.dataset['row'] === name);
  const theirs = page.rowConflicts.get(about);
  if (!table || !place || theirs === undefined) return;
  page.rowConflicts.delete(about);
  place.querySelector('[data-row-messages]')?.replaceChildren();
  place.classList.remove('app-row--wrong');
  if (theirs !== null) {
    page.setRow(id, name, theirs);
    if (!keepMine) writeRow(place, theirs.t);
  } else if (keepMine) {
    // It was taken out: kept by adding it anew.
    page.setRow(id, name, { v: 0, t: {} });
    place.toggleAttribute('data-new', true);
  } else place.remove();
}

/** @param {Page} page @param {string} act "up", "down" or "remove" @param {HTMLElement} place */
export async function actOnRow(page, act, place) {
  const table = place.closest('[data-table]');
  if (!(table instanceof HTMLElement)) return null;
  const id = table.dataset['table'] ?? '';
  const row = place.dataset['row'] ?? '';
  if (act === 'remove') {
    const mine = readRow(place);
    const sure = Object.keys(mine).length === 0 || window.confirm('Bỏ dòng này khỏi bảng?');
    if (!sure) return null;
    const reply = await post(`${page.path}/dong`, { act, table: id, row, seen: page.row(id, row).v });
    if (!reply.ok) return reply;
    if (reply.value.outcome === 'conflict') showRowConflict(page, table, place, mine, reply.value);
    else {
      place.remove();
      putInOrder(table, reply.value.order);
      countRows(page, table);
    }
    return reply;
  }
  const known = rowsIn(table).filter((one) => !isNew(one));
  const at = known.indexOf(place);
  const before = known[at + (act === 'up' ? -1 : 2)]?.dataset['row'] ?? null;
  if (act === 'up' ? at <= 0 : at >= known.length - 1) return null;
  const reply = await post(`${page.path}/dong`, { act: 'move', table: id, row, before });
  if (reply.ok && reply.value.outcome !== 'conflict') putInOrder(table, reply.value.order);
  return reply;
}

/** @param {Page} page @param {HTMLElement} table */
export function countRows(page, table) {
  const count = rowsIn(table).filter((row) => Object.keys(readRow(row)).length > 0).length;
  showCount(page.form, table.id, `${count} dòng`, count > 0);
}
