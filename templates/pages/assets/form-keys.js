/**
 * From field to field by the keyboard: Enter and the arrows move on, Ctrl+Enter to the next field without an answer, Ctrl+S
 * saves; Tab goes through everything, as always.
 */
import { controlsIn, fieldsIn, mainOf } from './form-fields.js';

/** @param {HTMLElement} form @param {{ save: () => void, say: (words: string) => void }} acts */
export function moveByKeys(form, { save, say }) {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
    if (event.key.toLowerCase() !== 's' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key !== 'Enter') save();
    else if (!goToUnanswered(form)) say('Mọi ô bắt buộc đã có câu trả lời');
  });
  form.addEventListener('keydown', (event) => {
    const from = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (from instanceof HTMLTextAreaElement || from instanceof HTMLButtonElement) return;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    const step = stepOf(event, from instanceof HTMLSelectElement);
    if (step === 0) return;
    event.preventDefault();
    const stops = stopsIn(form);
    const next = nextOf(stops, from, step);
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });
}

/** The next one after where one is, or from the top again. @param {HTMLElement} form @returns {boolean} */
function goToUnanswered(form) {
  const at = document.activeElement;
  const open = fieldsIn(form).filter((field) => !('done' in field.dataset) && !('optional' in field.dataset));
  const others = open.filter((field) => !field.contains(at));
  const isAfter = (/** @type {HTMLElement} */ field) =>
    at !== null && (at.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = others.find(isAfter) ?? others[0];
  const main = next && mainOf(next);
  main?.focus();
  if (main instanceof HTMLInputElement) main.select();
  return open.length > 0;
}

/** @param {KeyboardEvent} event @param {boolean} inList a list's own keys are the arrows */
function stepOf(event, inList) {
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1;
  if (inList || event.shiftKey) return 0;
  if (event.key === 'ArrowDown') return 1;
  return event.key === 'ArrowUp' ? -1 : 0;
}

/** Where one answers: the choices of how to answer are passed by. @param {HTMLElement} form */
function stopsIn(form) {
  return controlsIn(form, '[data-main], [data-part]:not([data-part="state"]), [data-column]').filter(
    (control) => !control.disabled && control.offsetParent !== null,
  );
}

/** @param {readonly import('./form-fields.js').Control[]} stops @param {HTMLElement} from @param {number} step */
function nextOf(stops, from, step) {
  const at = stops.findIndex((stop) => stop === from);
  if (at >= 0) return stops[at + step];
  const after = stops.findIndex(
    (stop) => (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return step > 0 ? stops[after] : stops[(after === -1 ? stops.length : after) - 1];
}
