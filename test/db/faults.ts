/** Expectations about refusals of the database. */
import { expect } from 'chai';
import { DatabaseProblem, type DatabaseFault } from '../../src/db/problem.ts';

/** The act must be refused with this fault, in Vietnamese, and without any of the values that were bound. */
export async function expectFault(
  fault: DatabaseFault,
  act: () => PromiseLike<unknown>,
  ...secrets: readonly string[]
): Promise<DatabaseProblem> {
  const error: unknown = await Promise.resolve()
    .then(act)
    .then(
      () => new Error('nothing was refused'),
      (reason: unknown) => reason,
    );
  if (!(error instanceof DatabaseProblem)) throw error;
  expect(error.fault).to.equal(fault);
  expect(error.message)
    .to.match(/[ạảãàáâậầấẩẫăắằặẳẵẹẻéèêịỉọộơờợủụưừứđ]/i)
    .and.to.match(/\.$/);
  for (const secret of secrets) {
    expect(error.message).not.to.contain(secret);
    expect(String(error.cause)).not.to.contain(secret);
  }
  return error;
}
