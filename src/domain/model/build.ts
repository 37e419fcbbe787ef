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
import type { EditionSettings } from './edition.ts';
import { annexReference, closing, issued, letterhead } from './letterhead.ts';
import { roman } from './numbering.ts';
import type { Body } from './outline.ts';
import type { Annex, Block, ReportModel, Run } from './report-model.ts';

export function buildReportModel(
  book: Book,
  completeness: Completeness,
  body: Body,
  findings: readonly Finding[],
  edition: EditionSettings,
): ReportModel {
  const { report } = book.facts.definition;
  const head = letterhead(book, edition);
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
    blocks: body.blocks,
    closing: closing(book, edition),
    annexes: annexes(book, completeness, body, findings, edition),
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
    const name: Run = { kind: 'text', text: filled.length > 1 ? 'Phụ lục ' : 'Phụ lục' };
    const number: readonly Run[] = filled.length > 1 ? [{ kind: 'numbering', text: roman(index + 1) }] : [];
    return {
      id: annex.id,
      number: [name, ...number],
      title: words(annex.title),
      reference,
      orientation: 'landscape',
      blocks,
    };
  });
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
  }
}
