/** What is done with a row: saved, added, moved, taken out, and chosen when two people changed it. */
import { showConflict } from './form-conflicts.js';
import { showCount } from './form-context.js';
import { dropNote, noteOf, showRemoved } from './form-row-notes.js';
import {
  appendBlank,
  blankAtEnd,
  isNew,
  putInOrder,
  readRow,
  rename,
  rowAbove,
  rowsIn,
  rowWords,
  showRow,
  writeRow,
} from './form-rows.js';
import { post } from './form-server.js';

/** @typedef {import('./form-page.js').Page} Page */
/** @typedef {ReturnType<Page['changedRows']>[number]} ChangedRow */

/** Of a new row, the same however often it is sent. @param {HTMLElement} place */
function tokenOf(place) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return (place.dataset['token'] ??= Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  ));
}

/** @param {import('./form-fields.js').Input} texts */
function wordsOf(texts) {
  return JSON.stringify(Object.entries(texts).sort());
}

/** @param {Page} page @param {ChangedRow} change */
export async function saveChangedRow(page, { id, table, place, name, isNew: isAdded, texts, was }) {
  if (isAdded) place.dataset['sent'] = `${place.dataset['sent'] ?? ''}\n${wordsOf(texts)}`;
  const reply = await post(
    `${page.path}/dong`,
    isAdded
      ? { act: 'add', table: id, texts, token: tokenOf(place) }
      : { act: 'save', table: id, row: name, texts, seen: was.v },
  );
  if (!reply.ok) return reply;
  const answer = reply.value;
  if (isAdded && answer.outcome === 'conflict') {
    // It was added already, and the answer was lost. What was typed since is a change of that row, if it is still as it was sent.
    const { id: own, version, texts: there } = answer.theirs;
    rename(table, place, own);
    page.setRow(
      id,
      own,
      place.dataset['sent']?.split('\n').includes(wordsOf(there))
        ? { v: version, t: there }
        : { v: 0, t: {} },
    );
    return reply;
  }
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
  markConflict(page, table, place, theirs, {
    title: 'vừa sửa dòng này. Đề nghị chọn một trong hai:',
    who,
    mine: { text: rowWords(place, mine), name: 'giu-dong', label: 'Giữ nội dung của tôi' },
    theirs: {
      text: theirs === null ? 'đã bỏ dòng này' : rowWords(place, theirs.texts),
      name: 'lay-dong',
      label: theirs === null ? 'Bỏ dòng' : 'Lấy nội dung này',
    },
  });
}

/** What another changed is not taken out unseen. @param {Page} page @param {HTMLElement} table @param {HTMLElement} place @param {any} answer */
function showRemovalConflict(page, table, place, { theirs, who }) {
  markConflict(page, table, place, theirs, {
    title: 'vừa sửa dòng này, nên dòng chưa bị bỏ. Đề nghị chọn một trong hai:',
    who,
    mine: { text: 'bỏ dòng này', name: 'bo-dong', label: 'Vẫn bỏ dòng' },
    theirs: { text: rowWords(place, theirs.texts), name: 'lay-dong', label: 'Giữ dòng, lấy nội dung này' },
  });
}

/** @param {Page} page @param {HTMLElement} table @param {HTMLElement} place @param {any} theirs @param {Omit<Parameters<typeof showConflict>[1], 'about'>} words */
function markConflict(page, table, place, theirs, words) {
  const row = place.dataset['row'] ?? '';
  const about = `${table.dataset['table']}/${row}`;
  page.rowConflicts.set(about, theirs === null ? null : { v: theirs.version, t: theirs.texts });
  place.classList.add('app-row--wrong');
  showConflict(noteOf(table, row, row), { ...words, about });
}

/** @param {Page} page @param {string} about "table/row" @param {boolean} keepMine */
export function settleRow(page, about, keepMine) {
  const [table, place] = rowAt(page, about);
  const theirs = page.rowConflicts.get(about);
  if (!table || !place || theirs === undefined) return;
  const [id, name] = [table.dataset['table'] ?? '', place.dataset['row'] ?? ''];
  page.rowConflicts.delete(about);
  dropNote(table, name);
  place.classList.remove('app-row--wrong');
  if (theirs !== null) {
    page.setRow(id, name, theirs);
    if (!keepMine) writeRow(place, theirs.t);
  } else if (keepMine) {
    // It was taken out: kept by adding it anew.
    page.setRow(id, name, { v: 0, t: {} });
    place.toggleAttribute('data-new', true);
  } else place.remove();
  const control = (place.isConnected ? place : blankAtEnd(table)).querySelector('[data-column]');
  if (control instanceof HTMLElement) control.focus();
}

/** Though another changed it. @param {Page} page @param {string} about "table/row" */
export async function removeAnyway(page, about) {
  const [table, place] = rowAt(page, about);
  const theirs = page.rowConflicts.get(about);
  if (!table || !place || !theirs) return null;
  settleRow(page, about, false);
  return takeOut(page, table, place);
}

/** @param {Page} page @param {string} about "table/row" @returns {[HTMLElement | undefined, HTMLElement | undefined]} */
function rowAt(page, about) {
  const [id = '', name = ''] = about.split('/');
  const table = page.tables.get(id);
  return [table, table && rowsIn(table).find((row) => row.dataset['row'] === name)];
}

/** @param {Page} page @param {string} act "up", "down" or "remove" @param {HTMLElement} place */
export async function actOnRow(page, act, place) {
  const table = place.closest('[data-table]');
  if (!(table instanceof HTMLElement)) return null;
  if (act === 'remove') return takeOut(page, table, place);
  const id = table.dataset['table'] ?? '';
  const row = place.dataset['row'] ?? '';
  const known = rowsIn(table).filter((one) => !isNew(one));
  const at = known.indexOf(place);
  if (act === 'up' ? at <= 0 : at >= known.length - 1) return null;
  const before = known[at + (act === 'up' ? -1 : 2)]?.dataset['row'] ?? null;
  const seen = known.map((one) => one.dataset['row'] ?? '');
  const reply = await post(`${page.path}/dong`, { act: 'move', table: id, row, before, seen });
  if (!reply.ok) return reply;
  if (reply.value.outcome === 'conflict') goneByOther(page, table, place, reply.value.who);
  else putInOrder(table, reply.value.order);
  return reply;
}

/** It can be put back from where it stood. @param {Page} page @param {HTMLElement} table @param {HTMLElement} place */
async function takeOut(page, table, place) {
  const id = table.dataset['table'] ?? '';
  const row = place.dataset['row'] ?? '';
  const reply = await post(`${page.path}/dong`, { act: 'remove', table: id, row, seen: page.row(id, row).v });
  if (!reply.ok) return reply;
  if (reply.value.outcome === 'conflict') {
    showRemovalConflict(page, table, place, reply.value);
    return reply;
  }
  const texts = readRow(place);
  const number = place.querySelector('[data-number]')?.textContent ?? '';
  const after = rowAbove(table, place);
  const words = `Đã bỏ dòng ${number}: ${rowWords(place, texts)}.`;
  place.remove();
  putInOrder(table, reply.value.order);
  countRows(page, table);
  showRemoved(table, { row, after, words }).focus();
  return { ...reply, said: `Đã bỏ dòng ${number}` };
}

/** @param {Page} page @param {HTMLElement} table @param {HTMLElement} place @param {string} who */
export function goneByOther(page, table, place, who) {
  const row = place.dataset['row'] ?? '';
  const after = rowAbove(table, place);
  const words = `${who} đã bỏ dòng: ${rowWords(place, readRow(place))}.`;
  place.remove();
  showRemoved(table, { row, after, words });
  countRows(page, table);
}

/** @param {Page} page @param {string} about "table/row" */
export async function putBack(page, about) {
  const [id = '', row = ''] = about.split('/');
  const table = page.tables.get(id);
  if (!table) return null;
  const reply = await post(`${page.path}/dong`, { act: 'restore', table: id, row });
  if (!reply.ok) return reply;
  const { row: server, order } = reply.value;
  let place = rowsIn(table).find((one) => one.dataset['row'] === row);
  if (!place) {
    place = appendBlank(table);
    rename(table, place, row);
    writeRow(place, server.texts);
    page.setRow(id, row, { v: server.version, t: readRow(place) });
    showRow(place, server);
  }
  dropNote(table, row);
  table.querySelector(`[data-taken="${CSS.escape(row)}"]`)?.remove();
  if (!table.querySelector('[data-taken]')) table.querySelector('[data-taken-out]')?.remove();
  putInOrder(table, order);
  blankAtEnd(table);
  countRows(page, table);
  const control = place.querySelector('[data-column]');
  if (control instanceof HTMLElement) control.focus();
  return { ...reply, said: `Đã lấy lại dòng ${place.querySelector('[data-number]')?.textContent ?? ''}` };
}

/** @param {Page} page @param {HTMLElement} table */
export function countRows(page, table) {
  const count = rowsIn(table).filter((row) => Object.keys(readRow(row)).length > 0).length;
  showCount(page.form, table.id, `${count} dòng`, count > 0);
}
