/** Nobody sends what they have not seen. */
import type { StoredDraft } from '../../db/drafts.ts';
import type { Revision } from '../../domain/submission.ts';
import { timeInWords } from '../../domain/dates.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Workplace } from '../workplace.ts';
import { namesOf } from './name-people.ts';
import type { PaperState } from './paper-state.ts';

/** @throws WorkflowProblem "conflict" that names what a colleague changed since then. */
export async function requireSeen(
  db: Workplace['db'],
  { draft, laid, latest }: PaperState,
  seen: number,
): Promise<void> {
  const version = draft?.version ?? 0;
  if (version !== seen) {
    const nameOf = await namesOf(
      { db },
      laid.fields.map(({ saved }) => saved?.by),
    );
    const changed = [
      ...laid.fields.flatMap(({ field, version: own, saved }) =>
        saved && own > seen
          ? [`Ô “${field.label}”: ${nameOf(saved.by)} sửa lúc ${timeInWords(saved.at)}.`]
          : [],
      ),
      ...laid.tables.flatMap(({ table, version: own }) =>
        own > seen ? [`Bảng “${table.title}” vừa được sửa.`] : [],
      ),
    ];
    throw new WorkflowProblem(
      'conflict',
      'Phiếu chưa được gửi: nội dung đã thay đổi sau khi anh/chị xem. Đề nghị xem lại các chỗ sau rồi gửi.',
      changed,
    );
  }
  requireOnLatest(draft, latest);
}

/** @throws WorkflowProblem "conflict" when a revision came by another way while the draft was being filled in. */
function requireOnLatest(draft: StoredDraft | undefined, latest: Revision | undefined): void {
  if (!draft?.unsent || latest === undefined || draft.base === latest.number) return;
  throw new WorkflowProblem(
    'conflict',
    `Phiếu chưa được gửi: trong khi anh/chị nhập, bản số ${latest.number} đã được ghi bằng cách khác (tệp hoặc đính chính). Đề nghị xem bản đó rồi chọn giữ phần anh/chị đã nhập hoặc dùng bản mới.`,
  );
}
