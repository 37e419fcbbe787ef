/** Sending once, whatever happens meanwhile: a double click, a retry, a colleague who types, a file that comes in. */
import { expect } from 'chai';
import { readJustifications } from '../../../src/db/justifications.ts';
import { readRevisions } from '../../../src/db/revisions.ts';
import type { Person } from '../../../src/domain/account.ts';
import { addAttachment, readAttachment } from '../../../src/workflow/collecting/attachments.ts';
import { adoptLatest } from '../../../src/workflow/collecting/adopt-latest.ts';
import { approveForm, returnToClerk } from '../../../src/workflow/collecting/approve-form.ts';
import { setApprovalRequired } from '../../../src/workflow/collecting/body-settings.ts';
import { checkForm } from '../../../src/workflow/collecting/check-form.ts';
import { acceptForm, returnForm } from '../../../src/workflow/collecting/compiler-acts.ts';
import { confirmOffers } from '../../../src/workflow/collecting/confirm-offers.ts';
import type { AttachmentInfo } from '../../../src/workflow/collecting/form-desk.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { readMyWork } from '../../../src/workflow/collecting/read-my-work.ts';
import { saveReason } from '../../../src/workflow/collecting/save-reason.ts';
import type { SendOutcome } from '../../../src/workflow/collecting/plan-sending.ts';
import { sendForm } from '../../../src/workflow/collecting/send-form.ts';
import { closePeriod } from '../../../src/workflow/open-period.ts';
import { findingsOf, justify } from '../../../src/workflow/desk.ts';
import { readFacts } from '../../../src/workflow/read-facts.ts';
import { forEachDatabase } from '../../databases.ts';
import {
  admin,
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
  type,
  type Place,
} from './place.ts';

forEachDatabase((_name, open) => {
  let place: Place;
  beforeEach(async () => {
    place = await openPlace(await open());
    await type(place, clerk, GOOD);
    await confirmOffers(place.workplace, clerk, KEY);
  });
  afterEach(() => place.close());

  const version = async (): Promise<number> => (await readForm(place.workplace, clerk, KEY)).version;
  const send = async (token: string, who: Person = clerk): Promise<SendOutcome> =>
    sendForm(place.workplace, who, KEY, { token, seen: await version() });
  const numbers = async (): Promise<readonly number[]> =>
    (await readRevisions(place.workplace.db, REPORT, { period: PERIOD, form: 'F-CQ', entity: BODY })).map(
      ({ number }) => number,
    );

  it('sends once when the button is pressed five times at once', async () => {
    const seen = await version();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        sendForm(place.workplace, clerk, KEY, { token: 'one-and-the-same', seen }),
      ),
    );
    for (const outcome of outcomes)
      expect(outcome).to.deep.equal({ outcome: 'sent', state: 'awaiting-approval', revision: 1 });
    expect(await numbers()).to.deep.equal([1]);
  });

  it('gives a late retry the same receipt', async () => {
    await setApprovalRequired(place.workplace, admin, { entity: BODY, required: false });
    const seen = await version();
    const first = await sendForm(place.workplace, clerk, KEY, { token: 'retry-0001', seen });
    expect(first).to.deep.include({ outcome: 'sent', state: 'submitted', revision: 1 });
    place.at('2024-10-25T08:00');
    const again = await sendForm(place.workplace, clerk, KEY, { token: 'retry-0001', seen });
    expect(again).to.deep.equal(first);
    expect(await numbers()).to.deep.equal([1]);
  });

  it('sends one of two different requests at once, and refuses the other', async () => {
    const seen = await version();
    const outcomes = await Promise.allSettled(
      ['request-a', 'request-b'].map((token) => sendForm(place.workplace, clerk, KEY, { token, seen })),
    );
    expect(outcomes.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    expect(await numbers()).to.deep.equal([1]);
    const [fault] = await refusalOf(sendForm(place.workplace, clerk, KEY, { token: 'request-c', seen }));
    expect(fault).to.equal('not-allowed');
  });

  it('does not send what the sender has not seen', async () => {
    const seen = await version();
    place.at('2024-10-21T09:30');
    await type(place, colleague, { 'ho-so': { text: '1000130' } });
    const refused = await refusalOf(sendForm(place.workplace, clerk, KEY, { token: 'token-seen', seen }));
    expect(refused).to.deep.equal([
      'conflict',
      'Phiếu chưa được gửi: nội dung đã thay đổi sau khi anh/chị xem. Đề nghị xem lại các chỗ sau rồi gửi. | Ô “Hồ sơ tiếp nhận”: dong-nghiep sửa lúc 09:30 ngày 21/10/2024.',
    ]);
    expect(await numbers()).to.deep.equal([]);
  });

  it('either sends before a colleague saves or does not send at all', async () => {
    const seen = await version();
    const [sent, saved] = await Promise.allSettled([
      sendForm(place.workplace, clerk, KEY, { token: 'race-0001', seen }),
      type(place, colleague, { 'ho-so': { text: '1000130' } }),
    ]);
    expect(saved.status).to.equal('fulfilled');
    const revisions = await readRevisions(place.workplace.db, REPORT, {
      period: PERIOD,
      form: 'F-CQ',
      entity: BODY,
    });
    expect(revisions.map(({ cells }) => cells['ho-so'])).to.deep.equal(
      sent.status === 'fulfilled' ? [{ state: 'value', value: '1000120' }] : [],
    );
  });

  /** What a person is shown: state, one answer, the sheet that came along. */
  const shown = async (who: Person, key = KEY): Promise<readonly unknown[]> => {
    const { standing, sections, attachments } = await readForm(place.workplace, who, key);
    const field = sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'ho-so');
    return [
      standing.state,
      field?.reading.kind === 'cell' && field.reading.cell.state === 'value' && field.reading.cell.value,
      attachments.map(({ name }) => name),
    ];
  };
  const scan = (name: string, byte: number): Promise<AttachmentInfo> =>
    addAttachment(place.workplace, colleague, KEY, {
      name,
      bytes: Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, byte]),
    });

  it('shows the approver what was sent, who answers it, while a newer draft is typed', async () => {
    await scan('mot.pdf', 1);
    await send('token-0001');
    await type(place, colleague, { 'ho-so': { text: '1000130' } });
    const later = await scan('hai.pdf', 2);

    expect(await shown(approver)).to.deep.equal(['awaiting-approval', '1000120', ['mot.pdf']]);
    expect(await shown(clerk)).to.deep.equal(['draft', '1000130', ['mot.pdf', 'hai.pdf']]);
    const desk = await readForm(place.workplace, approver, KEY);
    expect([desk.acts, desk.newerDraft, desk.saved]).to.deep.equal([
      ['approve', 'return-to-clerk'],
      { at: '2024-10-21T08:00:00+07:00', by: 'dong-nghiep' },
      undefined,
    ]);
    expect((await readMyWork(place.workplace, approver))[0]?.forms[0]).to.deep.include({
      acts: ['approve', 'return-to-clerk'],
    });
    const [fault] = await refusalOf(readAttachment(place.workplace, approver, KEY, { attachment: later.id }));
    expect(fault).to.equal('attachment-unknown');

    expect(await approveForm(place.workplace, approver, KEY, { revision: 1 })).to.deep.include({ number: 1 });
    expect(await shown(compiler, NAMED)).to.deep.equal(['submitted', '1000120', ['mot.pdf']]);
    expect((await shown(clerk)).slice(0, 2), 'what was typed is no part of it').to.deep.equal([
      'submitted',
      '1000120',
    ]);
    const kept = (await readForm(place.workplace, clerk, KEY)).saved;
    expect(kept).to.deep.equal({ at: '2024-10-21T08:00:00+07:00', by: 'dong-nghiep' });

    await returnForm(place.workplace, compiler, NAMED, { revision: 1, reason: 'Đề nghị xem lại.' });
    expect(await shown(clerk)).to.deep.equal(['returned', '1000130', ['mot.pdf', 'hai.pdf']]);
    expect(await send('token-0002')).to.deep.equal({
      outcome: 'sent',
      state: 'awaiting-approval',
      revision: 2,
    });
  });

  it('gives what was sent back to the clerk, who goes on with the newer draft', async () => {
    await send('token-0001');
    await type(place, colleague, { 'ho-so': { text: '1000130' } });
    await returnToClerk(place.workplace, approver, KEY, { revision: 1, comment: 'Xem lại.' });
    expect(await shown(clerk)).to.deep.equal(['returned', '1000130', []]);
    expect(await shown(approver)).to.deep.equal(['returned', '1000120', []]);
  });

  it('does not approve a revision after which another was sent', async () => {
    await send('token-0001');
    await type(place, colleague, { 'ho-so': { text: '1000130' } });
    await send('token-0002', colleague);
    expect(await refusalOf(approveForm(place.workplace, approver, KEY, { revision: 1 }))).to.deep.equal([
      'conflict',
      'Chuyên viên đã trình bản số 2 thay bản số 1 mà anh/chị đang xem. Đề nghị xem bản mới rồi quyết định.',
    ]);
    expect(await approveForm(place.workplace, approver, KEY, { revision: 2 })).to.deep.include({
      number: 1,
    });
  });

  it('gives one receipt to two approvals at once', async () => {
    await send('token-0001');
    const [one, other] = await Promise.all([
      approveForm(place.workplace, approver, KEY, { revision: 1 }),
      approveForm(place.workplace, approver, KEY, { revision: 1 }),
    ]);
    expect(one).to.deep.equal(other);
  });

  it('needs a reason for what is unusual, which stays with these values and reaches the report', async () => {
    await type(place, clerk, { 'ho-so': { text: '9000000' } });
    const id = `outlier:F-CQ/${BODY}/ho-so`;
    const { issues, sendable } = await checkForm(place.workplace, clerk, KEY);
    expect(issues.map((issue) => [issue.id, issue.kind, issue.about, issue.places])).to.deep.equal([
      [id, 'unusual', '9000000', [{ kind: 'field', field: 'ho-so' }]],
    ]);
    expect(sendable).to.equal(false);
    expect((await send('token-0001')).outcome).to.equal('refused');

    await saveReason(place.workplace, clerk, KEY, { issue: id, reason: 'Đợt cao điểm cấp thẻ.' });
    await type(place, clerk, { 'ho-so': { text: '9500000' } });
    const [changed] = (await checkForm(place.workplace, clerk, KEY)).issues;
    expect([changed?.reason, changed?.formerReason]).to.deep.equal([undefined, 'Đợt cao điểm cấp thẻ.']);
    const after = await saveReason(place.workplace, clerk, KEY, {
      issue: id,
      reason: 'Cấp thẻ đợt cuối năm.',
    });
    expect([after.sendable, after.version]).to.deep.equal([true, await version()]);

    await send('token-0002');
    expect(await readJustifications(place.workplace.db, REPORT, PERIOD)).to.deep.equal([]);
    await approveForm(place.workplace, approver, KEY, { revision: 1 });
    await acceptForm(place.workplace, compiler, NAMED, { revision: 1 });
    const facts = await readFacts(place.workplace, REPORT, PERIOD);
    const found = findingsOf(facts, '2024-11-05T09:00:00+07:00').find((finding) => finding.id === id);
    expect(found?.reason).to.equal('Cấp thẻ đợt cuối năm.');
    const message = issues[0]?.message ?? '';
    expect(message).to.match(
      /^Biểu F-CQ, Bảo hiểm xã hội Việt Nam, ô “Hồ sơ tiếp nhận” = 9\.000\.000, cao khác thường/,
    );
  });

  it('counts a reason for the values that it was given to, and for no others that a file brings', async () => {
    await type(place, clerk, { 'ho-so': { text: '9000000' } });
    const id = `outlier:F-CQ/${BODY}/ho-so`;
    const seen = await version();
    const reasons = [{ issue: id, reason: 'Đợt cao điểm cấp thẻ.' }];
    await sendForm(place.workplace, clerk, KEY, { token: 'token-0001', seen, reasons });
    await approveForm(place.workplace, approver, KEY, { revision: 1 });
    await acceptForm(place.workplace, compiler, NAMED, { revision: 1 });
    const found = async (): Promise<string | undefined> => {
      const facts = await readFacts(place.workplace, REPORT, PERIOD);
      const all = findingsOf(facts, '2024-11-05T09:00:00+07:00');
      expect(all.map((finding) => finding.id)).to.include(id);
      return all.find((finding) => finding.id === id)?.reason;
    };
    const file = (dossiers: string, servers: string): Promise<void> =>
      place.send(PERIOD, {
        'F-CQ.csv': [
          'entity,ho-so,ho-so-truc-tuyen,toc-do,may-chu,quy-che,muc-do',
          `${BODY},${dossiers},500060,43,${servers},có,Chính thức`,
        ],
        'F-CQ.phan-mem.csv': ['entity,ten', `${BODY},Gama`],
      });
    expect(await found()).to.equal('Đợt cao điểm cấp thẻ.');
    await file('9000000', '13');
    expect(await found(), 'another field was changed').to.equal('Đợt cao điểm cấp thẻ.');
    await file('99000000', '13');
    expect(await found(), 'another value').to.equal(undefined);
    await justify(place.workplace, REPORT, PERIOD, id, { reason: 'Cấp lại toàn bộ thẻ.' });
    expect(await found(), 'the department’s own reason').to.equal('Cấp lại toàn bộ thẻ.');
  });

  it('names contradictions within the form, at their fields', async () => {
    await type(place, clerk, {
      'ho-so-truc-tuyen': { text: '2000000' },
      'ty-le-tu-tinh': { text: '49,9' },
    });
    const { issues } = await checkForm(place.workplace, clerk, KEY);
    expect(issues.map(({ kind, id, places }) => [kind, id, ...places])).to.deep.equal([
      [
        'wrong',
        `control:F-CQ/${BODY}/ty-le-tu-tinh`,
        { kind: 'field', field: 'ty-le-tu-tinh' },
        { kind: 'field', field: 'ho-so-truc-tuyen' },
        { kind: 'field', field: 'ho-so' },
      ],
      [
        'wrong',
        `truc-tuyen-trong-tong:${BODY}`,
        { kind: 'field', field: 'ho-so-truc-tuyen' },
        { kind: 'field', field: 'ho-so' },
      ],
    ]);
  });

  it('takes changes in with the sending, and keeps them when it is refused', async () => {
    const desk = await readForm(place.workplace, clerk, KEY);
    const changes = [
      { field: 'muc-do', input: { text: 'không rõ' }, seen: desk.sections[1]?.fields[3]?.version ?? 0 },
    ];
    const refused = await sendForm(place.workplace, clerk, KEY, {
      token: 'token-0001',
      seen: desk.version,
      changes,
    });
    expect(refused.outcome).to.equal('refused');
    const kept = await readForm(place.workplace, clerk, KEY);
    expect(kept.sections[1]?.fields[3]?.input).to.deep.equal({ text: 'không rõ' });
    const sent = await sendForm(place.workplace, clerk, KEY, {
      token: 'token-0001',
      seen: kept.version,
      changes: [
        { field: 'muc-do', input: { text: 'chinh-thuc' }, seen: kept.sections[1]?.fields[3]?.version ?? 0 },
      ],
    });
    expect(sent.outcome).to.equal('sent');
    const revision = (await readForm(place.workplace, clerk, KEY)).sections[1]?.fields[3];
    expect([revision?.input, revision?.version]).to.deep.equal([{ text: 'chinh-thuc' }, -1]);
  });

  it('does not send the same again, unless it was returned', async () => {
    await setApprovalRequired(place.workplace, admin, { entity: BODY, required: false });
    await send('token-0001');
    await returnForm(place.workplace, compiler, NAMED, { revision: 1, reason: 'Đề nghị đối chiếu.' });
    expect(await send('token-0002')).to.deep.include({ outcome: 'sent', revision: 2 });
    const [fault] = await refusalOf(send('token-0003'));
    expect(fault).to.equal('not-allowed');
  });

  it('says so when the same is sent while it waits for the approver', async () => {
    await send('token-0001');
    const before = await readForm(place.workplace, clerk, KEY);
    await type(place, clerk, { 'kho-khan': { text: 'Không.' } });
    await type(place, clerk, { 'kho-khan': { text: '' } });
    expect(before.version).to.be.below(await version());
    expect(await refusalOf(send('token-0002'))).to.deep.equal([
      'nothing-to-do',
      'Phiếu không khác bản số 1 đã gửi nên không gửi lại.',
    ]);
  });

  it('stops when a file came in meanwhile, and goes on from what the body chooses', async () => {
    const file = {
      'F-CQ.csv': [
        'entity,ho-so,ho-so-truc-tuyen,toc-do,may-chu,quy-che,muc-do',
        `${BODY},777,5,41,13,có,Chính thức`,
      ],
      'F-CQ.phan-mem.csv': ['entity,ten', `${BODY},Gama`],
    };
    await place.send(PERIOD, file);
    const accepted = await readForm(place.workplace, clerk, KEY);
    expect(accepted.standing.state).to.equal('accepted');
    expect(accepted.overtaken).to.deep.equal({ revision: 1, receivedAt: '2024-10-28T09:00:00+07:00' });
    await returnForm(place.workplace, compiler, NAMED, { revision: 1, reason: 'Đề nghị rà soát.' });
    const [fault, message] = await refusalOf(send('token-0001'));
    expect(fault).to.equal('conflict');
    expect(message).to.include('bản số 1 đã được ghi bằng cách khác');
    await adoptLatest(place.workplace, clerk, KEY, { keepMine: true });
    const mine = await readForm(place.workplace, clerk, KEY);
    expect([mine.overtaken, mine.sections[0]?.fields[0]?.input]).to.deep.equal([
      undefined,
      { text: '1.000.120' },
    ]);
    expect(await refusalOf(adoptLatest(place.workplace, clerk, KEY, { keepMine: false }))).to.deep.equal([
      'nothing-to-do',
      'Phiếu đang nhập đã dựa trên bản mới nhất.',
    ]);
    expect(await send('token-0002')).to.deep.include({ outcome: 'sent', revision: 2 });
  });

  it('gives up the draft for the file when the body says so', async () => {
    await place.send(PERIOD, {
      'F-CQ.csv': [
        'entity,ho-so,ho-so-truc-tuyen,toc-do,may-chu,quy-che,muc-do',
        `${BODY},777,5,41,13,có,Chính thức`,
      ],
      'F-CQ.phan-mem.csv': ['entity,ten', `${BODY},Gama`],
    });
    await adoptLatest(place.workplace, clerk, KEY, { keepMine: false });
    const desk = await readForm(place.workplace, clerk, KEY);
    expect([desk.saved, desk.sections[0]?.fields[0]?.input, desk.tables[1]?.rows[0]?.texts]).to.deep.equal([
      undefined,
      { text: '777' },
      { ten: 'Gama' },
    ]);
  });

  it('takes nothing in after the period was closed', async () => {
    const seen = await version();
    await closePeriod(place.workplace, REPORT, PERIOD);
    for (const act of [
      () => sendForm(place.workplace, clerk, KEY, { token: 'token-0001', seen }),
      () => type(place, clerk, { 'ho-so': { text: '1' } }),
    ]) {
      const [fault] = await refusalOf(act());
      expect(fault).to.equal('period-closed');
    }
  });

  it('refuses a token of another shape', async () => {
    for (const token of ['', 'short', 'a b c d e f g h', 'x'.repeat(101)]) {
      const [fault] = await refusalOf(sendForm(place.workplace, clerk, KEY, { token, seen: 1 }));
      expect(fault, token).to.equal('input');
    }
  });
});
