/** A form's way from the first key to acceptance: typed, checked, sent, given back, approved, returned, accepted. */
import { expect } from 'chai';
import { readEvents } from '../../../src/db/events.ts';
import { readCurrentSubmissions, readRevisions } from '../../../src/db/revisions.ts';
import { readFigures } from '../../../src/db/figures.ts';
import { completeness } from '../../../src/domain/completeness.ts';
import { approveForm, returnToClerk } from '../../../src/workflow/collecting/approve-form.ts';
import { askReopening } from '../../../src/workflow/collecting/ask-reopening.ts';
import { checkForm } from '../../../src/workflow/collecting/check-form.ts';
import { compareRevisions } from '../../../src/workflow/collecting/compare-revisions.ts';
import { acceptForm, answerReopening, returnForm } from '../../../src/workflow/collecting/compiler-acts.ts';
import { confirmOffers } from '../../../src/workflow/collecting/confirm-offers.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { readMyWork } from '../../../src/workflow/collecting/read-my-work.ts';
import { readReceipt } from '../../../src/workflow/collecting/read-receipt.ts';
import { sendForm } from '../../../src/workflow/collecting/send-form.ts';
import { readStanding } from '../../../src/workflow/read-facts.ts';
import { forEachDatabase } from '../../databases.ts';
import {
  approver,
  BODY,
  clerk,
  colleague,
  compiler,
  GOOD,
  KEY,
  NAMED,
  openPlace,
  PERIOD,
  refusalOf,
  REPORT,
  reviewer,
  type,
  type Place,
} from './place.ts';

forEachDatabase((_name, open) => {
  let place: Place;
  before(async () => {
    place = await openPlace(await open());
  });
  after(() => place.close());

  const department = async (): Promise<readonly [string, string]> => {
    const facts = await readStanding(place.workplace, REPORT, PERIOD);
    const owed = completeness(facts, place.workplace.now()).forms.find(({ entity }) => entity === BODY);
    return [owed?.state ?? '', owed?.timeliness ?? ''];
  };
  const work = async (who = clerk) => {
    const [period] = await readMyWork(place.workplace, who);
    return period?.forms[0]?.standing;
  };

  it('begins with what the body owes', async () => {
    const periods = await readMyWork(place.workplace, clerk);
    expect(periods.map(({ period }) => period.id)).to.deep.equal([
      '2024-10',
      '2024-09',
      '2024-08',
      '2024-07',
      '2024-06',
    ]);
    expect(periods[0]?.forms).to.deep.equal([
      {
        form: 'F-CQ',
        title: 'Biểu của cơ quan thuộc Chính phủ',
        entity: BODY,
        standing: {
          state: 'not-started',
          timeliness: 'not-due',
          due: periods[0]?.period.due,
          dueIn: 'later',
          workingDaysLeft: 11,
          next: 'clerk',
        },
        acts: ['edit', 'send'],
        unsent: false,
      },
    ]);
    expect(await department()).to.deep.equal(['not-started', 'not-due']);
  });

  it('shows the form with what was said before, beside each field', async () => {
    const desk = await readForm(place.workplace, clerk, KEY);
    expect(desk.sections.map(({ title, fields }) => [title, ...fields.map(({ id }) => id)])).to.deep.equal([
      ['A. Hồ sơ', 'ho-so', 'ho-so-truc-tuyen', 'ty-le-tu-tinh'],
      ['B. Hạ tầng', 'toc-do', 'may-chu', 'quy-che', 'muc-do', 'kho-khan'],
    ]);
    const [dossiers] = desk.sections[0]?.fields ?? [];
    expect(dossiers).to.deep.equal({
      id: 'ho-so',
      label: 'Hồ sơ tiếp nhận',
      unit: 'hồ sơ',
      kind: 'number',
      nature: 'flow',
      isControl: false,
      mayBeFraction: false,
      mayBeNegative: false,
      choices: [],
      optional: false,
      mayBeNone: true,
      mayNotApply: false,
      evidence: false,
      asksAsOf: false,
      window: { from: '2024-10-01', to: '2024-10-31' },
      input: {},
      reading: { kind: 'blank' },
      version: 0,
      previous: { period: '2024-09', cell: { state: 'value', value: '1000090' }, from: 'own' },
    });
    const servers = desk.sections[1]?.fields.find(({ id }) => id === 'may-chu');
    expect(servers?.offer).to.deep.include({ answer: { state: 'value', value: '12' }, age: 1, limit: 2 });
    expect(desk.offered).to.deep.equal(['may-chu', 'phan-mem']);
    expect(desk.tables.map(({ id, previous, rows }) => [id, previous, rows])).to.deep.equal([
      ['van-ban', [{ so: '01/CV', ngay: '2024-06-03', 'so-trang': '2' }], []],
      ['phan-mem', [{ ten: 'Alpha' }, { ten: 'Beta' }], []],
    ]);
    expect(desk).to.deep.include({ version: 0, acts: ['edit', 'send'], approvalRequired: true });
  });

  it('is a draft once something is typed, to the body and to the department', async () => {
    await type(place, clerk, GOOD);
    const desk = await readForm(place.workplace, colleague, KEY);
    expect(desk.standing).to.deep.include({ state: 'draft', next: 'clerk' });
    expect(desk.saved).to.deep.equal({ at: '2024-10-21T08:00:00+07:00', by: 'chuyen-vien' });
    expect(desk.computed.map(({ id, value }) => [id, value])).to.deep.equal([
      ['ho-so-truc-tiep', '500060'],
      ['ty-le-truc-tuyen', '50'],
    ]);
    expect(await department()).to.deep.equal(['draft', 'not-due']);
  });

  it('is not shown to the department', async () => {
    const desk = await readForm(place.workplace, compiler, NAMED);
    expect(desk.standing.state).to.equal('draft');
    expect(desk.sections[0]?.fields.map(({ reading }) => reading.kind)).to.deep.equal([
      'blank',
      'blank',
      'blank',
    ]);
    expect([desk.saved, desk.acts]).to.deep.equal([undefined, ['waive']]);
  });

  it('cannot be sent while something is empty', async () => {
    const check = await checkForm(place.workplace, clerk, KEY);
    expect(check.issues.map(({ id, kind, places }) => [id, kind, places[0]])).to.deep.equal([
      [`blank:F-CQ/${BODY}/phan-mem`, 'empty', { kind: 'table', table: 'phan-mem' }],
    ]);
    const refused = await sendForm(place.workplace, clerk, KEY, { token: 'token-0000', seen: check.version });
    expect(refused).to.deep.equal({ outcome: 'refused', check });
  });

  it('takes over what stands, where nothing was typed', async () => {
    const { confirmed, version } = await confirmOffers(place.workplace, clerk, KEY);
    expect(confirmed).to.deep.equal(['phan-mem']);
    const desk = await readForm(place.workplace, clerk, KEY);
    expect(desk.version).to.equal(version);
    expect(desk.tables[1]).to.deep.include({
      mark: { from: '2024-09', revision: `2024-09/F-CQ/${BODY}/1`, asOf: '2024-09-30' },
    });
    expect(desk.tables[1]?.rows.map(({ texts }) => texts)).to.deep.equal([{ ten: 'Alpha' }, { ten: 'Beta' }]);
    expect((await checkForm(place.workplace, clerk, KEY)).sendable).to.equal(true);
  });

  it('waits for the approver when it is sent', async () => {
    place.at('2024-10-22T09:00');
    const { version } = await checkForm(place.workplace, clerk, KEY);
    const sent = await sendForm(place.workplace, clerk, KEY, { token: 'token-0001', seen: version });
    expect(sent).to.deep.equal({ outcome: 'sent', state: 'awaiting-approval', revision: 1 });
    expect(await work()).to.deep.include({ state: 'awaiting-approval', next: 'approver', revision: 1 });
    expect(await department()).to.deep.equal(['awaiting-approval', 'not-due']);
    const [current] = (await readCurrentSubmissions(place.workplace.db, REPORT, PERIOD)).filter(
      ({ revision }) => revision.entity === BODY,
    );
    expect(current?.state).to.equal('awaiting-approval');
    expect(current?.revision.cells).to.deep.equal({
      'ho-so': { state: 'value', value: '1000120' },
      'ho-so-truc-tuyen': { state: 'value', value: '500060' },
      'toc-do': { state: 'value', value: '43.8', asOf: '2024-10-15' },
      'may-chu': { state: 'value', value: '12' },
      'quy-che': { state: 'value', value: 'yes', document: '12/QĐ-BHXH', date: '2024-10-03' },
      'muc-do': { state: 'value', value: 'thu-nghiem' },
    });
  });

  it('can be given back by the approver, with a comment', async () => {
    const desk = await readForm(place.workplace, approver, KEY);
    expect(desk.acts).to.deep.equal(['approve', 'return-to-clerk']);
    await returnToClerk(place.workplace, approver, KEY, { revision: 1, comment: 'Xem lại số trực tuyến.' });
    expect(await work()).to.deep.include({
      state: 'returned',
      next: 'clerk',
      returned: {
        by: 'approver',
        reason: 'Xem lại số trực tuyến.',
        at: '2024-10-22T09:00:00+07:00',
        actor: 'lanh-dao',
        revision: 1,
      },
    });
    expect(await department()).to.deep.equal(['draft', 'not-due']);
  });

  it('is fixed, sent again and approved: a receipt', async () => {
    await type(place, clerk, { 'ho-so-truc-tuyen': { text: '500.07' } });
    const { version } = await readForm(place.workplace, clerk, KEY);
    const token = 'token-0002';
    const unclear = await sendForm(place.workplace, clerk, KEY, { token, seen: version });
    expect(unclear.outcome).to.equal('refused');
    await type(place, clerk, { 'ho-so-truc-tuyen': { text: '500070' } });
    const { version: clear } = await readForm(place.workplace, clerk, KEY);
    const sent = await sendForm(place.workplace, clerk, KEY, { token, seen: clear });
    expect(sent).to.deep.equal({ outcome: 'sent', state: 'awaiting-approval', revision: 2 });

    const changes = await compareRevisions(place.workplace, approver, KEY, { from: 1, to: 2 });
    expect(changes).to.deep.equal({
      cells: [
        {
          field: 'ho-so-truc-tuyen',
          label: 'Hồ sơ trực tuyến',
          before: { state: 'value', value: '500060' },
          after: { state: 'value', value: '500070' },
        },
      ],
      tables: [],
    });
    const [stale] = await refusalOf(approveForm(place.workplace, approver, KEY, { revision: 1 }));
    expect(stale).to.equal('conflict');
    place.at('2024-10-23T10:00');
    const receipt = await approveForm(place.workplace, approver, KEY, { revision: 2 });
    expect(receipt).to.deep.include({
      number: 1,
      revision: `${PERIOD}/F-CQ/${BODY}/2`,
      at: '2024-10-23T10:00:00+07:00',
      by: 'lanh-dao',
    });
    expect(receipt.hash).to.match(/^[0-9a-f]{64}$/);
    expect(await approveForm(place.workplace, approver, KEY, { revision: 2 })).to.deep.equal(receipt);
    const sheet = await readReceipt(place.workplace, clerk, KEY);
    expect(sheet).to.deep.include({
      receipt,
      revision: 2,
      sentBy: 'chuyen-vien',
      approvedBy: 'lanh-dao',
      period: 'tháng 10 năm 2024',
      isLate: false,
    });
    expect(await work()).to.deep.include({ state: 'submitted', next: 'compiler', timeliness: 'on-time' });
    expect(await department()).to.deep.equal(['submitted', 'on-time']);
  });

  it('was received when it was approved, not when the clerk sent it', async () => {
    const [current] = (await readCurrentSubmissions(place.workplace.db, REPORT, PERIOD)).filter(
      ({ revision }) => revision.entity === BODY,
    );
    expect(current?.revision.receivedAt).to.equal('2024-10-23T10:00:00+07:00');
  });

  it('cannot be edited any more, unless it is asked for and given back', async () => {
    expect(await refusalOf(type(place, clerk, { 'ho-so': { text: '1' } }))).to.deep.equal([
      'not-allowed',
      'Không sửa phiếu được: phiếu đã nộp; nếu cần sửa, đơn vị gửi đề nghị mở lại kèm lý do.',
    ]);
    await askReopening(place.workplace, clerk, KEY, { reason: 'Nhầm số trực tuyến.' });
    const desk = await readForm(place.workplace, compiler, NAMED);
    expect(desk.standing.reopening).to.deep.equal({
      reason: 'Nhầm số trực tuyến.',
      at: '2024-10-23T10:00:00+07:00',
      actor: 'chuyen-vien',
    });
    expect(desk.acts).to.deep.equal(['accept', 'return', 'answer-reopening']);
    expect(await refusalOf(askReopening(place.workplace, clerk, KEY, { reason: 'Nữa.' }))).to.deep.equal([
      'not-allowed',
      'Không đề nghị mở lại phiếu được: đề nghị trước đang chờ trả lời.',
    ]);
    await answerReopening(place.workplace, compiler, NAMED, { grant: false, reason: 'Chưa rõ lý do.' });
    expect((await work())?.reopening?.refused?.reason).to.equal('Chưa rõ lý do.');
    await askReopening(place.workplace, approver, KEY, { reason: 'Cộng nhầm hai huyện.' });
    await answerReopening(place.workplace, compiler, NAMED, { grant: true, reason: 'Đồng ý mở lại.' });
    expect(await work()).to.deep.include({ state: 'returned', next: 'clerk' });
    expect((await work())?.returned).to.deep.include({ by: 'compiler', reason: 'Đồng ý mở lại.' });
    expect(await department()).to.deep.equal(['returned', 'on-time']);
  });

  it('is sent once more, returned by the compiler, insisted upon, and accepted', async () => {
    await type(place, clerk, { 'ho-so-truc-tuyen': { text: '500080' } });
    for (const [token, revision] of [
      ['token-0003', 3],
      ['token-0004', 4],
    ] as const) {
      const { version } = await readForm(place.workplace, clerk, KEY);
      const sent = await sendForm(place.workplace, clerk, KEY, { token, seen: version });
      expect(sent).to.deep.include({ outcome: 'sent', revision });
      expect(await department()).to.deep.equal(['awaiting-approval', 'not-due']);
      await approveForm(place.workplace, approver, KEY, { revision });
      if (revision === 3)
        await returnForm(place.workplace, compiler, NAMED, { revision, reason: 'Đề nghị đối chiếu lại.' });
    }
    await acceptForm(place.workplace, compiler, NAMED, { revision: 4 });
    expect(await work()).to.deep.include({ state: 'accepted', next: null });
    const sheets = await readFigures(place.workplace.db, REPORT, [PERIOD]);
    expect(sheets.map(({ bodies, revisions }) => [...bodies, ...revisions])).to.deep.equal([[BODY, 4]]);
  });

  it('keeps every revision, with what became of it', async () => {
    const { revisions } = await readForm(place.workplace, clerk, KEY);
    expect(
      revisions.map(({ number, approval, decision, receipt }) => [
        number,
        approval,
        decision?.kind,
        decision?.reason,
        receipt,
      ]),
    ).to.deep.equal([
      [1, 'kept', undefined, undefined, undefined],
      [2, 'submitted', 'returned', 'Đồng ý mở lại.', 1],
      [3, 'submitted', 'returned', 'Đề nghị đối chiếu lại.', 2],
      [4, 'submitted', 'accepted', undefined, 3],
    ]);
    const seen = await readForm(place.workplace, reviewer, NAMED);
    expect(seen.revisions.map(({ number }) => number)).to.deep.equal([2, 3, 4]);
    expect(seen.acts).to.deep.equal([]);
    const stored = await readRevisions(place.workplace.db, REPORT, {
      period: PERIOD,
      form: 'F-CQ',
      entity: BODY,
    });
    expect(stored.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4]);
  });

  it('wrote an event with each act', async () => {
    const events = (await readEvents(place.workplace.db, REPORT, PERIOD)).filter(
      ({ kind }) => kind !== 'draft-saved' && kind !== 'period-opened',
    );
    expect(events.map(({ kind, actor }) => `${kind} ${actor}`)).to.deep.equal([
      'revision-received chuyen-vien',
      'form-sent chuyen-vien',
      'form-kept lanh-dao',
      'revision-received chuyen-vien',
      'form-sent chuyen-vien',
      'form-approved lanh-dao',
      'form-submitted lanh-dao',
      'reopening-asked chuyen-vien',
      'reopening-refused tong-hop',
      'reopening-asked lanh-dao',
      'reopening-granted tong-hop',
      'revision-returned tong-hop',
      'revision-received chuyen-vien',
      'form-sent chuyen-vien',
      'form-approved lanh-dao',
      'form-submitted lanh-dao',
      'revision-returned tong-hop',
      'revision-received chuyen-vien',
      'form-sent chuyen-vien',
      'form-approved lanh-dao',
      'form-submitted lanh-dao',
      'revision-accepted tong-hop',
    ]);
  });
});
