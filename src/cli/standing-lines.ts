/** Proposals of standing answers as lines of text: a table a form, or a line a form where there are many bodies. */
import { shortDate } from '../domain/dates.ts';
import { exact } from '../domain/exact.ts';
import { writeNumber } from '../domain/numbers/write-number.ts';
import { shortPeriodName } from '../domain/period.ts';
import type { Proposed, Unanswered } from '../domain/standing/propose.ts';
import type { Cell, Row } from '../domain/submission.ts';
import type { BodyProposal } from '../workflow/standing/standing.ts';

const WHY: Readonly<Record<Unanswered, string>> = {
  'not-standing': 'báo cáo từng kỳ',
  'no-earlier': 'chưa có số liệu kỳ trước',
  pending: 'kỳ trước chưa có số liệu',
  reorganised: 'đơn vị được sắp xếp lại',
  'series-break': 'cách tính đã thay đổi',
  changed: 'ô của biểu đã thay đổi',
};

/** What may be confirmed, what is too old, and what must be answered, for each form of each body. */
export function proposalLines(proposals: readonly BodyProposal[]): readonly string[] {
  return proposals.flatMap((proposal) => {
    const { fields, tables } = proposal;
    const answers = [
      ...fields
        .filter(({ field, proposed }) => !(field.optional && proposed.state === 'unanswered'))
        .map(({ field, proposed }) => ({ id: field.id, label: field.label, proposed })),
      ...tables.map(({ table, proposed }) => ({ id: table.id, label: table.title, proposed })),
    ];
    const rows = answers.map(({ id, label, proposed }) => [id, label, ...columnsOf(proposed)]);
    return [summaryOf(proposal), ...reorganisedOf(proposal), ...aligned([HEADINGS, ...rows])];
  });
}

/** A line for each form of each body. */
export function proposalSummaryLines(proposals: readonly BodyProposal[]): readonly string[] {
  return proposals.flatMap((proposal) => [summaryOf(proposal), ...reorganisedOf(proposal)]);
}

const HEADINGS = ['Ô', 'Tên', 'Số liệu kỳ trước', 'Của kỳ', 'Tính đến', 'Tình trạng'];

function summaryOf({ name, form, state, fields, tables }: BodyProposal): string {
  const states = [...fields, ...tables].map(({ proposed }) => proposed.state);
  const count = (wanted: string): number => states.filter((one) => one === wanted).length;
  const required = fields.filter(({ field, proposed }) => !field.optional && proposed.state === 'unanswered');
  const open = required.length + tables.filter(({ proposed }) => proposed.state === 'unanswered').length;
  const head = `${name}, biểu ${form}`;
  if (state === 'waived') return `${head}: được miễn nộp`;
  return `${head}: ${count('offered')} số liệu xác nhận được, ${count('stale')} quá thời hạn, ${open} phải báo cáo, ${count('answered')} đã có`;
}

function reorganisedOf({ takenOver }: BodyProposal): readonly string[] {
  if (takenOver.length === 0) return [];
  const names = takenOver.map(({ name }) => name).join(', ');
  return [`  Số liệu của ${names} trước khi sắp xếp không chuyển thành số liệu của đơn vị này.`];
}

function columnsOf(proposed: Proposed<Cell> | Proposed<readonly Row[]>): readonly string[] {
  switch (proposed.state) {
    case 'answered':
      return ['', '', '', 'đã trả lời'];
    case 'unanswered':
      return ['', '', '', `phải báo cáo: ${WHY[proposed.why]}`];
    case 'stale':
      return [
        '',
        shortPeriodName(proposed.carried.from),
        shortDate(proposed.carried.asOf),
        `quá thời hạn giữ nguyên ${proposed.limit} kỳ`,
      ];
    case 'offered':
      return [
        answerInWords(proposed.answer),
        shortPeriodName(proposed.carried.from),
        shortDate(proposed.carried.asOf),
        `xác nhận được (kỳ thứ ${proposed.age}/${proposed.limit})`,
      ];
  }
}

function answerInWords(answer: Cell | readonly Row[]): string {
  if (!('state' in answer)) return answer.length === 0 ? 'không phát sinh' : `${answer.length} dòng`;
  switch (answer.state) {
    case 'none':
      return 'không phát sinh';
    case 'not-applicable':
      return 'không áp dụng';
    case 'pending':
      return 'chưa có số liệu';
    case 'value':
      return [valueInWords(answer.value), answer.document].filter((part) => part !== undefined).join(', ');
  }
}

function valueInWords(value: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value))
    return writeNumber(exact(value), { decimals: value.split('.')[1]?.length ?? 0, pad: false }).text;
  return { yes: 'có', no: 'không' }[value] ?? value;
}

/** Cells in columns of equal width. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
