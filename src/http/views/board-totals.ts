/** The counts of the board: a sentence for the whole, a row for each block, and links to the papers that are counted. */
import { grouped } from '../../domain/numbers/write-number.ts';
import type { Totals } from '../../workflow/board/lay-board.ts';
import type { Board } from '../../workflow/board/read-board.ts';
import { filterQuery, LATE, MISSING, OVERDUE, RETURNED, SUBMITTED } from './board-filter.ts';

export interface TotalsRow {
  readonly label: string;
  readonly cells: readonly {
    readonly label: string;
    readonly text: string;
    readonly alert: boolean;
    /** To the papers that are counted; null where that is not a filter, or nothing is counted. */
    readonly href: string | null;
  }[];
}

/** @param block what the filter calls the block; "" for all */
export function totalsRow(base: string, label: string, totals: Totals, block: string): TotalsRow {
  const cell = (text: string, count: number, show?: string, alerts = false): TotalsRow['cells'][number] => ({
    label: text,
    text: written(count),
    alert: alerts && count > 0,
    href: show === undefined || count === 0 ? null : `${base}?${filterQuery(show, block)}`,
  });
  return {
    label,
    cells: [
      cell('Phải nộp', totals.owed),
      cell('Đã tiếp nhận', totals.accepted),
      cell('Chờ tiếp nhận', totals.submitted, SUBMITTED),
      cell('Đã trả lại', totals.returned, RETURNED),
      cell('Còn thiếu', totals.missing, MISSING, true),
      cell('Miễn nộp', totals.waived),
      cell('Nộp trễ', totals.late, LATE, true),
      cell('Quá hạn', totals.overdue, OVERDUE, true),
    ],
  };
}

/** "Đã tiếp nhận 83/85 phiếu, chờ tiếp nhận 1, miễn nộp 1. Còn thiếu 2 phiếu." */
export function summaryOf({ totals, complete }: Board): string {
  const { owed, accepted, submitted, returned, missing, waived } = totals;
  const others = [
    ...(submitted > 0 ? [`chờ tiếp nhận ${written(submitted)}`] : []),
    ...(returned > 0 ? [`đã trả lại ${written(returned)}`] : []),
    ...(waived > 0 ? [`miễn nộp ${written(waived)}`] : []),
  ];
  return [
    `${[`Đã tiếp nhận ${written(accepted)}/${written(owed)} phiếu`, ...others].join(', ')}.`,
    ...(missing > 0 ? [`Còn thiếu ${written(missing)} phiếu.`] : []),
    ...(complete ? ['Kỳ báo cáo đã đủ số liệu.'] : []),
  ].join(' ');
}

/** "đã tiếp nhận 62/63 phiếu", and how many rows a filter left. */
export function countLine(shown: number, all: number, { accepted, owed }: Totals): string {
  const counted = `đã tiếp nhận ${written(accepted)}/${written(owed)} phiếu`;
  return shown === all ? counted : `${counted}; hiển thị ${shown}/${all} dòng`;
}

function written(count: number): string {
  return grouped(String(count));
}
