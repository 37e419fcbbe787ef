/** Walks a report model in reading order. */
import type { Block, ReportModel, Run, Runs } from './report-model.ts';

/** Every run of a report, in the order in which its text is read on the pages. */
export function runsOf({ letterhead, grounds, blocks, closing, annexes }: ReportModel): readonly Run[] {
  return together([
    letterhead.number,
    letterhead.placeAndDate,
    letterhead.subject,
    ...grounds,
    ...blocks.flatMap(partsOf),
    ...closing.recipients,
    ...annexes.flatMap((annex) => [
      annex.number,
      annex.title,
      annex.reference,
      ...annex.blocks.flatMap(partsOf),
    ]),
  ]);
}

export function runsOfBlock(block: Block): Runs {
  return together(partsOf(block));
}

/** Ledger ids that the report prints. */
export function figureIds(model: ReportModel): readonly string[] {
  const ids: string[] = [];
  for (const run of runsOf(model)) if ('ledger' in run && run.ledger !== undefined) ids.push(run.ledger);
  return ids;
}

function together(parts: readonly Runs[]): readonly Run[] {
  const runs: Run[] = [];
  for (const part of parts) for (const run of part) runs.push(run);
  return runs;
}

/** What is written in one go: a heading's number and text, a paragraph, each cell of a table. */
export function partsOf(block: Block): readonly Runs[] {
  switch (block.kind) {
    case 'heading':
      return [block.number, block.text];
    case 'paragraph':
      return [block.runs];
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ heading }) => heading),
        ...block.rows.flatMap(({ cells }) => cells),
      ];
    case 'chart':
      return [
        block.caption,
        ...block.ticks.map(({ label }) => label),
        ...block.categories,
        ...block.series.flatMap(({ name, labels }) => [name, ...labels]),
      ];
  }
}
