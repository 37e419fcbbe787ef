import { expect } from 'chai';
import { inTurn } from '../../src/workflow/in-turn.ts';

/** What two works do, step by step, when they are begun together. */
async function stepsOf(handsOver: boolean): Promise<readonly string[]> {
  const steps: string[] = [];
  const one = inTurn(async (handOver) => {
    steps.push('one begins');
    await Promise.resolve();
    if (handsOver) handOver();
    await new Promise((resolve) => void setImmediate(resolve));
    steps.push('one ends');
    return 1;
  });
  const other = inTurn(() => steps.push('other'));
  await Promise.all([one, other]);
  return steps;
}

describe('workflow/in-turn', () => {
  it('begins a work when the one before has ended', async () => {
    expect(await stepsOf(false)).to.deep.equal(['one begins', 'one ends', 'other']);
  });

  it('begins it earlier when the one before hands over', async () => {
    expect(await stepsOf(true)).to.deep.equal(['one begins', 'other', 'one ends']);
  });

  it('gives what the work gives, and goes on after one that fails', async () => {
    const failed = inTurn(() => Promise.reject(new Error('hỏng')));
    const thrown = inTurn(() => {
      throw new Error('hỏng ngay');
    });
    const fine = inTurn(() => 'xong');
    expect((await Promise.allSettled([failed, thrown, fine])).map(({ status }) => status)).to.deep.equal([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await fine).to.equal('xong');
  });
});
