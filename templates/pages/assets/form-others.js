/** What others saved meanwhile appears field by field; what is typed here and not saved stays, and is asked about when saved. */
import { readField, sameTexts, showBy, showState, writeField } from './form-fields.js';
import {
  appendBlank,
  blankAtEnd,
  isNew,
  putInOrder,
  readRow,
  rename,
  rowsIn,
  showRow,
  writeRow,
} from './form-rows.js';
import { goneByOther } from './form-row-acts.js';
import { dropNote } from './form-row-notes.js';
import { get } from './form-server.js';
import { showStanding } from './form-standing.js';

/** @typedef {import('./form-page.js').Page} Page */

const EVERY = 8_000;
const FRESH = 6_000;

/**
 * @param {Page} page
 * @param {ReturnType<typeof import('./form-status.js').statusLine>} status
 * @param {{ isBusy: () => boolean }} saving
 * @param {(field: HTMLElement) => void} written
 */
export function followOthers(page, status, saving, written) {
  let known = Number(page.form.dataset['version'] ?? '0');
  let asking = false;
  let isOver = false;

  const ask = async () => {
    if (asking || saving.isBusy() || document.visibilityState !== 'visible') return;
    asking = true;
    const reply = await get(`${page.path}/thay-doi?tu=${known}`);
    asking = false;
    if (!reply.ok && reply.kind === 'signed-out' && !isOver) sayOver(page, status);
    isOver = !reply.ok && reply.kind === 'signed-out';
    // What was saved while the answer was on its way is newer than the answer.
    if (!reply.ok || saving.isBusy()) return;
    const { version, mayEdit, fields, tables } = reply.value;
    const isSent = showStanding(reply.value);
    if (!mayEdit) {
      status.failed('phiếu đã được gửi hoặc kỳ báo cáo đã đóng.', { href: page.path, text: 'Tải lại trang' });
      return;
    }
    if (version !== known) {
      known = version;
      for (const one of fields) takeField(page, one, written);
      for (const one of tables) takeTable(page, one);
    }
    if (isSent)
      status.warn(
        'Phiếu vừa được gửi lãnh đạo duyệt. Nội dung sửa tiếp tại đây là một bản mới và phải gửi duyệt lại.',
      );
  };

  const timer = window.setInterval(() => void ask(), EVERY);
  window.addEventListener('focus', () => void ask());
  document.addEventListener('visibilitychange', () => void ask());
  return { ask, stop: () => clearInterval(timer) };
}

/** Once: what is said again is read out again. @param {Page} page @param {ReturnType<typeof import('./form-status.js').statusLine>} status */
function sayOver(page, status) {
  status.warn('Phiên làm việc đã kết thúc. Nội dung đã nhập vẫn được giữ.', {
    href: `/dang-nhap?tiep=${encodeURIComponent(`${page.path}?sua`)}`,
    text: 'Đăng nhập lại',
  });
}

/** @param {Page} page @param {any} server @param {(field: HTMLElement) => void} written */
function takeField(page, server, written) {
  const field = page.fields.get(server.field);
  const was = page.cell(server.field);
  if (!field || was.v === server.version || page.conflicts.has(server.field)) return;
  if (!sameTexts(readField(field, was.i), was.i)) return;
  page.shown.cells[server.field] = { v: server.version, i: server.input };
  if (sameTexts(was.i, server.input)) return;
  writeField(field, server.input);
  showState(field, server.problems, server.done);
  showBy(field, server.by);
  flash(field);
  written(field);
}

/** @param {Page} page @param {{ table: string, rows: import('./form-rows.js').ServerRow[], removed: Record<string, string> }} server */
function takeTable(page, server) {
  const table = page.tables.get(server.table);
  if (!table) return;
  for (const row of server.rows) {
    const was = page.row(server.table, row.id);
    let place = rowsIn(table).find((one) => one.dataset['row'] === row.id);
    if (place && was.v === row.version) continue;
    if (page.rowConflicts.has(`${server.table}/${row.id}`)) continue;
    if (place && !sameTexts(readRow(place), was.t)) continue;
    // Added here, and the answer was lost: it is settled when the row is sent again.
    if (!place && rowsIn(table).some((one) => isNew(one) && row.id === `n-${one.dataset['token']}`)) continue;
    if (!place) {
      place = appendBlank(table);
      rename(table, place, row.id);
      dropNote(table, row.id);
    }
    writeRow(place, row.texts);
    page.setRow(server.table, row.id, { v: row.version, t: readRow(place) });
    showRow(place, row);
    flash(place);
  }
  const ids = server.rows.map(({ id }) => id);
  for (const place of rowsIn(table)) {
    const id = place.dataset['row'] ?? '';
    const isGone = !isNew(place) && !ids.includes(id);
    if (!isGone || !sameTexts(readRow(place), page.row(server.table, id).t)) continue;
    const by = server.removed[id];
    if (by === undefined) place.remove();
    else goneByOther(page, table, place, by);
  }
  putInOrder(table, ids);
  blankAtEnd(table);
}

/** @param {HTMLElement} place */
function flash(place) {
  place.classList.add('app-field--fresh');
  setTimeout(() => place.classList.remove('app-field--fresh'), FRESH);
}
