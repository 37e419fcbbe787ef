/** What the person and another typed, beside each other, with a button for each. */
import { choiceButton } from './form-fields.js';

/**
 * @typedef {{ text: string, name: string, label: string }} Side what one of the two says, and the button that takes it
 * @param {Element} place
 * @param {{ title: string, who: string, about: string, mine: Side, theirs: Side }} conflict
 */
export function showConflict(place, { title: words, who, about, mine, theirs }) {
  const box = element('div', 'app-conflict');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Hai người cùng sửa');
  box.dataset['conflict'] = '';
  const title = element('p', 'app-conflict__title');
  title.append(element('strong', '', who), ` ${words}`);
  const sides = element('div', 'app-conflict__sides');
  sides.append(
    side('Của anh/chị', mine.text, choiceButton(mine.name, about, mine.label)),
    side(`Của ${who}`, theirs.text, choiceButton(theirs.name, about, theirs.label)),
  );
  box.append(title, sides);
  place.replaceChildren(box);
}

/** @param {string} who @param {string} text @param {HTMLButtonElement} button */
function side(who, text, button) {
  const part = element('div', 'app-conflict__side');
  part.append(element('span', 'app-conflict__who', who), element('span', 'app-conflict__text', text), button);
  return part;
}

/** @param {string} name @param {string} className @param {string} [text] */
function element(name, className, text = '') {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
