/** The period at a glance: totals, a filter, bodies and forms, each cell's state in colour and in words. */
import type { Board } from '../../workflow/board/read-board.ts';
import { page, type PageAnswer } from '../answer.ts';
import { blockKey, blockView, singleView } from './board-blocks.ts';
import { FILTERS, singleFilter, type BoardFilter } from './board-filter.ts';
import { countLine, summaryOf, totalsRow } from './board-totals.ts';
import { capital, periodAddress } from './board-words.ts';
import { choices, textInput, type Tag } from './components.ts';
import { momentInWords } from './standing-words.ts';

const SINGLE = 'chuyen-de';
const SINGLE_LABEL = 'Biểu do một đơn vị báo cáo';

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

export function periodTag({ period }: { readonly period: Pick<Board['period'], 'state' | 'issued'> }): Tag {
  if (period.issued) return { text: 'Đã phát hành', colour: 'green' };
  return period.state === 'open'
    ? { text: 'Đang nhận báo cáo', colour: 'blue' }
    : { text: 'Đã đóng', colour: 'grey' };
}
