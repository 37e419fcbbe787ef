/** Puts the report model together: letterhead, body, closing and annexes. */
import type { Book } from '../aggregation/book.ts';
import type { Completeness } from '../completeness.ts';
import type { AnnexDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { narrateLine } from '../narration/narrate.ts';
import { validIn } from '../owed.ts';
import { bodiesBlocks } from './annexes/bodies.ts';
import { words } from './annexes/cells.ts';
import { comparisonBlocks } from './annexes/comparison.ts';
import { correctionBlocks, CORRECTIONS_ANNEX } from './annexes/corrections.ts';
import { completenessBlocks } from './annexes/completeness.ts';
import { notesBlocks } from './annexes/notes.ts';
import { rowsBlocks } from './annexes/rows.ts';
import type { EditionSettings } from './edition.ts';
import { annexReference, closing, issued, letterhead } from './letterhead.ts';
import { annexName } from './numbering.ts';
import type { Body } from './outline.ts';
import type { Annex, Block, ReportModel, Run, Runs } from './report-model.ts';

export function buildReportModel(
  book: Book,
  completeness: Completeness,
  body: Body,
  findings: readonly Finding[],
  edition: EditionSettings,
): ReportModel {
  const { report } = book.facts.definition;
  const head = letterhead(book, edition);
  const appended = annexes(book, completeness, body, findings, edition);
  return {
    version: 1,
    report: report.id,
    period: book.facts.period.id,
    kind: edition.kind,
    illustrative: edition.illustrative,
    at: edition.at,
    title: `${head.type} ${head.subject.map(({ text }) => text).join('')}`,
    letterhead: head,
    grounds: issued(book, edition).document.grounds.map((source) => narrateLine(book, source)),
    blocks: withAnnexNumbers(body.blocks, appended),
    closing: closing(book, edition),
    annexes: appended,
  };
}

/** Two annexes or more take Roman numbers (Decree 30/2020/NĐ-CP, Appendix I, III.1). An annex with nothing in it is left out. */
function annexes(
  book: Book,
  completeness: Completeness,
  body: Body,
  findings: readonly Finding[],
  edition: EditionSettings,
): readonly Annex[] {
  const reference = annexReference(book, edition);
  const valid = book.facts.definition.annexes.filter((annex) => validIn(annex, book.facts.period.id));
  // The notes tell what the other annexes had to leave out, and are therefore made after them.
  const others = new Map(
    valid.flatMap((annex): [string, readonly Block[]][] =>
      annex.kind === 'notes' ? [] : [[annex.id, annexBlocks(book, completeness, annex)]],
    ),
  );
  const printed = [...body.blocks, ...[...others.values()].flat()];
  const notes = valid.some(({ kind }) => kind === 'notes');
  const filled = [
    ...valid.map((annex) => ({
      annex,
      blocks:
        others.get(annex.id) ?? notesBlocks(book, completeness, findings, edition.illustrative, printed),
    })),
    // What was corrected is told even where the report has no notes of its own.
    ...(notes ? [] : [{ annex: CORRECTIONS_ANNEX, blocks: correctionBlocks(book) }]),
  ].filter(({ blocks }) => blocks.length > 0);
  return filled.map(({ annex, blocks }, index) => {
    return {
      id: annex.id,
      number: annexNumber(index, filled.length),
      title: words(annex.title),
      reference,
      // Decree 30, Appendix I, Part I, I.2: paper stands upright unless tables need its width.
      orientation: blocks.some(({ kind }) => kind === 'table' || kind === 'chart') ? 'landscape' : 'portrait',
      blocks,
    };
  });
}

function annexNumber(place: number, count: number): Runs {
  const [noun = '', word = '', number] = annexName(place, count).split(' ');
  const name: Run = { kind: 'text', text: `${noun} ${word}${number === undefined ? '' : ' '}` };
  return [name, ...(number === undefined ? [] : [{ kind: 'numbering', text: number } as const])];
}

/** Sentences that name an annex get its number, which depends on the annexes that the period prints. */
function withAnnexNumbers(blocks: readonly Block[], printed: readonly Annex[]): readonly Block[] {
  const numbered = (run: Run): Run => {
    if (run.kind !== 'numbering' || run.annex === undefined) return run;
    const place = printed.findIndex(({ id }) => id === run.annex);
    return { kind: 'numbering', text: annexName(place, printed.length) };
  };
  return blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map(numbered) } : block,
  );
}

function annexBlocks(
  book: Book,
  completeness: Completeness,
  annex: Exclude<AnnexDefinition, { readonly kind: 'notes' }>,
): readonly Block[] {
  switch (annex.kind) {
    case 'completeness':
      return completenessBlocks(book, completeness);
    case 'bodies':
      return bodiesBlocks(book, completeness, annex);
    case 'comparison':
      return comparisonBlocks(book, annex);
    case 'rows':
      return rowsBlocks(book, annex);
  }
}
