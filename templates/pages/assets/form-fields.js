/** The fields of the page as inputs: read, written, and what is the matter with them shown beside them. */

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 * @typedef {Record<string, string>} Input parts by name; a blank part has no entry
 * @typedef {{ part: string, message: string, readings: { text: string, label: string }[] }} Problem
 */

/** @param {ParentNode} form @returns {HTMLElement[]} */
export function fieldsIn(form) {
  return [...form.querySelectorAll('[data-field]')].filter((one) => one instanceof HTMLElement);
}

/** @param {ParentNode} place @param {string} selector @returns {Control[]} */
export function controlsIn(place, selector) {
  return [...place.querySelectorAll(selector)].filter(
    (one) =>
      one instanceof HTMLInputElement ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement,
  );
}

/**
 * What stands in a field; parts that the page does not ask stay as they were.
 * @param {HTMLElement} field
 * @param {Input} was
 * @returns {Input}
 */
export function readField(field, was) {
  const input = { ...was };
  for (const control of controlsIn(field, '[data-part]')) {
    const part = control.dataset['part'] ?? '';
    const text = control.value.normalize('NFC');
    if (text === '' || (part === 'state' && text === 'value')) delete input[part];
    else input[part] = text;
  }
  return input;
}

/** @param {HTMLElement} field @param {Input} input */
export function writeField(field, input) {
  for (const control of controlsIn(field, '[data-part]')) {
    const part = control.dataset['part'] ?? '';
    setValue(control, input[part] ?? (part === 'state' ? 'value' : ''));
  }
}

/** A text that is none of a list's choices is added to it, so that it is seen. @param {Control} control @param {string} text */
export function setValue(control, text) {
  if (control instanceof HTMLSelectElement) {
    const known = [...control.options].find(
      ({ value, text: label }) => value === text || sameWords(label, text),
    );
    if (known) {
      control.value = known.value;
      return;
    }
    control.add(new Option(text, text));
  }
  control.value = text;
}

/** @param {string} one @param {string} other */
function sameWords(one, other) {
  return one.trim().toLocaleLowerCase('vi') === other.trim().toLocaleLowerCase('vi');
}

/** @param {Input} one @param {Input} other @returns {boolean} */
export function sameTexts(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (part) => (one[part] ?? '') === (other[part] ?? ''),
  );
}

/** The one that Enter leads to. @param {HTMLElement} field @returns {Control | undefined} */
export function mainOf(field) {
  return controlsIn(field, '[data-main]')[0];
}

/**
 * @param {Element} place
 * @param {readonly Problem[]} problems
 * @param {(part: string) => string} nameOf the control that a part is typed into
 */
export function showProblems(place, problems, nameOf) {
  place.replaceChildren(
    ...problems.map(({ part, message, readings }) => {
      const line = document.createElement('p');
      line.className = 'govuk-error-message app-field__problem';
      const prefix = document.createElement('span');
      prefix.className = 'govuk-visually-hidden';
      prefix.textContent = 'Lỗi:';
      line.append(prefix, ` ${message}`);
      for (const { text, label } of readings)
        line.append(' ', choiceButton('dung', `${nameOf(part)}=${text}`, label));
      return line;
    }),
  );
}

/** @param {string} name @param {string} value @param {string} label @returns {HTMLButtonElement} */
export function choiceButton(name, value, label) {
  const button = document.createElement('button');
  button.className = 'app-choice';
  button.name = name;
  button.value = value;
  button.textContent = label;
  return button;
}

/** @param {HTMLElement} field @param {readonly Problem[]} problems @param {boolean} done */
export function showState(field, problems, done) {
  field.classList.toggle('app-field--wrong', problems.length > 0);
  field.toggleAttribute('data-done', done);
  const main = mainOf(field);
  const kind =
    main instanceof HTMLSelectElement ? 'select' : main instanceof HTMLTextAreaElement ? 'textarea' : 'input';
  main?.classList.toggle(`govuk-${kind}--error`, problems.length > 0);
  const place = field.querySelector('[data-messages]');
  if (place) showProblems(place, problems, (part) => `o.${field.dataset['field']}.${part}`);
}

/** @param {ParentNode} place @param {string | null} by */
export function showBy(place, by) {
  const line = place.querySelector('[data-by]');
  if (!(line instanceof HTMLElement)) return;
  line.textContent = by ?? '';
  line.hidden = by === null;
}

/** What was typed, in one line. @param {HTMLElement} field @param {Input} input @returns {string} */
export function inputWords(field, input) {
  const words = controlsIn(field, '[data-part]').flatMap((control) => {
    const text = input[control.dataset['part'] ?? ''] ?? '';
    if (text === '') return [];
    if (!(control instanceof HTMLSelectElement)) return [text];
    return [[...control.options].find(({ value }) => value === text)?.text ?? text];
  });
  return words.length === 0 ? 'để trống' : words.join('; ');
}
