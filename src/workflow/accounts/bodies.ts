/** The bodies that accounts can belong to. */
import { formatProblem } from '../../definitions/problem.ts';
import { loadEntities } from '../../definitions/load-entities.ts';
import type { Entity } from '../../domain/entity.ts';
import { existsOn } from '../../domain/entity.ts';
import { entityIndex, findEntity } from '../../domain/intake/find-entity.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Workplace } from '../workplace.ts';

/** All bodies, past ones too. */
export async function readBodies({ reportsDir }: Pick<Workplace, 'reportsDir'>): Promise<readonly Entity[]> {
  const loaded = await loadEntities(reportsDir);
  if (loaded.ok) return loaded.entities;
  throw new WorkflowProblem(
    'definition',
    'Danh mục đơn vị (entities.csv) chưa đúng nên chưa dùng được. Đề nghị sửa các chỗ sau:',
    loaded.problems.map(formatProblem),
  );
}

/** Those that exist on the day, in the order of their names. */
export function bodiesOfDay(bodies: readonly Entity[], day: string): readonly Entity[] {
  const order = new Intl.Collator('vi');
  return bodies.filter((body) => existsOn(body, day)).sort((a, b) => order.compare(a.name, b.name));
}

/** The body that a person named by any of its codes or names. */
export function findBody(bodies: readonly Entity[], typed: string): Entity {
  const found = findEntity(entityIndex(bodies, bodies), typed);
  if (found.ok) return found.entity;
  throw new WorkflowProblem('body-unknown', `Không xác định được đơn vị “${typed}”: cần ${found.expected}.`);
}
