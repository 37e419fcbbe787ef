/** The first page of a body's staff: what they have to do. */
import { readMyWork } from '../../workflow/collecting/read-my-work.ts';
import type { Answer } from '../answer.ts';
import type { PersonVisit, Route } from '../route.ts';
import { workPage } from '../views/work.ts';

export const WORK_ROUTES: readonly Route[] = [
  { method: 'get', path: '/viec-cua-toi', roles: ['clerk', 'approver'], body: 'own', handler: showWork },
];

async function showWork({ workplace, person }: PersonVisit): Promise<Answer> {
  return workPage(await readMyWork(workplace, person), person.role === 'approver' ? 'approver' : 'clerk');
}
