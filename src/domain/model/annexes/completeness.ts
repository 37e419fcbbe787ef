/** Annex: who reported and when, after a table of numbers by form. */
import type { Book } from '../../aggregation/book.ts';
import type { Completeness, OwedForm } from '../../completeness.ts';
import { timeInWords } from '../../dates.ts';
import { shortPeriodName } from '../../period.ts';
import { nameOf } from '../../narration/show.ts';
import { countSubmissions, OUTCOMES, stateInWords } from '../outcomes.ts';
import { chartBlocks } from '../charts.ts';
import type { Block, Runs, Table, TableRow } from '../report-model.ts';
import { capitalised, rowNumber, words } from './cells.ts';

export function completenessBlocks(book: Book, completeness: Completeness): readonly Block[] {
  const chart = book.facts.definition.charts.find(({ kind }) => kind === 'completeness');
  return [
    summary(book, completeness),
    ...(chart ? chartBlocks(book, completeness, chart.id) : []),
    detail(book, completeness),
  ];
}

function summary(book: Book, completeness: Completeness): Table {
  const groups = groupsOf(book, completeness);
  const counts = (id: string, owed: readonly OwedForm[]): readonly Runs[] => [
    [countSubmissions(book, `${id}/all`, owed)],
    ...OUTCOMES.map((outcome) => [
      countSubmissions(book, `${id}/${outcome.id}`, owed.filter(outcome.includes)),
    ]),
  ];
  return {
    kind: 'table',
    id: 'tong-hop-tinh-hinh-nop',
    caption: words('Số phiếu báo cáo theo biểu mẫu'),
    columns: [
      { heading: words('TT'), align: 'center', width: 5 },
      { heading: words('Biểu mẫu'), align: 'left', width: 50 },
      { heading: words('Phải nộp'), align: 'right', width: 9 },
      ...OUTCOMES.map(({ label }) => ({ heading: words(label), align: 'right' as const, width: 9 })),
    ],
    rows: [
      ...groups.map(({ id, title, owed }, index): TableRow => ({
        kind: 'data',
        cells: [rowNumber(index + 1), words(title), ...counts(id, owed)],
      })),
      {
        kind: 'total',
        cells: [
          [],
          words('Tổng cộng'),
          ...counts(
            'all',
            groups.flatMap(({ owed }) => owed),
          ),
        ],
      },
    ],
  };
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly owed: readonly OwedForm[];
}

/** What is owed, by form; of a report that is compiled from shorter periods, by form and period. */
function groupsOf(book: Book, { forms: own, parts = [] }: Completeness): readonly Group[] {
  const { forms } = book.facts.definition;
  const periods = [...book.parts.keys()];
  return forms.flatMap((form): readonly Group[] =>
    [
      { id: form.id, title: form.title, owed: own.filter((one) => one.form === form.id) },
      ...periods.map((period) => ({
        id: `${period}/${form.id}`,
        title: `${form.title}, ${shortPeriodName(period)}`,
        owed: parts.filter((one) => one.form === form.id && one.period === period),
      })),
    ].filter(({ owed }) => owed.length > 0),
  );
}

function detail(book: Book, completeness: Completeness): Table {
  let place = 0;
  const rows = groupsOf(book, completeness).flatMap(({ title, owed }): readonly TableRow[] => {
    const own = owed.map((one): TableRow => {
      place += 1;
      return { kind: 'data', cells: [rowNumber(place), ...detailCells(book, one)] };
    });
    return [{ kind: 'section', cells: [words(title)] }, ...own];
  });
  return {
    kind: 'table',
    id: 'tinh-hinh-nop-tung-don-vi',
    caption: words('Tình hình nộp của từng đơn vị'),
    columns: [
      { heading: words('TT'), align: 'center', width: 5 },
      { heading: words('Đơn vị'), align: 'left', width: 32 },
      { heading: words('Tình trạng'), align: 'left', width: 20 },
      { heading: words('Thời điểm nhận'), align: 'center', width: 16 },
      { heading: words('Ghi chú'), align: 'left', width: 27 },
    ],
    rows,
  };
}

function detailCells(book: Book, owed: OwedForm): readonly Runs[] {
  const labels = (fields: readonly string[]): string =>
    fields.map((field) => labelOf(book, owed.form, field)).join('; ');
  const notes = [
    owed.reason === undefined ? '' : `Lý do miễn nộp: ${owed.reason}`,
    owed.blank.length > 0 && !owed.empty ? `Còn trống: ${labels(owed.blank)}` : '',
    owed.pending.length > 0 ? `Chưa có số liệu: ${labels(owed.pending)}` : '',
  ].filter((note) => note !== '');
  return [
    words(capitalised(nameOf(book, owed.entity, 'full'))),
    words(stateInWords(owed)),
    owed.receivedAt === undefined ? [] : [{ kind: 'date', text: timeInWords(owed.receivedAt) }],
    words(notes.join('. ')),
  ];
}

function labelOf(book: Book, formId: string, field: string): string {
  const form = book.facts.definition.forms.find(({ id }) => id === formId);
  return form?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? field;
}
