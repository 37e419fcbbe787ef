/** Who may look at the papers of all bodies, and who may decide about them. */
import type { Person } from '../../domain/account.ts';
import { WorkflowProblem } from '../workflow-problem.ts';

/** @throws WorkflowProblem "forbidden" unless the person compiles or reviews. */
export function requireDepartment({ role }: Person): void {
  if (role === 'compiler' || role === 'reviewer') return;
  throw new WorkflowProblem(
    'forbidden',
    'Trang theo dõi dành cho cơ quan tổng hợp. Số liệu của đơn vị mình xem tại trang “Việc của tôi”.',
  );
}

/** @throws WorkflowProblem "forbidden" unless the person compiles: reviewers change nothing. */
export function requireCompiler({ role }: Person): void {
  if (role === 'compiler') return;
  throw new WorkflowProblem(
    'forbidden',
    'Chỉ chuyên viên tổng hợp được thực hiện việc này; chưa có gì thay đổi.',
  );
}
