/** What one process keeps of the past and of periods, while another one writes to the same database. */
import { expect } from 'chai';
import { connect, type Database } from '../../../src/db/connect.ts';
import { appendHistory } from '../../../src/db/history.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { readPastOfBodies } from '../../../src/db/own-past.ts';
import { readPaperHead, readPaperStamp } from '../../../src/db/paper-head.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import { addAttachment } from '../../../src/workflow/collecting/attachments.ts';
import { approveForm } from '../../../src/workflow/collecting/approve-form.ts';
import { setApprovalRequired } from '../../../src/workflow/collecting/body-settings.ts';
import { acceptForm, waiveForm } from '../../../src/workflow/collecting/compiler-acts.ts';
import { confirmOffers } from '../../../src/workflow/collecting/confirm-offers.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { sendForm } from '../../../src/workflow/collecting/send-form.ts';
import { closePeriod, repinPeriod } from '../../../src/workflow/open-period.ts';
import type { Workplace } from '../../../src/workflow/workplace.ts';
import { forEachDatabase } from '../../databases.ts';
import {
  admin,
  approver,
  BODY,
  clerk,
  compiler,
  GOOD,
  KEY,
  NAMED,
  openPlace,
  OTHER,
  PERIOD,
  REPORT,
  type,
  type Place,
} from './place.ts';

forEachDatabase((_name, _open, create) => {
  let place: Place;
  let here: Database;
  let there: Database;
  /** The same place, as the other process has it. */
  let other: Workplace;
  beforeEach(async () => {
    const url = await create();
    here = await connect(url, { create: true });
    await migrate(here);
    place = await openPlace(here);
    there = await connect(url);
    other = { ...place.workplace, db: there };
  });
  afterEach(async () => {
    await place.close();
    await here.destroy();
    await there.destroy();
  });

  /** What the other process shows beside the first field, and what it checks it against. */
  const lastMonth = async (): Promise<readonly unknown[]> => {
    const { sections } = await readForm(other, clerk, KEY);
    const field = sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'ho-so');
    const { figures } = await readPastOfBodies(there, REPORT, { bodies: [BODY], scopes: [BODY] });
    const sheet = figures.find(({ period }) => period === '2024-09');
    return [
      field?.previous?.cell.state === 'value' && field.previous.cell.value,
      sheet?.columns.find((column) => column.field === 'ho-so')?.values,
    ];
  };

  it('looks at what another accepts, and leaves what another returns', async () => {
    expect(await lastMonth()).to.deep.equal(['1000090', '1000090']);
    expect(await lastMonth(), 'a second time').to.deep.equal(['1000090', '1000090']);
    await place.send('2024-09', {
      'F-CQ.csv': [
        'entity,ho-so,ho-so-truc-tuyen,ty-le-tu-tinh,toc-do,may-chu,quy-che,muc-do,kho-khan',
        `${BODY},777,500,,40,12,chưa,Thử nghiệm,`,
      ],
      'F-CQ.phan-mem.csv': ['entity,ten', `${BODY},Alpha`],
      'F-CQ.van-ban.csv': ['entity,so,ngay,so-trang', `${BODY},01/CV,2024-06-03,2`],
    });
    expect(await lastMonth()).to.deep.equal(['777', '777']);
  });

  it('finds history that another loads', async () => {
    const asked = { bodies: [OTHER], scopes: [OTHER] };
    expect((await readPastOfBodies(there, REPORT, asked)).history).to.deep.equal([]);
    const value = {
      indicator: 'ho-so',
      period: '2023-10',
      span: 'period',
      scope: OTHER,
      value: '5',
      basis: 'published',
      source: 'Niên giám',
    } as const;
    const act = { at: '2024-10-21T08:00:00+07:00', actor: 'test' };
    await inTransaction(here, (trx) => appendHistory(trx, REPORT, [value], act));
    expect((await readPastOfBodies(there, REPORT, asked)).history).to.deep.equal([value]);
  });

  it('keeps nothing of what a transaction takes back', async () => {
    const asked = { bodies: [BODY], scopes: [BODY] };
    const value = {
      indicator: 'ho-so',
      period: '2023-10',
      span: 'period',
      scope: BODY,
      value: '5',
      basis: 'published',
      source: 'Niên giám',
    } as const;
    const act = { at: '2024-10-21T08:00:00+07:00', actor: 'test' };
    const undone = inTransaction(there, async (trx) => {
      await appendHistory(trx, REPORT, [value], act);
      expect((await readPastOfBodies(trx, REPORT, asked)).history).to.deep.equal([value]);
      throw new Error('undone');
    });
    expect(await undone.catch((error: Error) => error.message)).to.equal('undone');
    expect((await readPastOfBodies(there, REPORT, asked)).history).to.deep.equal([]);
  });

  it('knows by the stamp that another did anything that bears on sending', async () => {
    const { workplace } = place;
    const key = { report: REPORT, period: PERIOD, form: 'F-CQ', entity: BODY };
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      'a save': () => type(place, clerk, GOOD),
      'standing answers': () => confirmOffers(workplace, clerk, KEY),
      'an attachment': () =>
        addAttachment(workplace, clerk, KEY, {
          name: 'mot.pdf',
          bytes: Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 1]),
        }),
      sending: async () => {
        const { version } = await readForm(workplace, clerk, KEY);
        return sendForm(workplace, clerk, KEY, { token: 'token-0001', seen: version });
      },
      'an approval': () => approveForm(workplace, approver, KEY, { revision: 1 }),
      'a decision': () => acceptForm(workplace, compiler, NAMED, { revision: 1 }),
      'a setting': () => setApprovalRequired(workplace, admin, { entity: BODY, required: false }),
      'a new pin': async () => {
        const pin = await here('pins').where({ report: REPORT, period: PERIOD }).first();
        if (!pin) throw new Error('the period was not pinned');
        await here('pins').insert({ ...pin, number: 2 });
      },
      'the closing': () => closePeriod(workplace, REPORT, PERIOD),
    };
    let before = await readPaperStamp(there, key);
    for (const [name, act] of Object.entries(acts)) {
      await act();
      const after = await readPaperStamp(there, key);
      expect(after, name).not.to.equal(before);
      expect((await readPaperHead(there, key))?.stamp, name).to.equal(after);
      before = after;
    }
    expect((await readForm(other, clerk, KEY)).period.state).to.equal('closed');
  });

  it('knows of a waiver, and that a period was pinned anew', async () => {
    const key = { report: REPORT, period: PERIOD, form: 'F-CQ', entity: BODY };
    const before = await readPaperStamp(there, key);
    expect((await readForm(other, clerk, KEY)).standing.state).to.equal('not-started');
    await waiveForm(place.workplace, compiler, NAMED, { reason: 'Đơn vị được miễn.' });
    expect(await readPaperStamp(there, key)).not.to.equal(before);
    expect((await readForm(other, clerk, KEY)).standing.state).to.equal('waived');
    expect(await repinPeriod(place.workplace, REPORT, PERIOD)).to.be.an('array');
  });
});
