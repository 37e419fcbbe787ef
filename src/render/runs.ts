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
  return html.replaceAll(/<span data-ledger="[^"]*">([^<]*)<\/span>| data-ledger="[^"]*"/g, '$1');
}

/** More than this is no document's number, and could be too long for a line. */
const LONGEST_NUMBER = 40;
/** A longer word or group of words (letters) may break anywhere: a column of a table has no room for it. */
export const LONGEST_WORD = 24;

/** What is read in one go and stays on one line: "Phụ lục IV", "tháng 9/2024", "quý III/2024", "(văn bản)", "e-Cabinet". */
const TOGETHER =
  /(?<![\p{L}\d/-])(Phụ lục [IVXLC]+(?!\p{L})|tháng \d\d?\/\d{4}|quý [IV]+\/\d{4}|\(\p{L}+ \p{L}+\)|[\p{L}\d]+(?:-[\p{L}\d]+)+)(?![\p{L}\d/-])/u;
/** A figure with the word of its size: "hơn 11,6 triệu". */
const SIZED = /^(?:\p{L}+ )?\d[\d.,]* (?:nghìn|triệu|tỷ)$/u;

/** The text cut at what stays on one line, which is every second part. */
function partsOf(text: string): readonly string[] {
  return /[-/()]|Phụ lục|tháng/.test(text) ? text.split(TOGETHER) : [text];
}

/** The pieces between which lines of `text` may end. */
export function unbrokenPieces(text: string): readonly string[] {
  // Most texts in tables are one word.
  if (!/[-/()\s]/.test(text)) return [text];
  return partsOf(text).flatMap((part, index) =>
    index % 2 === 1 && part.length <= LONGEST_WORD ? [part] : part.split(/\s+/),
  );
}

export function escapeHtml(text: string): string {
  // Most texts hold nothing to escape.
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The plain text of runs. */
export function plainText(runs: Runs): string {
  const [only] = runs;
  if (only && runs.length === 1) return only.text;
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
    case 'quoted': {
      const together = element === 'span' && run.kind === 'figure' && SIZED.test(run.text);
      const style = together && run.text.length <= LONGEST_WORD ? ' class="unbroken"' : '';
      return wrap(element, `${style} data-ledger="${escapeHtml(run.ledger)}"`, escapeHtml(run.text));
    }
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
      return element === 'span' ? inParts(run.text) : escapeHtml(run.text);
  }
}

function inParts(text: string): string {
  return partsOf(text)
    .map((part, index) =>
      index % 2 === 1 && part.length <= LONGEST_WORD
        ? wrap('span', ' class="unbroken"', escapeHtml(part))
        : escapeHtml(part),
    )
    .join('');
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
