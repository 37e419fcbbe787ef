/** Reports of half a year, nine months, a quarter and a year, from files to the report model, with the bodies of then. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';

const REPORT = 'chinh-phu-dien-tu';
const SHARED = join(import.meta.dirname, '../../reports');
const SHARED_FILES = ['entities.csv', 'rosters.yaml', 'calendar.yaml'];

/** What each period is made of: earlier values as "indicator,period,span,value", and the documents of the ministry. */
interface Sample {
  readonly history?: readonly string[];
  readonly place?: string;
  readonly documents?: readonly string[];
}

let reportsDir: string;

before(async () => {
  reportsDir = join(await mkdtemp(join(tmpdir(), 'tong-hop-periods-')), 'reports');
  await mkdir(reportsDir);
  for (const file of SHARED_FILES) await cp(join(SHARED, file), join(reportsDir, file));
  await cp(join(import.meta.dirname, REPORT), join(reportsDir, REPORT), { recursive: true });
});

after(() => rm(join(reportsDir, '..'), { recursive: true }));

/** Opens the periods one after the other by the schedule alone, fills each, and gives the facts of the last. */
async function factsOf(samples: Readonly<Record<string, Sample>>): Promise<Facts> {
  const db = await connect(':memory:', { create: true });
  try {
    await migrate(db);
    const workplace = { db, reportsDir, actor: 'test', now: () => '2023-12-31T08:00:00+07:00' };
    for (const [period, sample] of Object.entries(samples)) {
      const { members } = await openPeriod(workplace, REPORT, period);
      const folder = await mkdtemp(join(reportsDir, '../nop-'));
      await writeSample(folder, members, sample);
      await importSubmissions(workplace, REPORT, period, [folder], { at: '2020-06-16T08:00:00+07:00' });
    }
    return (await readFacts(workplace, REPORT, Object.keys(samples).at(-1) ?? '')).facts;
  } finally {
    await db.destroy();
  }
}

/** The n-th province has n percent of 1.000 services, the n-th ministry 2n percent of 100; each 1.000 dossiers. */
async function writeSample(
  folder: string,
  members: Readonly<Record<string, readonly string[]>>,
  { history = [], place = '86', documents = ['luat,,,Viễn thông'] }: Sample,
): Promise<void> {
  const rows = [
    ...(members['tinh'] ?? []).map((body, index) => `${body},1000,${index * 10},1000`),
    ...(members['bo'] ?? []).map((body, index) => `${body},100,${index * 2},1000`),
  ];
  const owner = 'bo-thong-tin-va-truyen-thong';
  const files = {
    'F-DVC.csv': ['entity,tong-dvctt,dvctt-muc-4,ho-so', ...rows],
    'BTTTT-1.csv': ['entity,xep-hang,so-nuoc', `${owner},${place},193`],
    'BTTTT-1.van-ban.csv': ['entity,loai,so,ngay,trich-yeu', ...documents.map((row) => `${owner},${row}`)],
    'history.csv': [
      'indicator,period,span,scope,status,value,basis,source,roundedTo',
      ...history.map((line) => {
        const [indicator, period, span, value] = line.split(',');
        return `${indicator},${period},${span},,,${value},công bố,Báo cáo đã phát hành,`;
      }),
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, name), `${lines.join('\n')}\n`);
}

function compiled(facts: Facts): Compilation {
  const at = '2023-12-31T08:00:00+07:00';
  return compileReport(facts, { kind: 'draft', at, illustrative: true, document: { date: at.slice(0, 10) } });
}

/** The paragraphs of the body, without its headings. */
function textOf({ model }: Compilation): readonly string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

/** Published values: rates at the ends of two years, and the place of 2018. */
function rates(first: string, second: string): readonly string[] {
  return [
    `tl-dvctt-muc-4,${first}-12,period,4.55`,
    `tl-dvctt-muc-4,${second}-12,period,10.76`,
    'xep-hang,2018,period,88',
  ];
}

const cases: readonly {
  readonly about: string;
  readonly samples: Readonly<Record<string, Sample>>;
  readonly schedule: readonly string[];
  readonly text: readonly string[];
}[] = [
  {
    about: 'the first half of 2020',
    samples: { '2020-H1': { history: [...rates('2018', '2019'), 'ho-so,2019-06,ytd,68000'] } },
    schedule: ['2019-12-15', '2020-06-14', '2020-06-17', '2020-06-19', '2020-06-24'],
    text: [
      'Trong 6 tháng đầu năm 2020 (từ ngày 15/12/2019 đến ngày 14/6/2020), tỷ lệ dịch vụ công mức độ 4 đạt 30,66% (năm 2018: 4,55%; năm 2019: 10,76%), tăng 19,90 điểm phần trăm so với cuối năm 2019, đạt 102,2% mục tiêu 30%.',
      '33/63 địa phương và 07/22 bộ đạt mục tiêu, cao nhất là Cà Mau (62%) và Bạc Liêu (61%); các địa phương đạt mục tiêu tiếp nhận 33.000 hồ sơ.',
      '6 tháng đầu năm 2020 tiếp nhận 85.000 hồ sơ, tăng 25,0% so với cùng kỳ.',
      'Việt Nam xếp thứ 86/193, tăng 02 bậc so với năm 2018. Văn bản: Luật Viễn thông./.',
    ],
  },
  {
    about: 'the second half of 2020, after the first',
    samples: {
      '2020-H1': {},
      '2020-H2': {
        history: [...rates('2018', '2019'), 'ho-so,2019,period,100000'],
        place: '90',
        documents: ['nghi-dinh,47/2020/NĐ-CP,2020-04-09,quản lý dữ liệu số'],
      },
    },
    schedule: ['2020-06-15', '2020-12-14', '2020-12-17', '2020-12-21', '2020-12-24'],
    text: [
      'Trong 6 tháng cuối năm 2020 (từ ngày 15/6/2020 đến ngày 14/12/2020), tỷ lệ dịch vụ công mức độ 4 đạt 30,66% (năm 2018: 4,55%; năm 2019: 10,76%), tăng 19,90 điểm phần trăm so với cuối năm 2019, đạt 102,2% mục tiêu 30%.',
      '33/63 địa phương và 07/22 bộ đạt mục tiêu, cao nhất là Cà Mau (62%) và Bạc Liêu (61%); các địa phương đạt mục tiêu tiếp nhận 33.000 hồ sơ.',
      'Năm 2020 tiếp nhận 170.000 hồ sơ, tăng 70,0% so với cùng kỳ.',
      'Việt Nam xếp thứ 90/193, giảm 02 bậc so với năm 2018. Văn bản: Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 quản lý dữ liệu số./.',
    ],
  },
  {
    about: 'nine months of 2023',
    samples: { '2023-9M': { history: [...rates('2021', '2022'), 'ho-so,2022-09,ytd,100000'], place: '88' } },
    schedule: ['2022-12-15', '2023-09-14', '2023-09-19', '2023-09-21', '2023-09-26'],
    text: [
      'Trong 9 tháng năm 2023 (từ ngày 15/12/2022 đến ngày 14/9/2023), tỷ lệ dịch vụ công mức độ 4 đạt 30,66% (năm 2021: 4,55%; năm 2022: 10,76%), tăng 19,90 điểm phần trăm so với cuối năm 2022, đạt 61,3% mục tiêu 50%.',
      '33/63 địa phương và 07/22 bộ đạt mục tiêu, cao nhất là Cà Mau (62%) và Bạc Liêu (61%); các địa phương đạt mục tiêu tiếp nhận 33.000 hồ sơ.',
      '9 tháng năm 2023 tiếp nhận 85.000 hồ sơ, giảm 15,0% so với cùng kỳ.',
      'Việt Nam xếp thứ 88/193, không thay đổi so với năm 2018. Văn bản: Luật Viễn thông./.',
    ],
  },
  {
    about: 'the third quarter of 2023, after a first half that was published',
    samples: {
      '2023-Q3': {
        history: [...rates('2021', '2022'), 'ho-so,2023-H1,period,170000', 'ho-so,2022-9M,period,255000'],
      },
    },
    schedule: ['2023-06-15', '2023-09-14', '2023-09-19', '2023-09-21', '2023-09-26'],
    text: [
      'Trong quý III năm 2023 (từ ngày 15/6/2023 đến ngày 14/9/2023), tỷ lệ dịch vụ công mức độ 4 đạt 30,66% (năm 2021: 4,55%; năm 2022: 10,76%), tăng 19,90 điểm phần trăm so với cuối năm 2022, đạt 61,3% mục tiêu 50%.',
      '33/63 địa phương và 07/22 bộ đạt mục tiêu, cao nhất là Cà Mau (62%) và Bạc Liêu (61%); các địa phương đạt mục tiêu tiếp nhận 33.000 hồ sơ.',
      '9 tháng năm 2023 tiếp nhận 255.000 hồ sơ, không thay đổi so với cùng kỳ.',
      'Việt Nam xếp thứ 86/193, tăng 02 bậc so với năm 2018. Văn bản: Luật Viễn thông./.',
    ],
  },
  {
    about: 'the year 2023, after halves of the year before',
    samples: {
      '2023': {
        history: [...rates('2021', '2022'), 'ho-so,2022-H1,period,20000', 'ho-so,2022-H2,period,30000'],
      },
    },
    schedule: ['2022-12-15', '2023-12-14', '2023-12-19', '2023-12-21', '2023-12-26'],
    text: [
      'Trong năm 2023 (từ ngày 15/12/2022 đến ngày 14/12/2023), tỷ lệ dịch vụ công mức độ 4 đạt 30,66% (năm 2021: 4,55%; năm 2022: 10,76%), tăng 19,90 điểm phần trăm so với cuối năm 2022, đạt 61,3% mục tiêu 50%.',
      '33/63 địa phương và 07/22 bộ đạt mục tiêu, cao nhất là Cà Mau (62%) và Bạc Liêu (61%); các địa phương đạt mục tiêu tiếp nhận 33.000 hồ sơ.',
      'Năm 2023 tiếp nhận 85.000 hồ sơ, tăng 70,0% so với cùng kỳ.',
      'Việt Nam xếp thứ 86/193, tăng 02 bậc so với năm 2018. Văn bản: Luật Viễn thông./.',
    ],
  },
];

describe('reports of other periods than months', () => {
  for (const { about, samples, schedule, text } of cases)
    it(`reads as that of ${about}, and may be issued`, async () => {
      const facts = await factsOf(samples);
      const result = compiled(facts);
      expect(textOf(result)).to.deep.equal(text);
      expect(result.refusals.map(({ message }) => message)).to.deep.equal([]);
      const { windows, due, close, publish } = facts.period;
      expect([windows['ky']?.from, windows['ky']?.to, ...days(due, close, publish)]).to.deep.equal(schedule);
    }).timeout(20_000);
});

function days(...times: readonly string[]): readonly string[] {
  return times.map((time) => time.slice(0, 10));
}
