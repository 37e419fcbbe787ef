/** What follows from what is typed, at once: the change from earlier months, computed figures, how much is done. */
import { controlsIn, fieldsIn, mainOf } from './form-fields.js';
import { changeFrom, changeWords, computeFigures } from './form-figures.js';
import { asWholeNumber, exact, grouped, readNumber, withoutPercent } from './form-number.js';

/** @param {HTMLElement} form */
export function liveContext(form) {
  const figures = [...form.querySelectorAll('[data-figure]')].flatMap((place) => {
    const output = place.querySelector('[data-value]');
    if (!(place instanceof HTMLElement) || !output) return [];
    return [
      {
        output,
        figure: /** @type {import('./form-figures.js').Figure} */ (JSON.parse(place.dataset['figure'] ?? '')),
      },
    ];
  });
  const fields = new Map(fieldsIn(form).map((field) => [field.dataset['field'] ?? '', field]));

  const compute = () => {
    const values = computeFigures(
      figures.map(({ figure }) => figure),
      (id) => {
        const field = fields.get(id);
        const value = field ? numberIn(field) : null;
        return value === null ? null : exact(value);
      },
    );
    for (const { output, figure } of figures) {
      const value = values.get(figure.id) ?? null;
      const text = value === null ? '–' : grouped(value);
      if (output.textContent !== text) output.textContent = text;
    }
  };

  /** @param {HTMLElement} field */
  const compare = (field) => {
    const now = numberIn(field);
    const isPercentage = 'percentage' in field.dataset;
    for (const place of field.querySelectorAll('[data-earlier]')) {
      const before = place.getAttribute('data-earlier') ?? '';
      const change = place.querySelector('[data-change]');
      if (!change) continue;
      change.textContent =
        now === null || before === '' ? '' : changeWords(changeFrom(before, now, isPercentage), isPercentage);
    }
  };

  /** A comma that parts thousands is no mistake, but it is said how it was taken. @param {HTMLElement} field */
  const understand = (field) => {
    const note = field.querySelector('[data-understood]');
    if (!(note instanceof HTMLElement)) return;
    const text = mainOf(field)?.value ?? '';
    const value = /,/.test(text) && asWholeNumber(text) !== text.trim() ? numberIn(field) : null;
    const words = value === null ? '' : `Được hiểu là ${grouped(value)}`;
    if (note.textContent !== words) note.textContent = words;
    note.hidden = words === '';
  };

  const count = () => {
    let all = 0;
    for (const section of form.querySelectorAll('[data-section]')) {
      const counted = fieldsIn(section).filter(
        (field) => 'done' in field.dataset || !('optional' in field.dataset),
      );
      const done = counted.filter((field) => 'done' in field.dataset).length;
      all += done;
      showCount(form, section.id, `${done}/${counted.length}`, done === counted.length);
    }
    const place = form.querySelector('[data-done]:not([data-field])');
    if (place) place.textContent = String(all);
  };

  return {
    /** @param {HTMLElement} field */
    typed: (field) => {
      if (field.dataset['kind'] === 'number') compare(field);
      understand(field);
      compute();
    },
    count,
  };
}

/** @param {HTMLElement} form @param {string} key @param {string} words @param {boolean} complete */
export function showCount(form, key, words, complete) {
  const entry = form.querySelector(`[data-entry="${CSS.escape(key)}"]`);
  const place = entry?.querySelector('[data-count]');
  if (place) place.textContent = words;
  entry?.classList.toggle('app-form__entry--complete', complete);
}

/** Canonical; "không phát sinh" counts as zero, whatever cannot be read as nothing. @param {HTMLElement} field @returns {string | null} */
function numberIn(field) {
  if (field.dataset['kind'] !== 'number') return null;
  const state = controlsIn(field, '[data-part="state"]')[0]?.value ?? 'value';
  const text = mainOf(field)?.value.normalize('NFC').trim() ?? '';
  if (state === 'none') return '0';
  if (state !== 'value') return null;
  if (/^không phát sinh[.;]?$/iu.test(text)) return '0';
  if ('whole' in field.dataset) {
    const value = readNumber(asWholeNumber(text));
    return value?.includes('.') ? null : value;
  }
  return readNumber('percentage' in field.dataset ? withoutPercent(text) : text);
}
