/** The one line that says whether everything is saved. */

/** @param {HTMLElement} form */
export function statusLine(form) {
  const line = form.querySelector('[data-status]');
  /** @param {string} text @param {boolean} wrong @param {{ href: string, text: string }} [link] */
  const show = (text, wrong, link) => {
    if (!line) return;
    // The same words again would be read out again.
    if (line.textContent !== text || link) line.replaceChildren(text);
    line.classList.toggle('app-form__status--wrong', wrong);
    if (!link) return;
    const anchor = document.createElement('a');
    anchor.className = 'govuk-link';
    anchor.href = link.href;
    anchor.textContent = link.text;
    line.append(' ', anchor);
  };
  return {
    saving: () => show('Đang lưu…', false),
    /** @param {string} at @param {string} [what] */
    saved: (at, what) => show(`${what ? `${what}. ` : ''}Đã lưu lúc ${at}`, false),
    /** @param {string} words */
    say: (words) => show(words, false),
    /** @param {string} words @param {{ href: string, text: string }} [link] */
    warn: (words, link) => show(words, true, link),
    /** @param {string} message @param {{ href: string, text: string }} [link] */
    failed: (message, link) => show(`Chưa lưu được: ${message}`, true, link),
  };
}
