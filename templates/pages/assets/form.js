/** The page on which a form is filled in: puts its parts together. Without this the page works by its buttons. */
import { followReading } from './form-contents.js';
import { liveContext } from './form-context.js';
import { fieldsIn, setValue, showState, writeField } from './form-fields.js';
import { moveByKeys } from './form-keys.js';
import { followOthers } from './form-others.js';
import { readPage } from './form-page.js';
import { pasteBlocks } from './form-paste.js';
import { printAsText } from './form-print.js';
import { actOnRow, putBack, removeAnyway, settleRow } from './form-row-acts.js';
import { appendBlank, blankAtEnd, rowsIn, writeRow } from './form-rows.js';
import { startSaving } from './form-saving.js';
import { changesWhenSaved } from './form-standing.js';
import { statusLine } from './form-status.js';
import { pasteUndo } from './form-undo.js';
import { unsavedStore } from './form-unsaved.js';

const form = document.querySelector('#bieu');
if (form instanceof HTMLFormElement) run(form);

/** @param {HTMLFormElement} place */
function run(place) {
  const page = readPage(place);
  const status = statusLine(place);
  const context = liveContext(place);
  const store = unsavedStore(place);
  const keep = () =>
    store.keep({
      fields: page.changedFields().map(({ id, input, was }) => ({ field: id, input, v: was.v, was: was.i })),
      rows: page.changedRows().map(({ id, name, isNew, texts, was }) => ({
        table: id,
        row: isNew ? null : name,
        texts,
        v: was.v,
        was: was.t,
      })),
    });
  const saving = startSaving(page, status, {
    keep,
    count: context.count,
    saved: () => changesWhenSaved() && !saving.hasChanges() && void others.ask(),
  });
  const others = followOthers(page, status, saving, context.typed);
  const saveNow = () =>
    void saving.flush().then((done) => done && !saving.hasChanges() && sayNothingToSave());
  moveByKeys(place, { save: saveNow, say: status.say });
  followReading(place);
  pasteBlocks(place, status, pasteUndo(page, status, saving));
  printAsText(place);

  place.addEventListener('input', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const field = target?.closest('[data-field]');
    if (field instanceof HTMLElement) context.typed(field);
    const table = target?.closest('[data-table]');
    if (table instanceof HTMLElement) blankAtEnd(table);
    keep();
    saving.soon();
  });

  place.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    page.writeOrigin();
    if (button && doHere(button)) event.preventDefault();
  });

  /** Buttons that need no new page. @param {HTMLButtonElement} button @returns {boolean} */
  const doHere = (button) => {
    const { name, value } = button;
    switch (name) {
      case '':
        saveNow();
        return true;
      case 'tiep':
        void saving.flush().then((done) => done && location.assign(`${page.path}/${value}`));
        return true;
      case 'dung':
        chooseReading(value);
        return true;
      case 'giu':
      case 'lay':
        // A conflict that came with the page is settled by sending the form.
        if (!page.conflicts.has(value)) return false;
        settleField(value, name === 'giu');
        return true;
      case 'giu-dong':
      case 'lay-dong':
        if (!page.rowConflicts.has(value)) return false;
        settleRow(page, value, name === 'giu-dong');
        void saving.flush();
        return true;
      case 'bo-dong':
        void done(removeAnyway(page, value));
        return true;
      case 'lay-lai':
        void done(putBack(page, value));
        return true;
      case 'them-dong': {
        const table = page.tables.get(value);
        const control = table && blankAtEnd(table).querySelector('[data-column]');
        if (control instanceof HTMLElement) control.focus();
        return true;
      }
      case 'len-dong':
      case 'xuong-dong':
      case 'xoa-dong': {
        const row = button.closest('[data-row]');
        if (row instanceof HTMLElement) void changeRow(button.dataset['act'] ?? '', row);
        return true;
      }
      default:
        return false;
    }
  };

  const sayNothingToSave = () => {
    if (!/^Đã lưu/.test(place.querySelector('[data-status]')?.textContent ?? ''))
      status.say('Không có thay đổi nào cần lưu');
  };

  /** @param {string} act @param {HTMLElement} row */
  const changeRow = async (act, row) => {
    await saving.flush();
    await done(actOnRow(page, act, row));
  };

  /** @param {ReturnType<typeof putBack | typeof actOnRow>} acting */
  const done = async (acting) => {
    const reply = await acting;
    if (!reply) return;
    if (!reply.ok) status.failed(reply.message);
    else if (reply.value.outcome === 'reordered')
      status.warn(
        `Dòng chưa được chuyển: ${reply.value.who} vừa đổi thứ tự các dòng. Đề nghị xem thứ tự mới rồi chuyển lại nếu cần.`,
      );
    else if (reply.value.outcome === 'conflict')
      status.warn(`${reply.value.who} vừa sửa hoặc bỏ dòng này. Đề nghị xem lại.`);
    else status.saved(reply.value.at, 'said' in reply ? reply.said : undefined);
  };

  /** @param {string} value "name of the control=text" */
  const chooseReading = (value) => {
    const at = value.indexOf('=');
    const control = place.elements.namedItem(value.slice(0, at));
    if (!(control instanceof HTMLInputElement)) return;
    setValue(control, value.slice(at + 1));
    control.focus();
    const field = control.closest('[data-field]');
    if (field instanceof HTMLElement) {
      showState(field, [], false);
      context.typed(field);
    }
    void saving.flush();
  };

  /** @param {string} id @param {boolean} keepMine */
  const settleField = (id, keepMine) => {
    const [field, theirs] = [page.fields.get(id), page.conflicts.get(id)];
    if (!field || !theirs) return;
    page.conflicts.delete(id);
    page.shown.cells[id] = theirs;
    if (!keepMine) writeField(field, theirs.i);
    showState(field, [], true);
    context.typed(field);
    keep();
    void saving.flush().then((done) => done && status.say('Đã lưu lựa chọn.'));
  };

  const restore = () => {
    const kept = store.kept();
    for (const { field: id, input, v, was } of kept.fields) {
      const field = page.fields.get(id);
      if (!field) continue;
      writeField(field, input);
      if (page.cell(id).v !== v) page.shown.cells[id] = { v, i: was };
      context.typed(field);
    }
    for (const { table: id, row, texts, v, was } of kept.rows) {
      const table = page.tables.get(id);
      if (!table) continue;
      const known = rowsIn(table).find((one) => one.dataset['row'] === row);
      if (known && page.row(id, row ?? '').v !== v) page.setRow(id, row ?? '', { v, t: was });
      writeRow(known ?? blankAtEnd(table), texts);
      if (!known) appendBlank(table);
    }
    return kept.fields.length + kept.rows.length > 0;
  };

  if (restore()) status.say('Đã khôi phục nội dung chưa lưu');
  for (const field of fieldsIn(place)) if (field.dataset['kind'] === 'number') context.typed(field);
  if (saving.hasChanges()) saving.soon();
  window.addEventListener('pagehide', keep);
}
