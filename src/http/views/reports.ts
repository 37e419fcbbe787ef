/** The reports and their periods: the department's first page. */
import type { BoardReport } from '../../workflow/board/read-reports.ts';
import { page, type PageAnswer } from '../answer.ts';
import { periodTag } from './board.ts';
import { capital, periodAddress } from './board-words.ts';
import { momentInWords } from './standing-words.ts';

export function reportsPage(reports: readonly BoardReport[]): PageAnswer {
  return page('reports', 'Theo dõi', {
    reports: reports.map(({ id, title, periods }) => ({
      id,
      title,
      periods: periods.map((period) => ({
        name: capital(period.name),
        href: periodAddress(id, period.id),
        due: momentInWords(period.due),
        tag: periodTag({ period }),
        issued: period.issued
          ? `Bản số ${period.issued.number}, ${momentInWords(period.issued.at)}`
          : period.drafts > 0
            ? `Mới có bản dự thảo (${period.drafts} bản)`
            : 'Chưa tổng hợp',
      })),
    })),
  });
}
