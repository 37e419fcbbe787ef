/** Past figures as a table of text, a block for each period. */
import { exact } from '../domain/exact.ts';
import { writeNumber } from '../domain/numbers/write-number.ts';
import { periodName } from '../domain/period.ts';
import type { PastFigure, PastFigures } from '../workflow/past-figures.ts';

const SPANS = { period: '', ytd: ', tính từ đầu năm', cumulative: ', lũy kế' } as const;
const DECIMALS = 2;
const TOTAL = 'Tổng';
const NOBODY = 'không có đơn vị nào được hỏi';

type Line = readonly [name: string, value: string, source: string];

export function pastFiguresLines(past: PastFigures): readonly string[] {
  const { label, unit, span, view, seenFrom } = past;
  const lineOf = (name: string, figure: PastFigure): Line => [
    name,
    past.classes[figure.value ?? ''] ?? shown(figure),
    sourceOf(figure),
  ];
  const how =
    view === 'restated'
      ? `quy đổi theo các đơn vị của ${periodName(seenFrom)}`
      : 'như đã báo cáo trong từng kỳ';
  return [
    `${label} (${unit})${SPANS[span]}, ${how}`,
    ...past.periods.flatMap(({ period, figures, total }) => {
      const rows = [
        ...figures.map((figure) => lineOf(figure.name, figure)),
        ...(total.value === null && total.basis === 'unknown' ? [] : [lineOf(TOTAL, total)]),
      ];
      const table = rows.length === 0 ? [`  ${NOBODY}`] : aligned(['Đơn vị', 'Số liệu', 'Nguồn'], rows);
      return ['', capitalised(periodName(period)), ...table];
    }),
  ];
}

function aligned(heading: Line, rows: readonly Line[]): readonly string[] {
  const all = [heading, ...rows];
  const [names, values] = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map(([name, value, source]) =>
    `  ${name.padEnd(names ?? 0)}  ${value.padStart(values ?? 0)}  ${source}`.trimEnd(),
  );
}

function shown({ value, basis }: PastFigure): string {
  if (value === null) return basis === 'incomparable' ? 'không so sánh được' : 'chưa có số liệu';
  if (value === 'yes') return 'có';
  if (value === 'no') return 'chưa';
  return /^-?\d/.test(value) ? numberIn(value) : value;
}

/** All decimals that a figure has; a quotient that does not end is rounded. */
function numberIn(value: string): string {
  const [numerator = '', denominator] = value.split('/');
  if (denominator === undefined)
    return writeNumber(exact(value), { decimals: value.split('.')[1]?.length ?? 0 }).text;
  return writeNumber(exact(numerator).div(exact(denominator)), { decimals: DECIMALS }).text;
}

function sourceOf({ basis, from = [], source = '' }: PastFigure): string {
  switch (basis) {
    case 'answer':
      return 'phiếu báo cáo';
    case 'computed':
      return 'hệ thống tính';
    case 'history':
      return `số liệu lịch sử: ${source}`;
    case 'restated':
      return from
        .map(({ name, weight }) => (weight === '1' ? name : `${numberIn(weight)} × ${name}`))
        .join(' + ');
    case 'incomparable':
      return 'đơn vị đã sắp xếp lại, không quy đổi được';
    case 'unknown':
      return '';
  }
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
