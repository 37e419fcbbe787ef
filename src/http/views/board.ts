/** The period at a glance: totals, a filter, bodies and forms, each cell's state in colour and in words. */
import { grouped } from '../../domain/numbers/write-number.ts';
import type { Board } from '../../workflow/board/read-board.ts';
import {
  standingOf,
  type BoardBlock,
  type BoardRow,
  type Paper,
  type SinglePaper,
  type Totals,
} from '../../workflow/board/lay-board.ts';
import { page, type PageAnswer } from '../answer.ts';
import {
  briefMoment,
  capital,
  isNamed,
  paperAddress,
  paperTag,
  periodAddress,
  remarks,
  timeTag,
} from './board-words.ts';
import { choices, textInput, type Tag } from './components.ts';
import { momentInWords } from './standing-words.ts';

export interface BoardFilter {
  /** One of FILTERS; "" for all. */
  readonly show: string;
  /** Id of a block; "" for all. */
  readonly block: string;
  /** What bodies are searched for. */
  readonly body: string;
}

/** Filters that the counts lead to. */
const MISSING = 'con-thieu';
const SUBMITTED = 'cho-tiep-nhan';
const RETURNED = 'da-tra-lai';
const LATE = 'nop-tre';
const OVERDUE = 'qua-han';

const FILTERS: readonly {
  readonly value: string;
  readonly text: string;
  readonly includes: (paper: Paper) => boolean;
}[] = [
  { value: '', text: 'Tất cả', includes: () => true },
  {
    value: 'chua-xong',
    text: 'Chưa xong (thiếu, chờ, trả lại)',
    includes: (paper) => !['accepted', 'waived'].includes(standingOf(paper)),
  },
  {
    value: MISSING,
    text: 'Còn thiếu (chưa nộp hoặc phiếu trống)',
    includes: (paper) => standingOf(paper) === 'missing',
  },
  { value: SUBMITTED, text: 'Chờ tiếp nhận', includes: (paper) => standingOf(paper) === 'submitted' },
  { value: RETURNED, text: 'Đã trả lại', includes: (paper) => standingOf(paper) === 'returned' },
  { value: LATE, text: 'Nộp trễ', includes: ({ timeliness }) => timeliness === 'late' },
  { value: OVERDUE, text: 'Quá hạn', includes: ({ timeliness }) => timeliness === 'overdue' },
  {
    value: 'thieu-o',
    text: 'Có ô để trống hoặc chưa có số liệu',
    includes: (paper) => remarks(paper).length > 0 && paper.blank + paper.pending > 0,
  },
  { value: 'xin-mo-lai', text: 'Xin mở lại', includes: ({ reopening }) => reopening !== undefined },
];

/** Up to so many forms a block is a table of the page's own width; beyond it scrolls in its own frame, with less in its cells. */
const FEW_COLUMNS = 4;

/** @param mayCompile false for those who only look */
export function boardPage(board: Board, filter: BoardFilter, mayCompile: boolean): PageAnswer {
  const { report, period, blocks, singles } = board;
  const base = periodAddress(report.id, period.id);
  const shown = blocks
    .filter(({ id }) => filter.block === '' || filter.block === blockKey(id))
    .map((block) => blockView(board, block, filter));
  const single = filter.block === '' || filter.block === SINGLE ? singles.filter(singleFilter(filter)) : [];
  const isFiltered = filter.show !== '' || filter.block !== '' || filter.body !== '';
  return page(
    'board',
    `Theo dõi ${period.name}`,
    {
      base,
      compile: mayCompile ? 'Tổng hợp báo cáo' : 'Xem báo cáo tổng hợp',
      caption: report.title,
      heading: capital(period.name),
      state: periodTag(board),
      due: `Hạn nộp: ${momentInWords(period.due)}`,
      at: `Cập nhật lúc ${momentInWords(board.at)}`,
      unopened: board.unopened.length === 0 ? null : board.unopened.join(', '),
      summary: summaryOf(board),
      totals: [
        ...blocks.map(({ id, label, totals }) => totalsRow(base, capital(label), totals, blockKey(id))),
        ...(singles.length > 0 ? [totalsRow(base, SINGLE_LABEL, board.singleTotals, SINGLE)] : []),
        ...(blocks.length + (singles.length > 0 ? 1 : 0) > 1
          ? [totalsRow(base, 'Cộng', board.totals, '')]
          : []),
      ],
      show: choices({ name: 'loc', label: 'Hiển thị' }, filter.show, FILTERS),
      block: choices({ name: 'khoi', label: 'Khối' }, filter.block, [
        { value: '', text: 'Tất cả' },
        ...blocks.map(({ id, label }) => ({ value: blockKey(id), text: capital(label) })),
        ...(singles.length > 0 ? [{ value: SINGLE, text: SINGLE_LABEL }] : []),
      ]),
      body: textInput({ name: 'don-vi', label: 'Đơn vị', type: 'search', value: filter.body }),
      isFiltered,
      blocks: shown.filter(({ rows }) => rows.length > 0),
      singles: single.map((one) => singleView(board, one)),
      singleLabel: SINGLE_LABEL,
      singleCount: countLine(single.length, singles.length, board.singleTotals),
      nothing: shown.every(({ rows }) => rows.length === 0) && single.length === 0,
    },
    { wide: true },
  );
}

/** What a block is called in addresses: bodies of no roster have a block too. */
function blockKey(id: string): string {
  return id === '' ? 'khac' : id;
}

const SINGLE = 'chuyen-de';
const SINGLE_LABEL = 'Biểu do một đơn vị báo cáo';

export function periodTag({ period }: { readonly period: Pick<Board['period'], 'state' | 'issued'> }): Tag {
  if (period.issued) return { text: 'Đã phát hành', colour: 'green' };
  return period.state === 'open'
    ? { text: 'Đang nhận báo cáo', colour: 'blue' }
    : { text: 'Đã đóng', colour: 'grey' };
}

interface TotalsRow {
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
function totalsRow(base: string, label: string, totals: Totals, block: string): TotalsRow {
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

function filterQuery(show: string, block: string): string {
  return new URLSearchParams({ loc: show, ...(block === '' ? {} : { khoi: block }) }).toString();
}

/** "Đã tiếp nhận 83/85 phiếu, chờ tiếp nhận 1, miễn nộp 1. Còn thiếu 2 phiếu." */
function summaryOf({ totals, complete }: Board): string {
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

function written(count: number): string {
  return grouped(String(count));
}

interface CellView {
  readonly href: string;
  /** Read out with the link: which body and which form. */
  readonly about: string;
  readonly tag: Tag;
  readonly time: Tag | null;
  readonly received: string | null;
  readonly remarks: readonly string[];
  readonly form: string;
}

interface BlockView {
  readonly id: string;
  readonly label: string;
  readonly count: string;
  readonly many: boolean;
  readonly one: boolean;
  readonly columns: readonly { readonly form: string; readonly title: string; readonly count: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly contact: ContactView | null;
    readonly cells: readonly (CellView | null)[];
  }[];
}

function blockView(board: Board, block: BoardBlock, filter: BoardFilter): BlockView {
  const many = block.columns.length > FEW_COLUMNS;
  const cellOf = (paper: Paper, about: string): CellView => {
    const view = cellView(board, paper, about);
    return many ? { ...view, received: null } : view;
  };
  const rows = block.rows.filter((row) => isSought(row, filter) && row.papers.some(paperFilter(filter)));
  return {
    id: blockKey(block.id),
    label: capital(block.label),
    count: countLine(rows.length, block.rows.length, block.totals),
    many,
    one: block.columns.length === 1,
    columns: block.columns.map(({ form, title, totals }) => ({
      form,
      title,
      count: `đã tiếp nhận ${totals.accepted}/${totals.owed}`,
    })),
    rows: rows.map((row) => ({
      name: capital(row.name),
      contact: contactView(row),
      cells: row.papers.map((paper, index) =>
        paper ? cellOf(paper, `${block.columns[index]?.title ?? ''}, ${row.name}`) : null,
      ),
    })),
  };
}

/** "đã tiếp nhận 62/63 phiếu", and how many rows a filter left. */
function countLine(shown: number, all: number, { accepted, owed }: Totals): string {
  const counted = `đã tiếp nhận ${written(accepted)}/${written(owed)} phiếu`;
  return shown === all ? counted : `${counted}; hiển thị ${shown}/${all} dòng`;
}

function cellView({ report }: Board, paper: Paper, about: string): CellView {
  return {
    href: paperAddress(report.id, paper),
    about,
    tag: paperTag(paper),
    time: timeTag(paper),
    received: paper.receivedAt === undefined ? null : briefMoment(paper.receivedAt),
    remarks: remarks(paper),
    form: paper.form,
  };
}

interface SingleView extends CellView {
  readonly title: string;
  readonly name: string;
  readonly contact: ContactView | null;
}

function singleView(board: Board, single: SinglePaper): SingleView {
  const { paper, title, name } = single;
  return {
    ...cellView(board, paper, `${title}, ${name}`),
    title,
    name: capital(name),
    contact: contactView(single),
  };
}

export interface ContactView {
  readonly name: string;
  readonly phone: string;
  readonly phoneHref: string;
  readonly email: string;
}

export function contactView({ contact }: Pick<BoardRow, 'contact'>): ContactView | null {
  if (!contact) return null;
  const { name, phone, email } = contact;
  return { name, phone, phoneHref: `tel:${phone.replaceAll(/[^\d+]/g, '')}`, email };
}

function paperFilter({ show }: BoardFilter): (paper: Paper | undefined) => boolean {
  const includes = FILTERS.find(({ value }) => value === show)?.includes ?? (() => true);
  return (paper) => paper !== undefined && includes(paper);
}

function singleFilter(filter: BoardFilter): (single: SinglePaper) => boolean {
  const includes = paperFilter(filter);
  return (single) => includes(single.paper) && isSought(single, filter);
}

function isSought({ name }: { readonly name: string }, { body }: BoardFilter): boolean {
  return isNamed(name, body);
}
