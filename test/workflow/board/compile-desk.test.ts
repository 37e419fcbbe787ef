/** Compiles that were asked for: seen from every server, told of after a restart, and never done twice at once. */
import { expect } from 'chai';
import { endJob, insertJob, startJob, type CompileState } from '../../../src/db/compile-jobs.ts';
import type { Database } from '../../../src/db/connect.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import type { Browser } from '../../../src/render/browser.ts';
import { RenderError } from '../../../src/render/render-error.ts';
import { CompileDesk, type CompileJob } from '../../../src/workflow/board/compile-desk.ts';
import { forEachDatabase } from '../../databases.ts';
import {
  admin,
  clerk,
  compiler,
  openPlace,
  PERIOD,
  refusalOf,
  REPORT,
  reviewer,
  type Place,
} from '../collecting/place.ts';

const DRAFT = { report: REPORT, period: PERIOD, kind: 'draft' } as const;

/** A browser that comes when the test says so, and then cannot print: how long a compile takes is the test's to say. */
interface LateBrowser {
  readonly open: () => Promise<Browser>;
  /** How many compiles are at it. */
  readonly asked: () => number;
  /** Ends all that wait for it. */
  readonly come: () => void;
}

function lateBrowser(): LateBrowser {
  let waiting: (() => void)[] = [];
  return {
    open: () =>
      new Promise((_, reject) => {
        waiting.push(() => reject(new RenderError('browser-failed', 'Không khởi động được trình duyệt.')));
      }),
    asked: () => waiting.length,
    come: () => {
      for (const end of waiting) end();
      waiting = [];
    },
  };
}

describe('the compile desk', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let place: Place;
    let broken: unknown[];
    beforeEach(async () => {
      db = await open();
      place = await openPlace(db);
      broken = [];
    });
    afterEach(async () => {
      await place.close();
      expect(broken.map(String)).to.deep.equal([]);
    });

    const server = (browser: LateBrowser): CompileDesk =>
      new CompileDesk(browser.open, (error) => broken.push(error));
    const jobs = (desk: CompileDesk): Promise<readonly CompileJob[]> =>
      desk.jobsOf(place.workplace, reviewer, REPORT, PERIOD);
    const states = async (desk: CompileDesk): Promise<readonly CompileState[]> =>
      (await jobs(desk)).map(({ state }) => state);
    const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    /** A job of a server that is not there any more. */
    const left = async (state: 'waiting' | 'running'): Promise<number> =>
      inTransaction(db, async (trx) => {
        const own = { token: 'da-mat', actor: 'tong-hop', at: place.workplace.now(), server: 'gone' };
        const id = await insertJob(trx, DRAFT, own);
        if (state === 'running') await startJob(trx, id, own.at);
        return id;
      });

    it('shows every server what is being done, by whom, and what is before it', async () => {
      const browser = lateBrowser();
      const [one, other] = [server(browser), server(lateBrowser())];
      await one.ask(place.workplace, compiler, { ...DRAFT, token: 'a' });
      await until(() => browser.asked() === 1);
      await until(async () => (await jobs(other))[0]?.step !== '');
      await one.ask(place.workplace, compiler, { ...DRAFT, kind: 'final', token: 'b' });
      expect((await jobs(other)).map(({ kind, state, by, ahead }) => [kind, state, by, ahead])).to.deep.equal(
        [
          ['draft', 'running', 'tong-hop', 0],
          ['final', 'waiting', 'tong-hop', 1],
        ],
      );
      expect((await jobs(other))[0]?.step).to.match(/^Đang .* …$/);
      browser.come();
      // A final with nothing accepted is refused before anything is printed.
      await until(async () => (await states(other)).join() === 'failed,refused');
      const [failed, refused] = await jobs(other);
      expect(failed?.failure).to.equal('Không khởi động được trình duyệt.');
      expect(refused?.refusals).to.be.above(0);
    });

    it('does the same work once at a time, whichever servers are asked', async () => {
      const [first, second] = [lateBrowser(), lateBrowser()];
      const [one, other] = [server(first), server(second)];
      await one.ask(place.workplace, compiler, { ...DRAFT, token: 'a' });
      await until(() => first.asked() === 1);
      const waits = await other.ask(place.workplace, compiler, { ...DRAFT, token: 'b' });
      // Whoever asks a third time joins the one that waits, also on the first server.
      expect(await one.ask(place.workplace, compiler, { ...DRAFT, token: 'c' })).to.equal(waits);
      // The same press again asks for the same job.
      const [running] = await jobs(one);
      expect(await other.ask(place.workplace, compiler, { ...DRAFT, token: 'a' })).to.equal(running?.id);
      // What another server is at does not hold up other work of this one.
      await other.ask(place.workplace, compiler, { ...DRAFT, kind: 'final', token: 'd' });
      await until(async () => (await states(one)).join() === 'running,waiting,refused');
      expect([second.asked(), (await jobs(one)).map(({ ahead }) => ahead)[1]]).to.deep.equal([1, 1]);
      second.come();
      first.come();
      await until(() => second.asked() === 1);
      expect(await states(one)).to.deep.equal(['failed', 'running', 'refused']);
      second.come();
      await until(async () => (await states(one)).join() === 'failed,failed,refused');
    });

    it('begins no second final while one is on its way, on whichever server, and says whose it is', async () => {
      const [one, other] = [server(lateBrowser()), server(lateBrowser())];
      const own = { token: 'a', actor: 'tong-hop', at: place.workplace.now(), server: 'other' };
      const running = { ...DRAFT, kind: 'final' } as const;
      const id = await inTransaction(db, (trx) => insertJob(trx, running, own));
      const ask = (token: string): Promise<number> =>
        one.ask(place.workplace, compiler, { ...running, token });
      const words =
        'Bản chính thức của kỳ này đang được lập theo yêu cầu của tong-hop lúc 08:00 ngày 21/10/2024, nên chưa lập thêm bản nữa. Đề nghị đợi bản này xong rồi xem lại; nếu vẫn cần bản mới, bấm “Phát hành bản chính thức” lần nữa.';
      for (const start of [false, true]) {
        if (start) await inTransaction(db, (trx) => startJob(trx, id, own.at));
        expect(await refusalOf(ask('b'))).to.deep.equal(['conflict', words]);
        // Who presses twice has asked once.
        expect(await ask('a')).to.equal(id);
      }
      expect(await states(other)).to.deep.equal(['running']);
      await endJob(db, id, 'failed', own.at, { failure: '' });
      await ask('b');
      await until(async () => (await states(other)).join() === 'failed,refused');
    });

    it('says that a compile was interrupted when its server was silent for a minute, and begins anew', async () => {
      const desk = server(lateBrowser());
      for (const state of ['running', 'waiting'] as const) await left(state);
      expect(await states(desk)).to.deep.equal(['running', 'waiting']);
      place.at('2024-10-21T08:02');
      expect((await jobs(desk)).map(({ state, endedAt, by }) => [state, endedAt, by])).to.deep.equal([
        ['interrupted', '2024-10-21T08:00:00+07:00', 'tong-hop'],
        ['interrupted', '2024-10-21T08:00:00+07:00', 'tong-hop'],
      ]);
      const browser = lateBrowser();
      const again = server(browser);
      // Even the press that was interrupted may be repeated.
      await again.ask(place.workplace, compiler, { ...DRAFT, token: 'da-mat' });
      await until(() => browser.asked() === 1);
      expect(await states(again)).to.deep.equal(['interrupted', 'interrupted', 'running']);
      browser.come();
      await until(async () => (await states(again)).at(-1) === 'failed');
    });

    it('takes it back when the silent server did finish', async () => {
      const id = await left('running');
      place.at('2024-10-21T08:02');
      await endJob(db, id, 'issued', place.workplace.now(), { edition: 1 });
      expect((await jobs(server(lateBrowser()))).map(({ state, edition }) => [state, edition])).to.deep.equal(
        [['issued', 1]],
      );
    });

    it('finishes what it is at when it is closed, says what it did not begin, and takes nothing more', async () => {
      const browser = lateBrowser();
      const desk = server(browser);
      await desk.ask(place.workplace, compiler, { ...DRAFT, token: 'a' });
      await until(() => browser.asked() === 1);
      await desk.ask(place.workplace, compiler, { ...DRAFT, token: 'b' });
      const closed = desk.close();
      expect(await refusalOf(desk.ask(place.workplace, compiler, { ...DRAFT, token: 'c' }))).to.deep.equal([
        'busy',
        'Máy chủ đang dừng để bảo trì. Đề nghị thử lại sau ít phút.',
      ]);
      browser.come();
      await closed;
      expect(await states(desk)).to.deep.equal(['failed', 'interrupted']);
    });

    it('is asked by compilers, shows its jobs to reviewers too, and to nobody else', async () => {
      const desk = server(lateBrowser());
      for (const who of [clerk, admin, reviewer])
        expect((await refusalOf(desk.ask(place.workplace, who, { ...DRAFT, token: 'a' })))[0]).to.equal(
          'forbidden',
        );
      for (const who of [clerk, admin])
        expect((await refusalOf(desk.jobsOf(place.workplace, who, REPORT, PERIOD)))[0]).to.equal('forbidden');
      expect(
        (
          await refusalOf(desk.ask(place.workplace, compiler, { ...DRAFT, period: '2031-01', token: 'a' }))
        )[0],
      ).to.equal('period-unknown');
      expect(await jobs(desk)).to.deep.equal([]);
    });
  });
});
