/** How submissions turned out, in the words of the completeness chart and annex; each owed form has exactly one. */
import type { Book } from '../aggregation/book.ts';
import type { OwedForm } from '../completeness.ts';
import { exact } from '../exact.ts';
import { showNumber } from '../narration/show.ts';
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
export function countSubmissions(book: Book, id: string, owed: readonly OwedForm[]): Run {
  const inputs = owed.map((one) =>
    book.ledger.add({
      id: `submission:${one.form}/${one.entity}`,
      kind: 'submission',
      formula: 'phiếu báo cáo',
      inputs: [],
      value: stateInWords(one),
    }),
  );
  const count = String(owed.length);
  const entry = book.ledger.add({
    id: `submissions:${id}`,
    kind: 'count',
    formula: 'đếm phiếu báo cáo',
    inputs,
    value: count,
  });
  return showNumber(book, entry, exact(count), { pad: false });
}
