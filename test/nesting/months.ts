/** The months of 2025 as three provinces report them, two of which merge on 1 July; worked out by hand in the test. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/connect.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';

export const REPORT = 'ho-so-theo-ky';
export const REPORTS_DIR = import.meta.dirname;

type Answers = Readonly<Record<string, string>>;

/** What a province sends in a month: hồ sơ, trực tuyến, trạm, tập huấn. */
export function monthly(month: number): Answers {
  const old: Answers = {
    'ha-giang': `${10 * month},${month},5,2`,
    'tuyen-quang': '200,100,20,2',
  };
  const merged: Answers = { 'tuyen-quang-2025': `${300 + month},150,30,4` };
  return { 'cao-bang': `${100 + month},50,${10 + month},1`, ...(month <= 6 ? old : merged) };
}

export interface Office extends Workplace {
  /** Opens a month and takes in what the provinces send; a body with `null` sends nothing. */
  month(month: number, changes?: Readonly<Record<string, string | null>>): Promise<void>;
  /** Takes in more of a month, or other answers. */
  send(month: number, answers: Answers): Promise<void>;
  /** Opens a longer period and takes in the answers to its own form: có kế hoạch, lớp tập huấn. */
  longer(period: string, answers: Answers): Promise<void>;
  facts(period: string): Promise<Facts>;
}

export function officeOn(db: Database): Office {
  const workplace: Workplace = {
    db,
    reportsDir: REPORTS_DIR,
    actor: 'test',
    now: () => '2026-01-20T08:00:00+07:00',
  };
  const receive = async (
    period: string,
    files: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'tong-hop-ky-'));
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(folder, name), `${lines.join('\n')}\n`);
    await importSubmissions(workplace, REPORT, period, [folder], { at: '2025-01-16T08:00:00+07:00' });
  };
  const send = async (month: number, answers: Answers): Promise<void> => {
    const bodies = Object.keys(answers);
    const rows = bodies.map((body) => `${body},${answers[body]}`);
    await receive(monthOf(month), {
      'M-TINH.csv': ['entity,ho-so,truc-tuyen,tram,tap-huan', ...rows],
      'M-TINH.su-kien.csv': ['entity,noi-dung', ...eventsOf(month, bodies)],
    });
  };
  return {
    ...workplace,
    async month(month, changes = {}) {
      const period = monthOf(month);
      await openPeriod(workplace, REPORT, period);
      const answers = Object.entries({ ...monthly(month), ...changes });
      await send(
        month,
        Object.fromEntries(answers.flatMap(([body, row]) => (row === null ? [] : [[body, row]]))),
      );
    },
    send,
    async longer(period, answers) {
      await openPeriod(workplace, REPORT, period);
      const rows = Object.entries(answers).map(([body, row]) => `${body},${row}`);
      await receive(period, { 'K-TINH.csv': ['entity,ke-hoach,tap-huan', ...rows] });
    },
    facts: async (period) => (await readFacts(workplace, REPORT, period)).facts,
  };
}

function monthOf(month: number): string {
  return `2025-${String(month).padStart(2, '0')}`;
}

/** One event of Cao Bằng each month, and two of Hà Giang in February. */
function eventsOf(month: number, bodies: readonly string[]): readonly string[] {
  const events = ['cao-bang,Hội nghị', ...(month === 2 ? ['ha-giang,Tập huấn', 'ha-giang,Giao ban'] : [])];
  return events.filter((event) => bodies.includes(event.split(',')[0] ?? ''));
}

export function compiled(facts: Facts): Compilation {
  const at = '2026-01-20T08:00:00+07:00';
  return compileReport(facts, { kind: 'final', at, illustrative: true, document: { date: at.slice(0, 10) } });
}

/** The paragraphs of the body. */
export function textOf({ model }: Pick<Compilation, 'model'>): readonly string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

/** The rows of a table, cell by cell. */
export function tableOf({ model }: Compilation, id: string): readonly (readonly string[])[] {
  const blocks = [...model.blocks, ...model.annexes.flatMap((annex) => annex.blocks)];
  const table = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') return [];
  return table.rows.map(({ cells }) => cells.map((runs) => runs.map(({ text }) => text).join('')));
}
