/** A place to collect in: a small report with a past of four months, its people, and a clock that tests turn. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Database } from '../../../src/db/connect.ts';
import type { Person, Role } from '../../../src/domain/account.ts';
import type { CellInput } from '../../../src/domain/collecting/cell-input.ts';
import type { FormKey } from '../../../src/workflow/collecting/form-desk.ts';
import { readForm } from '../../../src/workflow/collecting/read-form.ts';
import { saveCells, type SaveOutcome } from '../../../src/workflow/collecting/save-cells.ts';
import { importSubmissions } from '../../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../../src/workflow/open-period.ts';
import type { Workplace } from '../../../src/workflow/workplace.ts';
import { WorkflowProblem, type WorkflowFault } from '../../../src/workflow/workflow-problem.ts';

export const REPORT = 'thu-thap';
export const PERIOD = '2024-10';
export const BODY = 'bao-hiem-xa-hoi-viet-nam';
export const OTHER = 'thong-tan-xa-viet-nam';
export const KEY: FormKey = { report: REPORT, period: PERIOD, form: 'F-CQ' };
/** As the department names it. */
export const NAMED: FormKey = { ...KEY, entity: BODY };

const SHARED = join(import.meta.dirname, '../../../reports');

export const clerk = person(1, 'chuyen-vien', 'clerk', BODY);
export const colleague = person(2, 'dong-nghiep', 'clerk', BODY);
export const approver = person(3, 'lanh-dao', 'approver', BODY);
export const stranger = person(4, 'nguoi-khac', 'clerk', OTHER);
export const compiler = person(5, 'tong-hop', 'compiler');
export const reviewer = person(6, 'theo-doi', 'reviewer');
export const admin = person(7, 'quan-tri', 'admin');

export interface Place {
  readonly workplace: Workplace;
  /** Sets the clock, e.g. "2024-10-21T08:00". */
  at(time: string): void;
  /** Imports files into a period, by name. */
  send(period: string, files: Readonly<Record<string, readonly string[]>>): Promise<void>;
  close(): Promise<void>;
}

/** Answers that have nothing the matter. */
export const GOOD: Readonly<Record<string, CellInput>> = {
  'ho-so': { text: '1.000.120' },
  'ho-so-truc-tuyen': { text: '500060' },
  'toc-do': { text: '43,8', asOf: '15/10/2024' },
  'may-chu': { text: '12' },
  'quy-che': { text: 'yes', document: '12/QĐ-BHXH', date: '3/10/2024' },
  'muc-do': { text: 'thu-nghiem' },
};

export async function openPlace(db: Database): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'tong-hop-collecting-'));
  await mkdir(join(folder, 'reports'));
  for (const file of ['entities.csv', 'rosters.yaml', 'calendar.yaml'])
    await cp(join(SHARED, file), join(folder, 'reports', file));
  await cp(join(import.meta.dirname, REPORT), join(folder, 'reports', REPORT), { recursive: true });
  let now = '2024-10-21T08:00:00+07:00';
  const workplace: Workplace = {
    db,
    reportsDir: join(folder, 'reports'),
    actor: 'test',
    now: () => now,
  };
  const place: Place = {
    workplace,
    at: (time) => {
      now = `${time}:00+07:00`;
    },
    send: async (period, files) => {
      const sent = await mkdtemp(join(folder, 'nop-'));
      for (const [name, lines] of Object.entries(files))
        await writeFile(join(sent, name), `${lines.join('\n')}\n`);
      await importSubmissions(workplace, REPORT, period, [sent], { at: `${period}-28T09:00:00+07:00` });
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
  for (const month of ['06', '07', '08', '09']) {
    await openPeriod(workplace, REPORT, `2024-${month}`);
    await place.send(`2024-${month}`, past(1_000_000 + Number(month) * 10));
  }
  await openPeriod(workplace, REPORT, PERIOD);
  return place;
}

/** What two agencies said in an earlier month. */
function past(dossiers: number): Readonly<Record<string, readonly string[]>> {
  return {
    'F-CQ.csv': [
      'entity,ho-so,ho-so-truc-tuyen,ty-le-tu-tinh,toc-do,may-chu,quy-che,muc-do,kho-khan',
      `${BODY},${dossiers},500000,,40,12,chưa,Thử nghiệm,`,
      `${OTHER},50,40,80,không áp dụng,3,có,Chính thức,`,
    ],
    'F-CQ.phan-mem.csv': ['entity,ten', `${BODY},Alpha`, `${BODY},Beta`, `${OTHER},không phát sinh`],
    'F-CQ.van-ban.csv': ['entity,so,ngay,so-trang', `${BODY},01/CV,2024-06-03,2`],
  };
}

/** Types into fields what stands there not yet, having seen what is there now. */
export async function type(
  { workplace }: Place,
  who: Person,
  inputs: Readonly<Record<string, CellInput>>,
): Promise<SaveOutcome> {
  const desk = await readForm(workplace, who, KEY);
  const versions = new Map(
    desk.sections.flatMap(({ fields }) => fields).map(({ id, version }) => [id, version]),
  );
  return saveCells(
    workplace,
    who,
    KEY,
    Object.entries(inputs).map(([field, input]) => ({ field, input, seen: versions.get(field) ?? 0 })),
  );
}

/** The fault and the sentence of a refused act, with its lines. */
export async function refusalOf(act: Promise<unknown>): Promise<readonly [WorkflowFault, string]> {
  try {
    await act;
  } catch (error) {
    expect(error).to.be.instanceOf(WorkflowProblem);
    const { fault, message, details } = error as WorkflowProblem;
    return [fault, [message, ...details].join(' | ')];
  }
  throw new Error('it was not refused');
}

function person(id: number, name: string, role: Role, entity?: string): Person {
  return { id, name, fullName: name, role, ...(entity === undefined ? {} : { entity }) };
}
