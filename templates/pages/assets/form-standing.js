/** Where the form stands, in the page's heading: it follows what is saved here and what colleagues do with the form. */

const WAITS = 'awaiting-approval';

/**
 * @param {{ state: string, tag: { text: string, colour: string }, next: string | null }} server
 * @returns {boolean} true when the form has just gone to the approver, which whoever is typing has to know
 */
export function showStanding({ state, tag, next }) {
  const place = document.querySelector('[data-standing]');
  if (!(place instanceof HTMLElement) || place.dataset['standing'] === state) return false;
  place.dataset['standing'] = state;
  const shown = place.querySelector('.govuk-tag');
  if (shown) {
    shown.className = `govuk-tag govuk-tag--${tag.colour}`;
    shown.textContent = tag.text;
  }
  const actor = document.querySelector('[data-next]');
  if (actor) actor.textContent = next === null ? '' : `Việc tiếp theo: ${next}`;
  const words = document.querySelector('[data-state-words]');
  if (words) words.textContent = tag.text;
  return state === WAITS;
}

/** While one of these is shown, the next thing that is saved changes it. */
export function changesWhenSaved() {
  const place = document.querySelector('[data-standing]');
  return place instanceof HTMLElement && ['not-started', WAITS].includes(place.dataset['standing'] ?? '');
}
