/** The list of sections shows where on the form one is: where one types, or else what one reads. */

/** The part of the screen below the bar in which a section is the one that is read. */
const READING = '-90px 0px -70% 0px';

/** @param {HTMLElement} form */
export function followReading(form) {
  /** @type {Set<Element>} */
  const inSight = new Set();
  const sections = [...form.querySelectorAll('[data-section], [data-table]')];
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes)
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      const first = sections.find((section) => inSight.has(section));
      if (first) mark(form, first.id);
    },
    { rootMargin: READING },
  );
  for (const section of sections) observer.observe(section);
  form.addEventListener('focusin', ({ target }) => {
    const section = target instanceof Element ? target.closest('[data-section], [data-table]') : null;
    if (section) mark(form, section.id);
  });
}

/** @param {HTMLElement} form @param {string} section */
function mark(form, section) {
  for (const entry of form.querySelectorAll('[data-entry]')) {
    const link = entry.querySelector('a');
    const isHere = entry.getAttribute('data-entry') === section;
    if (!isHere) link?.removeAttribute('aria-current');
    else if (link?.getAttribute('aria-current') !== 'true') {
      link?.setAttribute('aria-current', 'true');
      keepInSight(form, entry);
    }
  }
}

/** A list that is longer than the screen scrolls on its own. @param {HTMLElement} form @param {Element} entry */
function keepInSight(form, entry) {
  const list = form.querySelector('.app-form__contents');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}
