/** Records for the database's tests: one small report, and one of everything that can be written about it. */
import type { Knex } from 'knex';
import type { Definition } from '../../src/domain/definition.ts';
import type { Figure } from '../../src/domain/figures.ts';
import { appendCorrections, lastOfHistory, type NewCorrection } from '../../src/db/corrections.ts';
import { appendTold } from '../../src/db/told-corrections.ts';
import { acceptRevisions } from '../../src/db/decisions.ts';
import { appendEdition, type NewEdition } from '../../src/db/editions.ts';
import { appendHistory } from '../../src/db/history.ts';
import { appendJustifications } from '../../src/db/justifications.ts';
import { openPeriod, type Pin } from '../../src/db/periods.ts';
import { addAttachment } from '../../src/db/attachments.ts';
import { appendReopening } from '../../src/db/reopenings.ts';
import { appendApproval, receiptOf, sendingOf } from '../../src/db/sendings.ts';
import { write } from '../../src/db/writes.ts';
import { appendRevisions, type Submission } from '../../src/db/revisions.ts';
import { appendWaivers } from '../../src/db/waivers.ts';

export const REPORT = 'chuyen-doi-so';
export const PERIOD = '2024-10';
export const ACT = { at: '2024-10-26T08:00:00+07:00', actor: 'nguyen-van-an' } as const;

export function definitionOf(title: string): Definition {
  return {
    report: {
      id: REPORT,
      title,
      frequency: ['month'],
      issuer: { agency: 'BỘ A', name: 'Bộ A', symbol: 'BC-BA', place: 'Hà Nội' },
      document: {
        type: 'BÁO CÁO',
        subject: title,
        addressees: [],
        grounds: [],
        recipients: [],
        authority: [],
      },
      windows: {},
      schedule: { due: 3, close: 5, publish: 8 },
      blocks: {},
      outline: [],
      overrides: [],
    },
    indicators: {},
    forms: [],
    checks: [],
    annexes: [],
    tables: [],
    charts: [],
    texts: { 'z.hbs': 'cuối', 'a.hbs': 'đầu' },
    entities: [],
    rosters: [],
    calendar: { years: ['2024'], holidays: [], swappedWorkdays: [] },
  };
}

export function pinOf(period: string, title = 'Chuyển đổi số'): Pin {
  return {
    hash: title.padEnd(64, '0'),
    definition: definitionOf(title),
    settings: {
      id: period,
      windows: { ky: { from: `${period}-01`, to: `${period}-31` } },
      due: '2024-10-25T17:00:00+07:00',
      close: '2024-10-31T17:00:00+07:00',
      publish: '2024-11-05T17:00:00+07:00',
      illustrative: true,
      document: { date: '2024-11-05' },
    },
    members: { tinh: ['an-giang', 'nam-dinh'], bo: ['bo-noi-vu'] },
  };
}

export function submissionOf(entity: string, value: string, extra: Partial<Submission> = {}): Submission {
  return {
    period: PERIOD,
    form: 'F-TINH',
    entity,
    receivedAt: '2024-10-25T16:59:59+07:00',
    cells: { 'tong-ho-so': { state: 'value', value }, 'co-ke-hoach': { state: 'value', value: 'yes' } },
    tables: { 'van-ban': [{ so: '01/KH-UBND', ngay: '2024-10-03' }] },
    ...extra,
  };
}

export function figureOf(revision: string, value: string, field = 'tong-ho-so'): Figure {
  const [period = '', form = '', entity = ''] = revision.split('/');
  return { indicator: field, period, entity, value, state: 'value', revision, form, field };
}

export function editionOf(kind: 'draft' | 'final', pdf: string): NewEdition {
  return {
    report: REPORT,
    period: PERIOD,
    kind,
    at: '2024-11-05T09:00:00+07:00',
    definitionHash: pinOf(PERIOD).hash,
    inputs: {
      period: pinOf(PERIOD).settings,
      members: {},
      submissions: [],
      waivers: [],
      justifications: [],
      history: [],
      earlier: [],
      previous: [],
    },
    model: {
      version: 1,
      report: REPORT,
      period: PERIOD,
      kind,
      illustrative: true,
      at: '2024-11-05T09:00:00+07:00',
      title: 'Báo cáo',
      letterhead: {
        parent: null,
        agency: 'BỘ A',
        number: [],
        placeAndDate: [],
        type: 'BÁO CÁO',
        subject: [{ kind: 'text', text: 'Về “chuyển đổi số” — \u0000 \u{1F4C4}' }],
        addressees: [],
      },
      grounds: [],
      blocks: [],
      closing: { authority: [], signer: null, recipients: [] },
      annexes: [],
    },
    ledger: { version: 1, entries: {} },
    findings: [{ id: 'x', check: 'outlier', severity: 'soft', message: 'Khác thường.', places: [] }],
    html: '<!doctype html><p>Tổng hợp</p>',
    pdf: Buffer.from(pdf),
    engine: { browser: 'Chromium 147', fonts: 'Tinos 0.4.2' },
  };
}

/** Of the value of history that `writeOneOfEach` loads. */
export const CORRECTION: NewCorrection = {
  period: '2024-09',
  place: { kind: 'history', span: 'period', scope: '' },
  indicator: 'tong-ho-so',
  from: { state: 'value', value: '100' },
  to: { state: 'value', value: '160' },
  reason: 'Cộng sót một huyện',
};

/** A row in every table. */
export async function writeOneOfEach(trx: Knex.Transaction): Promise<void> {
  await openPeriod(trx, REPORT, pinOf(PERIOD), ACT);
  const [revision] = await appendRevisions(trx, REPORT, [submissionOf('an-giang', '120')], ACT);
  const id = revision?.id ?? '';
  await acceptRevisions(trx, REPORT, [{ revision: id, figures: [figureOf(id, '120')] }], ACT);
  await appendWaivers(
    trx,
    REPORT,
    PERIOD,
    [{ entity: 'nam-dinh', reason: 'Thiên tai.', at: '2024-10-20T08:00:00+07:00' }],
    ACT,
  );
  await appendJustifications(
    trx,
    REPORT,
    PERIOD,
    [{ finding: 'outlier:F-TINH/an-giang/tong-ho-so', reason: 'Đợt cao điểm.', at: ACT.at }],
    ACT,
  );
  await appendHistory(
    trx,
    REPORT,
    [
      {
        indicator: 'tong-ho-so',
        period: '2024-09',
        span: 'period',
        scope: '',
        value: '100',
        basis: 'published',
        source: 'Báo cáo tháng 9',
      },
    ],
    ACT,
  );
  const { id: edition } = await appendEdition(trx, editionOf('draft', '%PDF-1.7'), ACT);
  await appendCorrections(trx, REPORT, [CORRECTION], await lastOfHistory(trx, REPORT), ACT);
  await appendTold(trx, REPORT, edition, [1]);
  const paper = { report: REPORT, period: PERIOD, form: 'F-TINH', entity: 'an-giang' };
  const scan = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') } as const;
  const attachment = await addAttachment(trx, paper, scan, ACT);
  const sending = sendingOf(
    REPORT,
    PERIOD,
    {
      revision: id,
      token: 'token-0001',
      approvalRequired: true,
      letter: { number: '12/UBND', date: '2024-10-24' },
      reasons: [],
      attachments: [attachment.id],
    },
    ACT,
  );
  await write(trx, sending);
  await appendApproval(trx, paper, id, 'approved', ACT);
  await write(trx, [receiptOf(REPORT, id, 'a'.repeat(64), ACT)]);
  await appendReopening(trx, paper, id, 'asked', { ...ACT, reason: 'Nhầm số.' });
}
