/** A period in the middle of its collecting, for the department's pages: three provinces, a ministry, and some of their papers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/connect.ts';
import type { Person } from '../../src/domain/account.ts';
import type { CellInput } from '../../src/domain/collecting/cell-input.ts';
import { openBrowser, type Browser } from '../../src/render/browser.ts';
import { saveContact } from '../../src/workflow/collecting/contact.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { saveCells } from '../../src/workflow/collecting/save-cells.ts';
import { sendForm } from '../../src/workflow/collecting/send-form.ts';
import { setApprovalRequired } from '../../src/workflow/collecting/body-settings.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { loadHistory } from '../../src/workflow/load-history.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { openSite, type Site, type Who } from './site.ts';

export const REPORT = 'ho-so-mau';
export const PERIOD = '2024-10';
export const REPORTS_DIR = join(import.meta.dirname, '..', 'corrections', 'reports');
export const BOARD = `/theo-doi/${REPORT}/${PERIOD}`;
export const AN_GIANG = `${BOARD}/F-TINH/an-giang`;

/** What An Giang answers, but for what is not known yet. */
const ANSWERS: Readonly<Record<string, CellInput>> = {
  'ho-so': { text: '150' },
  'truc-tuyen': { text: '75' },
  tram: { state: 'pending', reason: 'đang kiểm đếm', expected: '30/11/2024' },
  'ke-hoach': { text: 'no' },
};

export interface BoardSite extends Site {
  /** One of the site's accounts, as the workflow knows it. */
  readonly person: (who: Who) => Person;
  /** An Giang's clerk types; what is not sent yet is nobody else's business. */
  readonly type: (cells: Readonly<Record<string, CellInput>>) => Promise<void>;
  /** An Giang's clerk types and submits. */
  readonly submit: (cells?: Readonly<Record<string, CellInput>>) => Promise<void>;
  /** A province's paper comes in a file, and is accepted. */
  readonly send: (form: string, header: string, ...lines: readonly string[]) => Promise<void>;
}

let printer: Promise<Browser> | undefined;
after('close the browser of the board', async () => {
  await (await printer)?.close();
  printer = undefined;
});

/** Hà Nội and the ministry are accepted, An Giang is submitted, Cà Mau is not there. */
export async function openBoardSite(db: Database): Promise<BoardSite> {
  const site = await openSite(db, '2024-10-28T08:00:00+07:00', {
    reportsDir: REPORTS_DIR,
    browser: () => (printer ??= openBrowser()),
  });
  const { workplace, ids } = site;
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-board-'));
  const person = (who: Who): Person => ({
    id: ids[who],
    name: who,
    fullName: `Người dùng ${who}`,
    role: who === 'newcomer' ? 'clerk' : who,
    ...(who === 'clerk' || who === 'approver' ? { entity: 'an-giang' } : {}),
  });
  const key = { report: REPORT, period: PERIOD, form: 'F-TINH' };
  const receive = async (period: string, form: string, ...lines: readonly string[]): Promise<void> => {
    const file = join(folder, `${form}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    await importSubmissions(workplace, REPORT, period, [file]);
  };
  const board: BoardSite = {
    ...site,
    person,
    type: async (cells) => {
      const desk = await readForm(workplace, person('clerk'), key);
      const seen = new Map(
        desk.sections.flatMap(({ fields }) => fields).map(({ id, version }) => [id, version]),
      );
      await saveCells(
        workplace,
        person('clerk'),
        key,
        Object.entries(cells).map(([field, input]) => ({ field, input, seen: seen.get(field) ?? 0 })),
      );
    },
    submit: async (cells = ANSWERS) => {
      await board.type(cells);
      const { version } = await readForm(workplace, person('clerk'), key);
      const sent = await sendForm(workplace, person('clerk'), key, {
        token: `lan-gui-${version}`,
        seen: version,
      });
      if (sent.outcome !== 'sent') throw new Error(JSON.stringify(sent));
    },
    send: (...file) => receive(PERIOD, ...file),
    stop: async () => {
      await site.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await openPeriod(workplace, REPORT, '2024-09');
  const before = ['ha-noi,290,190,12,không', 'an-giang,140,70,8,không', 'ca-mau,90,10,3,không'];
  await receive('2024-09', ...PROVINCE, ...before);
  const published = ['ytd,', 'cumulative,', 'cumulative,mien-nam'].map(
    (of) => `ho-so,2024-09,${of},9000,công bố,Báo cáo tháng 9`,
  );
  const history = join(folder, 'history.csv');
  writeFileSync(history, `indicator,period,span,scope,value,basis,source\n${published.join('\n')}\n`);
  await loadHistory(workplace, REPORT, history);
  await openPeriod(workplace, REPORT, PERIOD);
  await setApprovalRequired(workplace, person('admin'), { entity: 'an-giang', required: false });
  await saveContact(workplace, person('clerk'), {
    name: 'Nguyễn Văn An',
    phone: '0296 3 123 456',
    email: 'an@angiang.gov.vn',
  });
  await board.send(...PROVINCE, 'ha-noi,300,200,12,có');
  await board.send('BNV-1', 'entity,can-bo', 'bo-noi-vu,1000');
  await board.submit();
  return board;
}

/** Form and columns of a province's paper. */
export const PROVINCE = ['F-TINH', 'entity,ho-so,truc-tuyen,tram,ke-hoach'] as const;
