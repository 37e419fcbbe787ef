/** What comes with a form: rows, letter, scans, contact; and that nobody does what is not theirs to do. */
import { expect } from 'chai';
import type { Person } from '../../../src/domain/account.ts';
import {
  addAttachment,
  readAttachment,
  removeAttachment,
} from '../../../src/workflow/collecting/attachments.ts';
import { adoptLatest } from '../../../src/workflow/collecting/adopt-latest.ts';
import { approveForm, returnToClerk } from '../../../src/workflow/collecting/approve-form.ts';
import { askReopening } from '../../../src/workflow/collecting/ask-reopening.ts';
import { setApprovalRequired } from '../../../src/workflow/collecting/body-settings.ts';
import { checkForm } from '../../../src/workflow/collecting/check-form.ts';
import {
  acceptForm,
  answerReopening,
  returnForm,
  waiveForm,
} from '../../../src/workflow/collecting/compiler-acts.ts';
import { moveRow, restoreRow } from '../../../src/workflow/collecting/arrange-rows.ts';
import { confirmOffers } from '../../../src/workflow/collecting/confirm-offers.ts';
import { readContact, saveContact } from '../../../src/workflow/collecting/contact.ts';
import { saveLetter } from '../../../src/workflow/collecting/letter.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { readMyWork } from '../../../src/workflow/collecting/read-my-work.ts';
import { saveCells } from '../../../src/workflow/collecting/save-cells.ts';
import { saveReason } from '../../../src/workflow/collecting/save-reason.ts';
import { addRow, markNone, removeRow, saveRow } from '../../../src/workflow/collecting/save-rows.ts';
import type { RowOutcome } from '../../../src/workflow/collecting/change-table.ts';
import { sendForm } from '../../../src/workflow/collecting/send-form.ts';
import type { Workplace } from '../../../src/workflow/workplace.ts';
import { WorkflowProblem } from '../../../src/workflow/workflow-problem.ts';
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
  OTHER,
  refusalOf,
  reviewer,
  stranger,
  type,
  type Place,
} from './place.ts';

const PDF = Buffer.from('%PDF-1.7 công văn');
const PNG = Buffer.from('\u0089PNG\r\n\u001a\n ảnh', 'latin1');

/** Every act, and who may try it: the others are told that it is not theirs, whatever the form's state. */
const ACTS: readonly (readonly [
  string,
  readonly Person[],
  (w: Workplace, who: Person) => Promise<unknown>,
])[] = [
  ['saveCells', [clerk], (w, who) => saveCells(w, who, NAMED, [])],
  ['addRow', [clerk], (w, who) => addRow(w, who, NAMED, { table: 'van-ban', texts: {} })],
  [
    'saveRow',
    [clerk],
    (w, who) => saveRow(w, who, NAMED, { table: 'van-ban', row: 'x', texts: {}, seen: 0 }),
  ],
  ['removeRow', [clerk], (w, who) => removeRow(w, who, NAMED, { table: 'van-ban', row: 'x', seen: 0 })],
  ['moveRow', [clerk], (w, who) => moveRow(w, who, NAMED, { table: 'van-ban', row: 'x', before: null })],
  ['restoreRow', [clerk], (w, who) => restoreRow(w, who, NAMED, { table: 'van-ban', row: 'x' })],
  ['markNone', [clerk], (w, who) => markNone(w, who, NAMED, { table: 'phan-mem', none: true })],
  ['confirmOffers', [clerk], (w, who) => confirmOffers(w, who, NAMED)],
  ['saveReason', [clerk], (w, who) => saveReason(w, who, NAMED, { issue: 'x', reason: 'x' })],
  ['saveLetter', [clerk], (w, who) => saveLetter(w, who, NAMED, { number: '', date: '', seen: 0 })],
  ['addAttachment', [clerk], (w, who) => addAttachment(w, who, NAMED, { name: 'a.pdf', bytes: PDF })],
  ['removeAttachment', [clerk], (w, who) => removeAttachment(w, who, NAMED, { attachment: 99 })],
  ['adoptLatest', [clerk], (w, who) => adoptLatest(w, who, NAMED, { keepMine: true })],
  ['sendForm', [clerk], (w, who) => sendForm(w, who, NAMED, { token: 'token-0000', seen: -1 })],
  ['approveForm', [approver], (w, who) => approveForm(w, who, NAMED, { revision: 1 })],
  ['returnToClerk', [approver], (w, who) => returnToClerk(w, who, NAMED, { revision: 1, comment: 'x' })],
  ['askReopening', [clerk, approver], (w, who) => askReopening(w, who, NAMED, { reason: 'x' })],
  ['acceptForm', [compiler], (w, who) => acceptForm(w, who, NAMED, { revision: 1 })],
  ['returnForm', [compiler], (w, who) => returnForm(w, who, NAMED, { revision: 1, reason: 'x' })],
  ['answerReopening', [compiler], (w, who) => answerReopening(w, who, NAMED, { grant: true, reason: 'x' })],
  ['readForm', [clerk, approver, compiler, reviewer], (w, who) => readForm(w, who, NAMED)],
  ['checkForm', [clerk, approver, compiler, reviewer], (w, who) => checkForm(w, who, NAMED)],
  [
    'readAttachment',
    [clerk, approver, compiler, reviewer],
    (w, who) => readAttachment(w, who, NAMED, { attachment: 99 }),
  ],
  ['readMyWork', [clerk, approver, stranger], (w, who) => readMyWork(w, who)],
  [
    'setApprovalRequired',
    [admin],
    (w, who) => setApprovalRequired(w, who, { entity: OTHER, required: true }),
  ],
  ['waiveForm', [compiler], (w, who) => waiveForm(w, who, { ...NAMED, entity: OTHER }, { reason: 'x' })],
];

const EVERYONE = [clerk, approver, stranger, compiler, reviewer, admin];

forEachDatabase((_name, open) => {
  let place: Place;
  before(async () => {
    place = await openPlace(await open());
  });
  after(() => place.close());

  const at = async () => readForm(place.workplace, clerk, KEY);
  const rows = async (id = 'van-ban') => (await at()).tables.find((table) => table.id === id)?.rows ?? [];
  const idOf = (outcome: RowOutcome): string => ('row' in outcome ? (outcome.row?.id ?? '') : '');

  for (const [name, allowed, act] of ACTS)
    it(`lets nobody but ${allowed.map(({ name: who }) => who).join(', ')} try ${name}`, async () => {
      for (const who of EVERYONE) {
        const fault = await act(place.workplace, who).then(
          () => 'done',
          (error: unknown) => (error instanceof WorkflowProblem ? error.fault : String(error)),
        );
        expect(fault === 'forbidden', `${who.name}: ${fault}`).to.equal(!allowed.includes(who));
      }
    });

  it('adds rows, also between others, and keeps what cannot be read', async () => {
    const before = (await rows()).length;
    const first = await addRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      texts: { so: '05/CT', ngay: '3/10/2024' },
    });
    const second = await addRow(place.workplace, colleague, KEY, {
      table: 'van-ban',
      texts: { so: '06/CT', ngay: 'hôm nay', 'so-trang': '1.234' },
      before: idOf(first),
    });
    expect(second).to.deep.include({ outcome: 'saved' });
    const shown = (await rows()).slice(before);
    expect(shown.map(({ texts }) => texts['so'])).to.deep.equal(['06/CT', '05/CT']);
    expect(shown[0]?.problems.map(({ column, readings }) => [column, readings?.length])).to.deep.equal([
      ['ngay', undefined],
      ['so-trang', 2],
    ]);
  });

  it('shows the second of two people on one row what the first made of it', async () => {
    const row = (await rows()).find(({ texts }) => texts['so'] === '05/CT');
    const change = { table: 'van-ban', row: row?.id ?? '', seen: row?.version ?? 0 };
    const results = await Promise.all([
      saveRow(place.workplace, clerk, KEY, { ...change, texts: { so: '05a/CT', ngay: '3/10/2024' } }),
      saveRow(place.workplace, colleague, KEY, { ...change, texts: { so: '05b/CT', ngay: '3/10/2024' } }),
    ]);
    expect(results.map(({ outcome }) => outcome)).to.have.members(['saved', 'conflict']);
    const removed = await removeRow(place.workplace, clerk, KEY, change);
    expect(removed).to.deep.include({ outcome: 'conflict', mine: null });
    const now = (await rows()).find(({ id }) => id === row?.id);
    await removeRow(place.workplace, clerk, KEY, { ...change, seen: now?.version ?? 0 });
    const late = await saveRow(place.workplace, colleague, KEY, {
      ...change,
      texts: { so: '07/CT', ngay: '' },
    });
    expect(late).to.deep.include({ outcome: 'conflict', theirs: null, by: 'chuyen-vien' });
  });

  it('moves a row while another edits it, and loses neither', async () => {
    const one = await addRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      texts: { so: '1', ngay: '1/10/2024' },
    });
    const two = await addRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      texts: { so: '2', ngay: '2/10/2024' },
    });
    const seen = 'row' in two ? (two.row?.version ?? 0) : 0;
    const [moved, saved] = await Promise.all([
      moveRow(place.workplace, clerk, KEY, { table: 'van-ban', row: idOf(two), before: idOf(one) }),
      saveRow(place.workplace, colleague, KEY, {
        table: 'van-ban',
        row: idOf(two),
        texts: { so: '2', ngay: '5/10/2024' },
        seen,
      }),
    ]);
    expect([moved.outcome, saved.outcome]).to.deep.equal(['saved', 'saved']);
    const shown = await rows();
    const places = [idOf(two), idOf(one)].map((id) => shown.findIndex((row) => row.id === id));
    expect(places[0]).to.equal((places[1] ?? 0) - 1);
    expect(shown[places[0] ?? 0]?.texts).to.deep.equal({ so: '2', ngay: '5/10/2024' });
  });

  it('moves nothing when others changed the order that was seen', async () => {
    const ids = async (): Promise<readonly string[]> => (await rows()).map(({ id }) => id);
    const seen = await ids();
    const [first = '', second = '', third = ''] = seen;
    const move = (who: Person, row: string, before: string | null): Promise<RowOutcome> =>
      moveRow(place.workplace, who, KEY, { table: 'van-ban', row, before, seen });
    expect((await move(clerk, second, first)).outcome).to.equal('saved');
    const order = [second, first, ...seen.slice(2)];
    expect(await move(colleague, third, second)).to.deep.include({
      outcome: 'reordered',
      order,
      by: 'chuyen-vien',
    });
    expect(await ids()).to.deep.equal(order);
    // A row that was added meanwhile changes no order.
    const added = await addRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      texts: { so: '9', ngay: '9/10/2024' },
    });
    const again = await moveRow(place.workplace, colleague, KEY, {
      table: 'van-ban',
      row: third,
      before: second,
      seen: order,
    });
    expect(again).to.deep.include({
      outcome: 'saved',
      order: [third, second, first, ...seen.slice(3), idOf(added)],
    });
    const row = 'row' in added ? added.row : null;
    await removeRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      row: row?.id ?? '',
      seen: row?.version ?? 0,
    });
  });

  it('puts a row back where it stood, for as long as the draft is not sent', async () => {
    const before = await rows();
    const row = before[1];
    if (!row) throw new Error('there is no second row');
    const about = { table: 'van-ban', row: row.id };
    await removeRow(place.workplace, clerk, KEY, { ...about, seen: row.version });
    const [taken] = (await at()).tables[0]?.removed ?? [];
    expect(taken).to.deep.equal({ id: row.id, texts: row.texts, by: 'chuyen-vien' });
    const restored = await restoreRow(place.workplace, colleague, KEY, about);
    expect(restored).to.deep.include({ outcome: 'saved', order: before.map(({ id }) => id) });
    expect((await rows()).map(({ texts }) => texts)).to.deep.equal(before.map(({ texts }) => texts));
    expect((await restoreRow(place.workplace, clerk, KEY, about)).outcome).to.equal('unchanged');
    expect((await at()).tables[0]?.removed.some(({ id }) => id === row.id)).to.equal(false);
    const [fault] = await refusalOf(restoreRow(place.workplace, clerk, KEY, { ...about, row: 'x' }));
    expect(fault).to.equal('row-unknown');
  });

  it('says of a register that there is nothing to enter, until there is', async () => {
    const { outcome } = await markNone(place.workplace, clerk, KEY, { table: 'phan-mem', none: true });
    expect(outcome).to.equal('unchanged');
    await addRow(place.workplace, clerk, KEY, { table: 'phan-mem', texts: { ten: 'Gama' } });
    expect((await at()).tables[1]?.mark).to.equal(undefined);
    const [fault] = await refusalOf(markNone(place.workplace, clerk, KEY, { table: 'phan-mem', none: true }));
    expect(fault).to.equal('not-allowed');
  });

  it('keeps the letter of whom came first, as it was typed', async () => {
    const first = await saveLetter(place.workplace, clerk, KEY, {
      number: '12/BHXH',
      date: '32/10',
      seen: 0,
    });
    expect(first.outcome).to.equal('saved');
    const second = await saveLetter(place.workplace, colleague, KEY, { number: '13', date: '', seen: 0 });
    expect(second).to.deep.include({ outcome: 'conflict' });
    const { letter } = await at();
    expect([letter.number, letter.date, letter.reading.kind]).to.deep.equal(['12/BHXH', '32/10', 'unread']);
    await saveLetter(place.workplace, clerk, KEY, {
      number: '12/BHXH',
      date: '21/10/2024',
      seen: letter.version,
    });
  });

  it('takes scans by what they are, and five at most', async () => {
    expect(
      await refusalOf(
        addAttachment(place.workplace, clerk, KEY, { name: 'a.pdf', bytes: Buffer.from('<html>') }),
      ),
    ).to.deep.equal([
      'attachment',
      'Tệp chưa được nhận: tệp không phải PDF, PNG hoặc JPEG; đề nghị quét hoặc xuất văn bản sang PDF.',
    ]);
    expect(
      await refusalOf(addAttachment(place.workplace, clerk, KEY, { name: 'a.pdf', bytes: Buffer.alloc(0) })),
    ).to.deep.equal([
      'attachment',
      'Tệp chưa được nhận: tệp không có nội dung (0 byte); đề nghị chọn lại tệp.',
    ]);
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
    expect(
      (await refusalOf(addAttachment(place.workplace, clerk, KEY, { name: 'a.pdf', bytes: large })))[1],
    ).to.include('lớn hơn 10 MB');
    const again = await refusalOf(addAttachment(place.workplace, clerk, KEY, { name: 'b.pdf', bytes: PDF }));
    expect(again[1]).to.equal('Tệp chưa được nhận: tệp này đã được gửi kèm từ trước.');
    const image = await addAttachment(place.workplace, clerk, KEY, { name: '../ảnh.exe', bytes: PNG });
    expect([image.name, image.type, image.size]).to.deep.equal(['ảnh.exe.png', 'image/png', PNG.length]);
    for (let count = 3; count <= 5; count += 1)
      await addAttachment(place.workplace, clerk, KEY, {
        name: 'a.pdf',
        bytes: Buffer.from(`%PDF-${count}`),
      });
    expect(
      (
        await refusalOf(
          addAttachment(place.workplace, clerk, KEY, { name: 'a.pdf', bytes: Buffer.from('%PDF-6') }),
        )
      )[1],
    ).to.include('đã có 5 tệp');
    const { bytes } = await readAttachment(place.workplace, colleague, KEY, { attachment: image.id });
    expect(Buffer.from(bytes).equals(PNG)).to.equal(true);
    expect(
      await refusalOf(readAttachment(place.workplace, compiler, NAMED, { attachment: image.id })),
    ).to.deep.equal(['attachment-unknown', 'Không có tệp kèm theo này. Đề nghị tải lại trang.']);
  });

  it('sends letter, scans and rows with the revision, where the department finds them', async () => {
    await type(place, clerk, GOOD);
    const bad = (await rows()).find(({ problems }) => problems.length > 0);
    await removeRow(place.workplace, clerk, KEY, {
      table: 'van-ban',
      row: bad?.id ?? '',
      seen: bad?.version ?? 0,
    });
    await setApprovalRequired(place.workplace, admin, { entity: BODY, required: false });
    const desk = await at();
    const [dropped] = desk.attachments;
    const sent = await sendForm(place.workplace, clerk, KEY, { token: 'with-papers', seen: desk.version });
    expect(sent).to.deep.include({ outcome: 'sent', state: 'submitted' });
    const seen = await readForm(place.workplace, compiler, NAMED);
    expect(seen.letter.reading).to.deep.equal({
      kind: 'letter',
      letter: { number: '12/BHXH', date: '2024-10-21' },
    });
    expect(seen.attachments).to.have.lengthOf(5);
    expect(seen.tables.map(({ rows: own }) => own.map(({ texts }) => texts))).to.deep.equal([
      [
        { so: '2', ngay: '05/10/2024' },
        { so: '1', ngay: '01/10/2024' },
      ],
      [{ ten: 'Gama' }],
    ]);
    await returnForm(place.workplace, compiler, NAMED, { revision: 1, reason: 'Đề nghị bỏ tệp thừa.' });
    await removeAttachment(place.workplace, clerk, KEY, { attachment: dropped?.id ?? 0 });
    expect((await at()).attachments).to.have.lengthOf(4);
    expect((await readForm(place.workplace, compiler, NAMED)).attachments).to.have.lengthOf(5);
    expect(
      (await readAttachment(place.workplace, compiler, NAMED, { attachment: dropped?.id ?? 0 })).info.id,
    ).to.equal(dropped?.id);
  });

  it('keeps the contact of a body, or says what is wrong with it', async () => {
    const refused = await saveContact(place.workplace, clerk, { name: '', phone: 'gọi tôi', email: 'a@b' });
    expect(refused.outcome === 'refused' && Object.keys(refused.faults)).to.deep.equal([
      'name',
      'phone',
      'email',
    ]);
    await saveContact(place.workplace, clerk, { name: ' Lê  An ', phone: '024 3943 5602', email: '' });
    expect(await readContact(place.workplace, reviewer, { entity: BODY })).to.deep.include({
      name: 'Lê An',
      phone: '024 3943 5602',
      email: '',
      by: 'chuyen-vien',
    });
    expect(await readContact(place.workplace, stranger)).to.equal(undefined);
  });
});
