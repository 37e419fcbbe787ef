/**
 * A block that was pasted can be taken back as a whole, since a browser's own undo knows nothing of it: by a button beside
 * the line that tells of it, or by Ctrl+Z as long as nothing else was typed. What was changed since stays.
 */
import { mainOf, readField, sameTexts, writeField } from './form-fields.js';
import { actOnRow } from './form-row-acts.js';
import { dropNote } from './form-row-notes.js';
import { blankAtEnd, isNew, readRow, writeRow } from './form-rows.js';

/**
 * @typedef {import('./form-fields.js').Input} Input
 * @typedef {{ place: HTMLElement, before: Input, after: Input, wasNew: boolean }} Pasted a field or a row; a new row is one
 *   that the pasting began
 */

/**
 * @param {import('./form-page.js').Page} page
 * @param {ReturnType<typeof import('./form-status.js').statusLine>} status
 * @param {{ flush: () => Promise<boolean> }} saving
 */
export function pasteUndo(page, status, saving) {
  const { form } = page;
  const button = form.querySelector('[data-undo]');
  /** @type {Pasted[]} */
  let pasted = [];
  /** @type {Set<Element>} places that were typed into since */
  const touched = new Set();
  let isWriting = false;

  /** @param {boolean} is */
  const offer = (is) => {
    if (button instanceof HTMLElement) button.hidden = !is;
  };

  const takeBack = async () => {
    const all = pasted;
    pasted = [];
    if (all[0]) focusOn(all[0].place);
    offer(false);
    await saving.flush();
    let left = 0;
    for (const one of all) if (!(await restore(one))) left += 1;
    const done = await saving.flush();
    const kept = left > 0 ? ` ${left} ô, dòng đã được sửa sau khi dán nên giữ nguyên.` : '';
    if (done) status.say(`Đã hoàn tác lần dán và lưu lại.${kept}`);
  };

  /** @param {Pasted} one @returns {Promise<boolean>} false when it stays as it is */
  const restore = async ({ place, before, after, wasNew }) => {
    const isMine = sameTexts(read(place), after) || place.querySelector('[data-by]')?.hasAttribute('hidden');
    if (!place.isConnected || touched.has(place) || isMine !== true || isInConflict(page, place))
      return false;
    const table = place.closest('[data-table]');
    if (wasNew && table instanceof HTMLElement) {
      if (!isNew(place)) {
        const reply = await actOnRow(page, 'remove', place);
        if (!reply?.ok || reply.value.outcome === 'conflict') return false;
        dropNote(table, place.dataset['row'] ?? '');
      } else place.remove();
      focusOn(blankAtEnd(table));
      return true;
    }
    isWriting = true;
    if (isField(place)) writeField(place, before);
    else writeRow(place, before);
    place.querySelector('[data-main], [data-column]')?.dispatchEvent(new Event('input', { bubbles: true }));
    isWriting = false;
    return true;
  };

  button?.addEventListener('click', () => void takeBack());
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
    if (event.key.toLowerCase() !== 'z' || pasted.length === 0 || touched.size > 0) return;
    event.preventDefault();
    void takeBack();
  });
  form.addEventListener('input', (event) => {
    const place = event.target instanceof Element ? event.target.closest('[data-field], [data-row]') : null;
    if (place && !isWriting) touched.add(place);
  });

  return {
    /**
     * Runs what pastes; what it writes can be taken back from then on.
     * @template T
     * @param {(about: (place: HTMLElement) => void) => T} paste says of each field or row that it is about to write there
     * @returns {T}
     */
    during: (paste) => {
      /** @type {Pasted[]} */
      const noted = [];
      isWriting = true;
      const result = paste((place) => {
        if (noted.every((one) => one.place !== place))
          noted.push({ place, before: read(place), after: {}, wasNew: isBlankRow(place) });
      });
      isWriting = false;
      if (noted.length > 0) {
        pasted = noted.map((one) => ({ ...one, after: read(one.place) }));
        touched.clear();
        offer(true);
      }
      return result;
    },
  };
}

/** @param {HTMLElement} place */
function isField(place) {
  return 'field' in place.dataset;
}

/** @param {HTMLElement} place */
function isBlankRow(place) {
  return !isField(place) && isNew(place) && Object.keys(readRow(place)).length === 0;
}

/** @param {HTMLElement} place @returns {Input} */
function read(place) {
  return isField(place) ? readField(place, {}) : readRow(place);
}

/** @param {import('./form-page.js').Page} page @param {HTMLElement} place */
function isInConflict(page, place) {
  if (isField(place)) return page.conflicts.has(place.dataset['field'] ?? '');
  const table = place.closest('[data-table]');
  const name = table instanceof HTMLElement ? table.dataset['table'] : '';
  return page.rowConflicts.has(`${name}/${place.dataset['row']}`);
}

/** @param {HTMLElement} place */
function focusOn(place) {
  const control = mainOf(place) ?? place.querySelector('[data-column]');
  if (control instanceof HTMLElement) control.focus();
}
