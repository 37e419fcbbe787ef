/** Saves what is typed, one request at a time: all changed fields together, then the changed rows. */
import { inputWords, readField, sameTexts, showBy, showState, writeField } from './form-fields.js';
import { showConflict } from './form-conflicts.js';
import { saveChangedRow } from './form-row-acts.js';
import { post } from './form-server.js';

/**
 * @typedef {import('./form-page.js').Page} Page
 * @typedef {import('./form-server.js').Reply} Reply
 */

const PAUSE = 700;
const FIRST_RETRY = 3_000;
const LAST_RETRY = 30_000;

/**
 * @param {Page} page
 * @param {ReturnType<typeof import('./form-status.js').statusLine>} status
 * @param {{ keep: () => void, count: () => void, saved: () => void }} also
 */
export function startSaving(page, status, also) {
  let timer = 0;
  let failures = 0;
  /** @type {Promise<boolean> | null} */
  let running = null;

  const hasChanges = () => page.changedFields().length + page.changedRows().length > 0;

  /** @param {number} ms */
  const later = (ms) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void flush(), ms);
  };

  /** @returns {Promise<boolean>} true when nothing is left to save */
  const flush = () => {
    clearTimeout(timer);
    running ??= save().finally(() => {
      running = null;
      also.saved();
    });
    return running;
  };

  const save = async () => {
    let at = '';
    // Each round saves what was typed during the one before.
    for (let round = 0; round < 50 && hasChanges(); round += 1) {
      status.saving();
      const reply = await saveOnce();
      also.keep();
      also.count();
      if (!reply.ok) return failed(reply);
      at = reply.value.at;
    }
    failures = 0;
    if (at !== '') status.saved(at);
    if (page.conflicts.size + page.rowConflicts.size > 0) {
      status.failed('có nội dung người khác cũng vừa sửa, đề nghị chọn ở ô được đánh dấu');
      return false;
    }
    return !hasChanges();
  };

  const saveOnce = async () => {
    const sent = page.changedFields();
    /** @type {Reply} */
    let reply = { ok: true, value: { at: '' } };
    if (sent.length > 0) {
      const changes = sent.map(({ id, input, was }) => ({ field: id, input, seen: was.v }));
      reply = await post(`${page.path}/luu`, { changes });
      if (!reply.ok) return reply;
      for (const one of reply.value.fields) {
        const change = sent.find(({ id }) => id === one.field);
        if (change) takeField(page, change, one);
      }
    }
    for (const change of page.changedRows()) {
      reply = await saveChangedRow(page, change);
      if (!reply.ok) return reply;
    }
    return reply;
  };

  /** @param {Extract<Reply, { ok: false }>} reply */
  const failed = (reply) => {
    const kept = 'Nội dung đã nhập vẫn được giữ trên máy này.';
    switch (reply.kind) {
      case 'signed-out':
        status.failed(`phiên làm việc đã kết thúc. ${kept}`, {
          href: `/dang-nhap?tiep=${encodeURIComponent(`${page.path}?sua`)}`,
          text: 'Đăng nhập lại',
        });
        break;
      case 'stale':
        status.failed(`trang được mở từ lần đăng nhập trước. ${kept}`, {
          href: `${page.path}?sua`,
          text: 'Tải lại trang',
        });
        break;
      case 'refused':
        status.failed(reply.message);
        break;
      case 'unreachable':
        failures += 1;
        status.failed(`${reply.message}. Đang thử lại. ${kept}`);
        later(Math.min(FIRST_RETRY * failures, LAST_RETRY));
        break;
    }
    return false;
  };

  return { soon: () => later(PAUSE), flush, hasChanges, isBusy: () => running !== null };
}

/** @param {Page} page @param {{ id: string, field: HTMLElement, input: import('./form-fields.js').Input }} change @param {any} answer */
function takeField(page, { id, field, input }, answer) {
  if (answer.outcome === 'conflict') {
    page.conflicts.set(id, { v: answer.version, i: answer.input });
    showFieldConflict(field, id, input, answer.input, answer.who);
    return;
  }
  page.shown.cells[id] = { v: answer.version, i: input };
  showBy(field, answer.by);
  field.querySelector('[data-offer]')?.remove();
  const isUntouched = sameTexts(readField(field, input), input);
  if (answer.input && isUntouched && !field.contains(document.activeElement)) {
    writeField(field, answer.input);
    page.shown.cells[id] = { v: answer.version, i: readField(field, {}) };
  }
  // While one is still typing a number it is often one that cannot be read yet.
  const show = () => showState(field, answer.problems, answer.done);
  if (answer.problems.length > 0 && field.contains(document.activeElement)) {
    field.toggleAttribute('data-done', false);
    field.addEventListener('focusout', () => sameTexts(readField(field, input), input) && show(), {
      once: true,
    });
  } else if (isUntouched) show();
}

/** @param {HTMLElement} field @param {string} id @param {import('./form-fields.js').Input} mine @param {import('./form-fields.js').Input} theirs @param {string} who */
function showFieldConflict(field, id, mine, theirs, who) {
  const place = field.querySelector('[data-messages]');
  if (!place) return;
  field.classList.add('app-field--wrong');
  showConflict(place, {
    title: 'vừa sửa ô này. Đề nghị chọn một trong hai:',
    who,
    about: id,
    mine: { text: inputWords(field, mine), name: 'giu', label: 'Giữ nội dung của tôi' },
    theirs: { text: inputWords(field, theirs), name: 'lay', label: 'Lấy nội dung này' },
  });
}
