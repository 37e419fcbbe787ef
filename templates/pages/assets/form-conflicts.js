/** What the person and another typed, beside each other, with a button for each. */
import { choiceButton } from './form-fields.js';

/**
 * @param {Element} place
 * @param {{ what: string, who: string, mine: string, theirs: string, about: string, keep: string, take: string }} conflict
 */
export function showConflict(place, { what, who, mine, theirs, about, keep, take }) {
  const box = element('div', 'app-conflict');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Hai người cùng sửa');
  box.dataset['conflict'] = '';
  const title = element('p', 'app-conflict__title');
  title.append(element('strong', '', who), ` vừa sửa ${what} này. Đề nghị chọn một trong hai:`);
  const sides = element('div', 'app-conflict__sides');
  sides.append(
    side('Của anh/chị', mine, choiceButton(keep, about, 'Giữ nội dung của tôi')),
    side(`Của ${who}`, theirs, choiceButton(take, about, 'Lấy nội dung này')),
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
