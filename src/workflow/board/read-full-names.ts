/** The people behind user names, for the department: acts are recorded under the latter. */
import { readAccounts } from '../../db/accounts.ts';
import type { Person } from '../../domain/account.ts';
import type { Workplace } from '../workplace.ts';
import { requireDepartment } from './department.ts';

/** Full names by user name; whoever acts at the command line has none. @throws WorkflowProblem "forbidden" */
export async function readFullNames(
  { db }: Pick<Workplace, 'db'>,
  person: Person,
): Promise<ReadonlyMap<string, string>> {
  requireDepartment(person);
  return new Map((await readAccounts(db)).map(({ name, fullName }) => [name, fullName]));
}
