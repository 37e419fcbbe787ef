/**
 * What the pages are measured on: a report of forty fields with its bodies, the past of a few months, a clerk of each
 * body who is signed in, and forms that are filled in and wait to be sent.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertAccount } from '../src/db/accounts.ts';
import { appendApprovalSetting } from '../src/db/bodies.ts';
import { connect, type Database } from '../src/db/connect.ts';
import { insertAll } from '../src/db/insert.ts';
import { migrate } from '../src/db/migrate.ts';
import { inTransaction } from '../src/db/transaction.ts';
import { hashPassword } from '../src/workflow/accounts/password.ts';
import { startSession, type SessionLimits } from '../src/workflow/accounts/session.ts';
import { importSubmissions } from '../src/workflow/import-submissions.ts';
import { openPeriod } from '../src/workflow/open-period.ts';
import { vietnamTime, type Workplace } from '../src/workflow/workplace.ts';
import {
  answer,
  ASKED,
  bodyIds,
  filesOf,
  FORM,
  MONTHS,
  SCALE_REPORT,
  writeScaleReport,
} from './scale-report.ts';

/** Bodies, and so forms of one month. */
export const BODIES = 192;
/** Months that every body has answered before. */
const PAST: readonly string[] = MONTHS.slice(0, 6);
/** The forms of this month stay drafts: their pages are asked for. */
export const READ_MONTH = MONTHS[PAST.length] ?? '';
/** A month a round: in each, every form is sent once. */
export const SENT_MONTHS: readonly string[] = MONTHS.slice(PAST.length + 1);
export const LIMITS: SessionLimits = { idleMinutes: 600, hours: 24 };

export interface Clerk {
  readonly entity: string;
  /** What the browser of a person who is signed in holds. */
  readonly session: string;
}

/** A database with everything but the drafts of the months that will be sent. */
export interface HttpOffice {
  readonly workplace: Workplace;
  readonly clerks: readonly Clerk[];
}

/** Writes the definition of the report, and what its bodies said before. */
export async function writeHttpReport(reportsDir: string): Promise<void> {
  await writeScaleReport(reportsDir, BODIES, []);
  writePast(reportsDir);
}

export async function openHttpOffice(
  url: string,
  reportsDir: string,
  months: readonly string[],
): Promise<HttpOffice> {
  const db = await connect(url, { create: true });
  await migrate(db);
  const workplace: Workplace = { db, reportsDir, actor: 'bench', now: () => vietnamTime(new Date()) };
  for (const month of [...PAST, READ_MONTH, ...months]) await openPeriod(workplace, SCALE_REPORT, month);
  for (const month of PAST)
    await importSubmissions(workplace, SCALE_REPORT, month, [filesOf(reportsDir, month)]);
  const clerks = await addClerks(workplace);
  await fillIn(db, READ_MONTH);
  return { workplace, clerks };
}

async function addClerks({ db, now }: Workplace): Promise<readonly Clerk[]> {
  const password = await hashPassword('một cái cầu vồng');
  const act = { at: now(), actor: 'bench' };
  return inTransaction(db, async (trx) => {
    const clerks: Clerk[] = [];
    for (const entity of bodyIds(BODIES)) {
      const account = { name: entity, fullName: `Chuyên viên ${entity}`, role: 'clerk', entity } as const;
      const id = await insertAccount(trx, { ...account, password, mustChangePassword: false }, act);
      await appendApprovalSetting(trx, entity, false, act);
      clerks.push({ entity, session: await startSession(trx, id, act.at, LIMITS) });
    }
    return clerks;
  });
}

/** Types forty answers into the form of every body, as version 1 of its draft. */
export async function fillIn(db: Database, month: string): Promise<void> {
  const stamp = { version: 1, at: vietnamTime(new Date()), actor: 'bench' };
  const paper = { report: SCALE_REPORT, period: month, form: FORM };
  await inTransaction(db, async (trx) => {
    await insertAll(
      bodyIds(BODIES).map((entity) => ({
        ...paper,
        entity,
        base: 0,
        version: 1,
        unsent: 1 as const,
        changed_at: stamp.at,
        changed_by: stamp.actor,
      })),
      (part) => trx('drafts').insert(part),
    );
    const drafts = await trx('drafts').where(paper).select('id', 'entity');
    await insertAll(
      drafts.flatMap(({ id, entity }) =>
        Object.entries(typedAnswers(entity)).map(([field, text]) => ({
          draft: id,
          field,
          input: JSON.stringify({ text }),
          ...stamp,
        })),
      ),
      (part) => trx('draft_cells').insert(part),
    );
  });
}

/** What a body types into each field: near to what it said in any other month, so that nothing is unusual. */
export function typedAnswers(entity: string, month = 0): Readonly<Record<string, string>> {
  const usual = 0.2 + (Number(entity.slice(-2)) % 50) / 100;
  return Object.fromEntries(
    ASKED.map((asked, index) => [asked.code, answer(asked, index, usual + ((month + index) % 5) / 100)]),
  );
}

/** The files of the months that were answered before. */
function writePast(reportsDir: string): void {
  for (const [index, month] of PAST.entries()) {
    const rows = bodyIds(BODIES).map((id) => [id, ...Object.values(typedAnswers(id, index))].join());
    const head = ['entity', ...ASKED.map(({ code }) => code)].join();
    const folder = filesOf(reportsDir, month);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${FORM}.csv`), `${[head, ...rows].join('\n')}\n`);
  }
}
