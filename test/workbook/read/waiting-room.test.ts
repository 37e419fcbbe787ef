import { expect } from 'chai';
import { waitingRoom } from '../../../src/workbook/read/waiting-room.ts';

/** A job that ends when it is told to, and says when it began. */
function job(
  name: string,
  log: string[],
): { readonly run: () => Promise<string>; readonly end: () => void; readonly fail: () => void } {
  let end = (): void => {};
  let fail = (): void => {};
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error(name));
  });
  return {
    run: async () => {
      log.push(name);
      await done;
      return name;
    },
    end: () => end(),
    fail: () => fail(),
  };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the waiting room', () => {
  it('lets two in at once, the others in their turn, and sends away who finds no seat', async () => {
    const log: string[] = [];
    const [a, b, c, d] = [job('a', log), job('b', log), job('c', log), job('d', log)];
    const enter = waitingRoom(2, 1);
    const results = [enter(a.run), enter(b.run), enter(c.run)];
    expect(await enter(d.run)).to.equal(undefined);
    expect(log).to.deep.equal(['a', 'b']);
    b.end();
    await settle();
    expect(log).to.deep.equal(['a', 'b', 'c']);
    a.end();
    c.end();
    expect(await Promise.all(results)).to.deep.equal(['a', 'b', 'c']);
  });

  it('sends away whose turn does not come in time, and keeps their place for the next', async () => {
    const log: string[] = [];
    const [a, b, c] = [job('a', log), job('b', log), job('c', log)];
    const enter = waitingRoom(1, 2);
    const first = enter(a.run);
    const hurried = enter(b.run, 1);
    const patient = enter(c.run, 60_000);
    expect(await hurried).to.equal(undefined);
    a.end();
    c.end();
    expect(await Promise.all([first, patient])).to.deep.equal(['a', 'c']);
    expect(log).to.deep.equal(['a', 'c']);
  });

  it('gives the place of a job that failed to the next', async () => {
    const log: string[] = [];
    const [a, b] = [job('a', log), job('b', log)];
    const enter = waitingRoom(1, 5);
    const first = enter(a.run).catch((error: unknown) => String(error));
    const second = enter(b.run);
    a.fail();
    b.end();
    expect(await first).to.equal('Error: a');
    expect(await second).to.equal('b');
  });
});
