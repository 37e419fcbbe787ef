/** The runs of a report model in the order in which they are read on its pages. */
import type { Block, ReportModel, Run } from '../../src/domain/model/report-model.ts';

export function runsInReadingOrder(model: ReportModel): readonly Run[] {
  const { letterhead, closing } = model;
  return [
    ...letterhead.number,
    ...letterhead.placeAndDate,
    ...letterhead.subject,
    ...model.grounds.flat(),
    ...model.blocks.flatMap(runsOfBlock),
    ...closing.recipients.flat(),
    ...model.annexes.flatMap((annex) => [
      ...annex.number,
      ...annex.title,
      ...annex.reference,
      ...annex.blocks.flatMap(runsOfBlock),
    ]),
  ];
}

function runsOfBlock(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'heading':
      return [...block.number, ...block.text];
    case 'paragraph':
      return block.runs;
    case 'table':
      return [
        ...block.caption,
        ...block.columns.flatMap((column) => column.heading),
        ...block.rows.flatMap((row) => row.cells.flat()),
      ];
    case 'chart':
      return [
        ...block.caption,
        ...block.ticks.flatMap((tick) => tick.label),
        ...block.categories.flat(),
        ...block.series.flatMap((series) => [...series.name, ...series.labels.flat()]),
      ];
  }
}
