/** Walks a report model in reading order. */
import type { Block, Chart, ReportModel, Run, Runs, Table } from './report-model.ts';

/** Every run of a report, in the order in which its text is read on the pages. */
export function runsOf(model: ReportModel): readonly Run[] {
  const { letterhead, closing } = model;
  return [
    ...letterhead.number,
    ...letterhead.placeAndDate,
    ...letterhead.subject,
    ...model.grounds.flat(),
    ...model.blocks.flatMap(runsOfBlock),
    ...closing.recipients.flat(),
    ...model.annexes.flatMap(({ number, title, reference, blocks }) => [
      ...number,
      ...title,
      ...reference,
      ...blocks.flatMap(runsOfBlock),
    ]),
  ];
}

export function runsOfBlock(block: Block): Runs {
  switch (block.kind) {
    case 'heading':
      return [...block.number, ...block.text];
    case 'paragraph':
      return block.runs;
    case 'table':
      return runsOfTable(block);
    case 'chart':
      return runsOfChart(block);
  }
}

/** Ledger ids that the report prints. */
export function figureIds(model: ReportModel): readonly string[] {
  return runsOf(model).flatMap((run) => ('ledger' in run && run.ledger !== undefined ? [run.ledger] : []));
}

function runsOfTable({ caption, columns, rows }: Table): Runs {
  return [
    ...caption,
    ...columns.flatMap(({ heading }) => heading),
    ...rows.flatMap(({ cells }) => cells.flat()),
  ];
}

function runsOfChart({ caption, ticks, categories, series }: Chart): Runs {
  return [
    ...caption,
    ...ticks.flatMap(({ label }) => label),
    ...categories.flat(),
    ...series.flatMap(({ name, labels }) => [...name, ...labels.flat()]),
  ];
}
