/** How submissions turned out, in the words of the completeness chart and annex; each owed form has exactly one. */
import type { Book } from '../aggregation/book.ts';
import type { OwedForm } from '../completeness.ts';
import { exact } from '../exact.ts';
import { showNumber, type DisplayOptions } from '../narration/show.ts';
import type { Run } from './report-model.ts';

export interface Outcome {
  readonly id: 'on-time' | 'late' | 'waived' | 'missing';
  readonly label: string;
  readonly includes: (owed: OwedForm) => boolean;
}

const arrived = ({ state, empty }: OwedForm): boolean => state === 'accepted' && !empty;

export const OUTCOMES: readonly Outcome[] = [
  { id: 'on-time', label: 'Đúng hạn', includes: (owed) => arrived(owed) && owed.timeliness !== 'late' },
  { id: 'late', label: 'Trễ hạn', includes: (owed) => arrived(owed) && owed.timeliness === 'late' },
  { id: 'waived', label: 'Được miễn nộp', includes: ({ state }) => state === 'waived' },
  { id: 'missing', label: 'Chưa nộp đủ', includes: (owed) => !arrived(owed) && owed.state !== 'waived' },
];

/** The states that texts count: an outcome, or `accepted` for what came in time or late. */
export type CountedState = Outcome['id'] | 'accepted';

export function submissionsIn(owed: readonly OwedForm[], state: CountedState): readonly OwedForm[] {
  const outcome = OUTCOMES.find(({ id }) => id === state);
  return owed.filter(outcome ? outcome.includes : arrived);
}

/** The state in words, as the annex and `tong-hop status` say it. */
export function stateInWords({ state, timeliness, empty }: OwedForm): string {
  if (empty) return 'Phiếu trống';
  switch (state) {
    case 'not-started':
      return timeliness === 'overdue' ? 'Chưa nộp, quá hạn' : 'Chưa nộp';
    case 'draft':
      return 'Nháp';
    case 'awaiting-approval':
      return 'Chờ lãnh đạo duyệt';
    case 'submitted':
      return 'Đã nộp, chờ tiếp nhận';
    case 'returned':
      return 'Trả lại';
    case 'waived':
      return 'Miễn nộp';
    case 'accepted':
      return timeliness === 'late' ? 'Đã tiếp nhận, trễ hạn' : 'Đã tiếp nhận';
  }
}

/** The run of a number of submissions, down to each of them in the ledger. */
export function countSubmissions(
  book: Book,
  id: string,
  owed: readonly OwedForm[],
  style: DisplayOptions = { pad: false },
): Run {
  return showNumber(book, recordSubmissions(book, id, owed), exact(String(owed.length)), style);
}

/** Writes a number of submissions into the ledger, each of them below it. */
export function recordSubmissions(book: Book, id: string, owed: readonly OwedForm[]): string {
  const inputs = owed.map((one) =>
    book.ledger.add({
      id: `submission:${one.period === undefined ? '' : `${one.period}/`}${one.form}/${one.entity}`,
      kind: 'submission',
      formula: 'phiếu báo cáo',
      inputs: [],
      value: stateInWords(one),
    }),
  );
  return book.ledger.add({
    id: `submissions:${id}`,
    kind: 'count',
    formula: 'đếm phiếu báo cáo',
    inputs,
    value: String(owed.length),
  });
}
