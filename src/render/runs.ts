/** Runs to HTML: the only place where text of the model becomes markup. */
import type { Run, Runs } from '../domain/model/report-model.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A document as it is printed: without the ledger's ids, which are for the screen and take a tenth of the time to lay
 * out. No text can look like what is taken out, because quotation marks in texts are written as `&quot;`.
 */
export function withoutLedger(html: string): string {
  return html
    .replaceAll(/<span data-ledger="[^"]*">([^<]*)<\/span>/g, '$1')
    .replaceAll(/ data-ledger="[^"]*"/g, '');
}

/** More than this is no document's number, and could be too long for a line. */
const LONGEST_NUMBER = 40;

export function escapeHtml(text: string): string {
  // Most texts hold nothing to escape.
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The plain text of runs. */
export function plainText(runs: Runs): string {
  return runs.map((run) => run.text).join('');
}

/**
 * HTML of runs, inside `element` ("span" in text, "tspan" in a picture): figures and quoted words carry the id of
 * their ledger entry, what is missing is marked.
 */
export function runsToHtml(runs: Runs, element: 'span' | 'tspan' = 'span'): string {
  return runs.map((run) => runToHtml(run, element)).join('');
}

function runToHtml(run: Run, element: string): string {
  switch (run.kind) {
    case 'figure':
    case 'quoted':
      return wrap(element, ` data-ledger="${escapeHtml(run.ledger)}"`, escapeHtml(run.text));
    case 'missing': {
      const ledger = run.ledger === undefined ? '' : ` data-ledger="${escapeHtml(run.ledger)}"`;
      return wrap(element, ` class="missing"${ledger}`, escapeHtml(run.text));
    }
    case 'citation':
      return unbrokenNumbers(run.text, element);
    case 'text':
    case 'date':
    case 'name':
    case 'numbering':
    case 'label':
      return escapeHtml(run.text);
  }
}

/** A document's number ("137/2024/NĐ-CP") stays on one line, though browsers may break it after "/" and "-". */
function unbrokenNumbers(text: string, element: string): string {
  return text
    .split(/(\s+)/)
    .map((word) =>
      word.includes('/') && word.length <= LONGEST_NUMBER && element === 'span'
        ? wrap(element, ' class="unbroken"', escapeHtml(word))
        : escapeHtml(word),
    )
    .join('');
}

function wrap(element: string, attributes: string, content: string): string {
  return `<${element}${attributes}>${content}</${element}>`;
}
