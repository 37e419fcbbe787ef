/* The button that prints the page; without scripts there is none, and the browser's own menu does it. */
for (const button of document.querySelectorAll('.app-print')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
