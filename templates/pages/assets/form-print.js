/** On paper answers stand as text: a box of one line would cut what is longer than it. */
import { controlsIn } from './form-fields.js';
import { asWholeNumber, grouped, readNumber, withoutPercent } from './form-number.js';

/** @param {HTMLElement} form */
export function printAsText(form) {
  window.addEventListener('beforeprint', () => {
    for (const control of controlsIn(form, 'input[type="text"], select')) {
      const next = control.nextElementSibling;
      const said =
        next instanceof HTMLElement && 'said' in next.dataset ? next : document.createElement('span');
      said.dataset['said'] = '';
      said.className = 'app-said-on-paper';
      said.textContent = wordsOf(control);
      if (said !== next) control.after(said);
    }
  });
}

/** @param {import('./form-fields.js').Control} control @returns {string} */
function wordsOf(control) {
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  if (!control.classList.contains('app-field__input--number')) return control.value;
  const isWhole = control.closest('[data-whole]') !== null;
  const number = readNumber(isWhole ? asWholeNumber(control.value) : withoutPercent(control.value));
  return number === null ? control.value : grouped(number);
}
