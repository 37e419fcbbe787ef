/** Paragraphs cut into sentences, each still made of runs; and what a sentence says apart from its numbers. */
import type { Run, Runs } from '../model/report-model.ts';

/** Prose after the mark that ends a sentence. */
const ENDS = /(?<=[.!?])\s+/;
const NUMBERS = /\d+(?:[.,]\d+)*/g;

/** The sentences of a paragraph; a run that holds the end of one is cut there. */
export function sentencesOf(runs: Runs): readonly Runs[] {
  const sentences: Run[][] = [[]];
  for (const run of runs) {
    const parts = run.kind === 'text' ? run.text.split(ENDS) : [run.text];
    for (const [index, text] of parts.entries()) {
      if (index > 0) sentences.push([]);
      if (text !== '') sentences.at(-1)?.push(index === 0 && parts.length === 1 ? run : { ...run, text });
    }
  }
  return sentences.filter((sentence) => textOf(sentence) !== '');
}

/** What the runs say, without spaces at the ends. */
export function textOf(runs: Runs): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** The words of a sentence, whatever its numbers are: "tăng #% so với tháng #". */
export function wordsOf(text: string): string {
  return text.replace(NUMBERS, '#').toLocaleLowerCase('vi');
}
