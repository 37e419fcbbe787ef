/** Answers that stand, from files to the report over four months: typed, confirmed twice, and too old. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { readEvents } from '../../src/db/events.ts';
import { readCurrentSubmissions } from '../../src/db/revisions.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { runsOf } from '../../src/domain/model/runs.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { correctValue } from '../../src/workflow/correct.ts';
import { closePeriod, openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import { confirmStanding, proposeStanding } from '../../src/workflow/standing/standing.ts';
import { forEachDatabase } from '../databases.ts';

const REPORT = 'giu-nguyen';
const SHARED = join(import.meta.dirname, '../../reports');
const OFFICE = 'van-phong-chinh-phu';

type Files = Readonly<Record<string, readonly string[]>>;

forEachDatabase((_name, open) => {
  let folder = '';
  let db: Database;
  let bodies: readonly string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-hop-standing-'));
    await mkdir(join(folder, 'reports'));
    for (const file of ['entities.csv', 'rosters.yaml', 'calendar.yaml'])
      await cp(join(SHARED, file), join(folder, 'reports', file));
    await cp(join(import.meta.dirname, REPORT), join(folder, 'reports', REPORT), { recursive: true });
    db = await open();
  });
  after(() => rm(folder, { recursive: true }));

  const workplace = () => ({
    db,
    reportsDir: join(folder, 'reports'),
    actor: 'test',
    now: () => '2024-12-31T08:00:00+07:00',
  });

  async function send(period: string, files: Files, confirm = false): Promise<number> {
    const sent = await mkdtemp(join(folder, 'nop-'));
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(sent, name), `${lines.join('\n')}\n`);
    const { confirmed } = await importSubmissions(workplace(), REPORT, period, [sent], {
      at: at(period),
      confirmStanding: confirm,
    });
    return confirmed;
  }

  async function compile(period: string): Promise<Compilation> {
    const { facts } = await readFacts(workplace(), REPORT, period);
    return compileReport(facts, {
      kind: 'final',
      at: '2024-12-31T08:00:00+07:00',
      illustrative: false,
      document: { date: '2024-12-31' },
    });
  }

  /** Dossiers are asked of all; in the month's own files each agency has its number, the last one one more. */
  const dossiers = (each: number): readonly string[] => [
    'entity,ho-so',
    ...bodies.map((body) => `${body},${each}`),
  ];

  it('month 1 is typed: a form of standing answers only is as owed as any', async () => {
    const pinned = await openPeriod(workplace(), REPORT, '2024-06');
    bodies = pinned.members['thuoc-chinh-phu'] ?? [];
    expect(bodies).to.have.lengthOf(8);
    const typed = bodies.map((body, index) => `${body},100,${index + 1},${index < 5 ? 'có' : 'chưa'},`);
    await send('2024-06', {
      'F-CQ.csv': ['entity,ho-so,may-chu,quy-che,quy-che.document', ...typed],
      'VPCP-1.csv': ['entity,he-thong,he-thong.asOf', `${OFFICE},12,2024-06-19`],
      'VPCP-1.so-phan-mem.csv': [
        'entity,ten,ngay',
        `${OFFICE},Alpha,2023-01-02`,
        `${OFFICE},Beta,2024-03-04`,
      ],
    });
    const june = await compile('2024-06');
    expect(refusals(june)).to.deep.equal([]);
    expect(textOf(june)).to.equal(
      'Trong tháng 6/2024 tiếp nhận 800 hồ sơ. Các cơ quan dùng 36 máy chủ; 05/8 cơ quan có quy chế. Tính đến ngày 19/6/2024, có 12 hệ thống dùng chung và 02 phần mềm: Alpha; Beta./.',
    );
    expect(notesOf(june)).to.deep.equal([]);
  });

  it('month 2: a blank is a blank until the body confirms, body by body', async () => {
    await openPeriod(workplace(), REPORT, '2024-07');
    await send('2024-07', { 'F-CQ.csv': dossiers(110) });
    const blanks = refusals(await compile('2024-07'));
    expect(blanks.filter((id) => id.startsWith('blank:F-CQ/'))).to.have.lengthOf(16);
    expect(blanks).to.include('missing:VPCP-1/van-phong-chinh-phu');

    for (const body of [...bodies, OFFICE]) {
      const done = await confirmStanding(workplace(), REPORT, '2024-07', body, { at: at('2024-07') });
      expect(done.map(({ form, confirmed }) => [form, ...confirmed])).to.deep.equal([
        body === OFFICE ? ['VPCP-1', 'he-thong', 'so-phan-mem'] : ['F-CQ', 'may-chu', 'quy-che'],
      ]);
    }
    const july = await compile('2024-07');
    expect(refusals(july)).to.deep.equal([]);
    expect(textOf(july)).to.equal(
      'Trong tháng 7/2024 tiếp nhận 880 hồ sơ. Các cơ quan dùng 36 máy chủ; 05/8 cơ quan có quy chế. Tính đến ngày 19/6/2024, có 12 hệ thống dùng chung và 02 phần mềm: Alpha; Beta./.',
    );
    expect(july.completeness.forms.every(({ timeliness }) => timeliness === 'on-time')).to.equal(true);
  });

  it('tells in the notes how many were confirmed, which, and of when', async () => {
    expect(notesOf(await compile('2024-07'))).to.deep.equal([
      '18 số liệu của 09 đơn vị được giữ nguyên từ kỳ trước; ngày của số liệu là ngày của số gốc.',
      'Biểu F-CQ, “Máy chủ đang dùng”, “Quy chế khai thác dữ liệu”: 08 đơn vị giữ số liệu tháng 6/2024 (tính đến ngày 30/6/2024).',
      'Biểu VPCP-1, “Hệ thống dùng chung”: 01 đơn vị (Văn phòng Chính phủ) giữ số liệu tháng 6/2024 (tính đến ngày 19/6/2024).',
      'Biểu VPCP-1, “Sổ phần mềm dùng chung”: 01 đơn vị (Văn phòng Chính phủ) giữ số liệu tháng 6/2024 (tính đến ngày 30/6/2024).',
    ]);
  });

  it('leads from what is printed to the revision in which it was typed', async () => {
    const { ledger, model } = await compile('2024-07');
    const carried = { from: '2024-06', revision: '2024-06/VPCP-1/van-phong-chinh-phu/1', asOf: '2024-06-19' };
    expect(ledger.entries['cell:2024-07/VPCP-1/van-phong-chinh-phu/1/he-thong']).to.deep.include({
      value: '12',
      carried,
    });
    expect(
      ledger.entries['row:2024-07/VPCP-1/van-phong-chinh-phu/1/so-phan-mem/2']?.carried?.revision,
    ).to.equal(carried.revision);
    const printed = runsOf(model).find((run) => run.kind === 'figure' && run.text === '36');
    const below = leaves(ledger.entries, printed && 'ledger' in printed ? (printed.ledger ?? '') : '');
    expect(below.map((leaf) => leaf.carried?.revision)).to.deep.equal(
      bodies.map((body) => `2024-06/F-CQ/${body}/1`),
    );
  });

  it('writes the act with its event, and once', async () => {
    const events = (await readEvents(db, REPORT, '2024-07')).filter(
      ({ kind }) => kind === 'standing-confirmed',
    );
    expect(events).to.have.lengthOf(9);
    expect(events.at(-1)).to.deep.include({
      entity: OFFICE,
      form: 'VPCP-1',
      revision: '2024-07/VPCP-1/van-phong-chinh-phu/1',
      details: { confirmed: 2 },
      at: at('2024-07'),
    });
    const again = await problemOf(confirmStanding(workplace(), REPORT, '2024-07', OFFICE));
    expect(again).to.equal(
      'Kỳ 2024-07 không có số liệu nào để “van-phong-chinh-phu” xác nhận giữ nguyên. | Biểu VPCP-1: phiếu đã trả lời đủ các ô.',
    );
  });

  it('keeps a confirmation when the same or a corrected file comes again', async () => {
    const numbers = async (): Promise<readonly string[]> =>
      (await readCurrentSubmissions(db, REPORT, '2024-07')).map(({ revision }) => revision.id);
    const before = await numbers();
    await send('2024-07', { 'F-CQ.csv': dossiers(110) });
    expect(await numbers()).to.deep.equal(before);
    await send('2024-07', { 'F-CQ.csv': dossiers(111) });
    expect(await numbers()).to.include(`2024-07/F-CQ/${bodies[0]}/3`);
    const july = await compile('2024-07');
    expect(refusals(july)).to.deep.equal([]);
    expect(textOf(july)).to.include('tiếp nhận 888 hồ sơ. Các cơ quan dùng 36 máy chủ; 05/8');
  });

  it('month 3: files and confirmation in one act, and what is typed goes before what stood', async () => {
    await openPeriod(workplace(), REPORT, '2024-08');
    const [first = '', second = ''] = bodies;
    const rows = bodies.map(
      (body) => `${body},120,${body === first ? '9' : ''},${body === second ? 'chưa' : ''}`,
    );
    const confirmed = await send(
      '2024-08',
      { 'F-CQ.csv': ['entity,ho-so,may-chu,quy-che', ...rows], 'VPCP-1.csv': ['entity', OFFICE] },
      true,
    );
    expect(confirmed).to.equal(16);
    const august = await compile('2024-08');
    // Every value that is the same for three months was confirmed; that is the reason which others would need.
    expect(refusals(august)).to.deep.equal([]);
    expect(textOf(august)).to.equal(
      'Trong tháng 8/2024 tiếp nhận 960 hồ sơ. Các cơ quan dùng 44 máy chủ; 04/8 cơ quan có quy chế. Tính đến ngày 19/6/2024, có 12 hệ thống dùng chung và 02 phần mềm: Alpha; Beta./.',
    );
    const cell = (await readCurrentSubmissions(db, REPORT, '2024-08')).find(
      ({ revision }) => revision.entity === OFFICE,
    )?.revision.cells['he-thong'];
    expect(cell).to.deep.equal({
      state: 'value',
      value: '12',
      asOf: '2024-06-19',
      carried: { from: '2024-06', revision: '2024-06/VPCP-1/van-phong-chinh-phu/1', asOf: '2024-06-19' },
    });
  });

  it('month 4: what is too old is not offered, and is missing like any blank', async () => {
    await openPeriod(workplace(), REPORT, '2024-09');
    const [proposal] = await proposeStanding(workplace(), REPORT, '2024-09', [OFFICE]);
    expect([
      proposal?.offered,
      proposal?.fields[0]?.proposed,
      proposal?.tables[0]?.proposed.state,
    ]).to.deep.equal([
      [],
      {
        state: 'stale',
        carried: { from: '2024-06', revision: '2024-06/VPCP-1/van-phong-chinh-phu/1', asOf: '2024-06-19' },
        age: 3,
        limit: 2,
      },
      'stale',
    ]);
    expect(await problemOf(confirmStanding(workplace(), REPORT, '2024-09', OFFICE))).to.equal(
      'Kỳ 2024-09 không có số liệu nào để “van-phong-chinh-phu” xác nhận giữ nguyên. | Biểu VPCP-1: số liệu kỳ trước đã quá thời hạn giữ nguyên, đề nghị báo cáo lại.',
    );
    // The first agency typed its servers in month 3, the second its rule: those two stand on.
    const confirmed = await send('2024-09', { 'F-CQ.csv': dossiers(130) }, true);
    expect(confirmed).to.equal(2);
    const september = await compile('2024-09');
    const blanks = refusals(september).filter((id) => id.startsWith('blank:'));
    expect(blanks).to.have.lengthOf(14);
    expect(textOf(september)).to.match(/Các cơ quan dùng \[chưa đủ số liệu: .* và 04 đơn vị khác\] máy chủ/);
  });

  it('is complete again when it is answered, and then a value that never changes needs its reason', async () => {
    const typed = bodies.map(
      (body, index) => `${body},130,${index === 0 ? 9 : index + 1},${index < 5 ? 'có' : 'chưa'}`,
    );
    await send('2024-09', {
      'F-CQ.csv': ['entity,ho-so,may-chu,quy-che', ...typed],
      'VPCP-1.csv': ['entity,he-thong,he-thong.asOf', `${OFFICE},12,2024-09-20`],
      'VPCP-1.so-phan-mem.csv': ['entity,ten,ngay', `${OFFICE},không phát sinh,`],
    });
    const september = await compile('2024-09');
    expect(refusals(september)).to.deep.equal([
      ...bodies.slice(1).map((body) => `unchanged:F-CQ/${body}/may-chu`),
      'unchanged:VPCP-1/van-phong-chinh-phu/he-thong',
    ]);
    expect(textOf(september)).to.include('Tính đến ngày 20/9/2024, có 12 hệ thống dùng chung và 0 phần mềm');
  });

  it('asks for a new confirmation when the original is corrected', async () => {
    await send('2024-06', {
      'VPCP-1.csv': ['entity,he-thong,he-thong.asOf', `${OFFICE},14,2024-06-19`],
      'VPCP-1.so-phan-mem.csv': [
        'entity,ten,ngay',
        `${OFFICE},Alpha,2023-01-02`,
        `${OFFICE},Beta,2024-03-04`,
      ],
    });
    const [found] = (await compile('2024-08')).findings.filter(({ check }) => check === 'carried');
    expect(found?.message).to.equal(
      'Biểu VPCP-1, Văn phòng Chính phủ, ô “Hệ thống dùng chung” giữ số liệu tháng 6/2024 là 12, nhưng số liệu tháng 6/2024 nay là 14. Đề nghị đơn vị xác nhận lại hoặc báo cáo lại, nếu không thì ghi lý do.',
    );
    const done = await confirmStanding(workplace(), REPORT, '2024-08', OFFICE, { at: at('2024-08') });
    expect(done.map(({ revision, confirmed }) => [revision, ...confirmed])).to.deep.equal([
      ['2024-08/VPCP-1/van-phong-chinh-phu/2', 'he-thong', 'so-phan-mem'],
    ]);
    const august = await compile('2024-08');
    expect(august.findings.filter(({ check }) => check === 'carried')).to.deep.equal([]);
    expect(textOf(august)).to.include('Tính đến ngày 19/6/2024, có 14 hệ thống dùng chung');
  });

  it('takes a correction of what was confirmed for an answer of its own', async () => {
    await closePeriod(workplace(), REPORT, '2024-08');
    const request = { body: OFFICE, form: 'VPCP-1', field: 'he-thong', from: '14', to: '15' };
    await correctValue(workplace(), REPORT, '2024-08', { ...request, reason: 'đếm sót một hệ thống' });
    const corrected = (await readCurrentSubmissions(db, REPORT, '2024-08')).find(
      ({ revision }) => revision.entity === OFFICE,
    )?.revision;
    expect(corrected?.cells['he-thong']).to.deep.equal({ state: 'value', value: '15', asOf: '2024-06-19' });
    expect(corrected?.standingTables).to.deep.equal({
      'so-phan-mem': {
        from: '2024-06',
        revision: '2024-06/VPCP-1/van-phong-chinh-phu/2',
        asOf: '2024-06-30',
      },
    });
    expect(refusals(await compile('2024-08'))).to.deep.equal([]);
  });
});

function at(period: string): string {
  return `${period}-28T09:00:00+07:00`;
}

function refusals({ refusals: found }: Compilation): readonly string[] {
  return found.map(({ id }) => id);
}

function textOf({ model }: Compilation): string {
  return model.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []))
    .join(' ');
}

/** The lines under the heading of values that were confirmed. */
function notesOf({ model }: Compilation): readonly string[] {
  const lines: string[] = [];
  let inside = false;
  for (const block of model.annexes.flatMap(({ blocks }) => blocks)) {
    const text = 'runs' in block ? block.runs.map((run) => run.text).join('') : '';
    if (block.kind === 'heading')
      inside = block.text.some((run) => run.text.startsWith('Số liệu giữ nguyên từ kỳ trước'));
    else if (inside) lines.push(text);
  }
  return lines;
}

function leaves(entries: Readonly<Record<string, LedgerEntry>>, id: string): readonly LedgerEntry[] {
  const entry = entries[id];
  if (!entry) return [];
  return entry.inputs.length === 0 ? [entry] : entry.inputs.flatMap((input) => leaves(entries, input));
}

/** What a refused act says: its sentence and its lines. */
async function problemOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Error && 'details' in error)
      return [error.message, ...(error.details as readonly string[])].join(' | ');
    throw error;
  }
  return 'not refused';
}
