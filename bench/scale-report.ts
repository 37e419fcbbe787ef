/**
 * A report of as many bodies as are asked for, made up by code: one form with forty indicators, seven blocks of bodies,
 * and the files of twenty-four months. The same number of bodies always gives the same files.
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const SCALE_REPORT = 'quy-mo';
export const INDICATORS = 40;
/** 2023-01 … 2024-12: the last has a month before, a year before, and a year to date of twelve. */
export const MONTHS: readonly string[] = ['2023', '2024'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);
/** Blocks of bodies, beside the whole. */
export const REGIONS: readonly string[] = Array.from({ length: 7 }, (_, index) => `vung-${index + 1}`);

export const FORM = 'F-XA';

/** The folder of a month's files. */
export function filesOf(reportsDir: string, month: string): string {
  return join(reportsDir, SCALE_REPORT, 'samples', month);
}

export interface Asked {
  readonly code: string;
  readonly nature: 'flow' | 'stock' | 'flag';
}

/** Of five indicators two are flows, two stocks and one a flag. */
export const ASKED: readonly Asked[] = Array.from({ length: INDICATORS }, (_, index) => ({
  code: `chi-tieu-${String(index + 1).padStart(2, '0')}`,
  nature: (['flow', 'stock', 'flow', 'stock', 'flag'] as const)[index % 5] ?? 'flow',
}));

/** A ratio of each pair of neighbours among the flows, beside the forty. */
const RATIOS: readonly string[] = Array.from({ length: INDICATORS / 5 }, (_, index) => `ty-le-${index + 1}`);

/** Codes of all that the report measures. */
export const CODES: readonly string[] = [...ASKED.map(({ code }) => code), ...RATIOS];

/** Writes the definition, what all reports share, and the files of the months into a folder. */
export async function writeScaleReport(
  reportsDir: string,
  bodies: number,
  months: readonly string[] = MONTHS,
): Promise<void> {
  const own = join(reportsDir, SCALE_REPORT);
  mkdirSync(join(own, 'text'), { recursive: true });
  const ids = bodyIds(bodies);
  for (const [path, lines] of Object.entries({
    'entities.csv': entities(ids),
    'rosters.yaml': rosters(ids),
    'calendar.yaml': ["years: ['2023', '2024', '2025']", 'holidays: []', 'swappedWorkdays: []'],
    [join(SCALE_REPORT, 'report.yaml')]: report(),
    [join(SCALE_REPORT, 'indicators.yaml')]: indicators(),
    [join(SCALE_REPORT, 'forms.yaml')]: forms(),
    [join(SCALE_REPORT, 'text', 'ket-qua.hbs')]: ['Các xã đã báo cáo.'],
  }))
    writeFileSync(join(reportsDir, path), `${lines.join('\n')}\n`);
  for (const [index, month] of months.entries()) {
    const folder = filesOf(reportsDir, month);
    mkdirSync(folder, { recursive: true });
    await pipeline(Readable.from(answers(ids, index)), createWriteStream(join(folder, `${FORM}.csv`)));
  }
}

export function bodyIds(bodies: number): readonly string[] {
  return Array.from({ length: bodies }, (_, index) => `xa-${String(index + 1).padStart(5, '0')}`);
}

function entities(ids: readonly string[]): readonly string[] {
  const rows = ids.map((id, index) => `${id},khac,xã thứ ${index + 1},Xã ${index + 1},X${id.slice(3)},,,,`);
  return ['id,kind,name,shortName,codes,aliases,validFrom,validTo,successors', ...rows];
}

function rosters(ids: readonly string[]): readonly string[] {
  const regions = REGIONS.flatMap((region, place) => {
    const bodies = ids.filter((_, index) => index % REGIONS.length === place);
    return [`- id: ${region}`, `  label: vùng ${place + 1}`, `  bodies: [${bodies.join(', ')}]`];
  });
  return ['- id: xa', '  label: xã', '  kinds: [khac]', ...regions];
}

function report(): readonly string[] {
  return [
    `id: ${SCALE_REPORT}`,
    'title: Báo cáo quy mô lớn',
    'frequency: [month]',
    'issuer: { agency: CỤC THỐNG KÊ, name: Cục Thống kê, symbol: BC-CTK, place: Hà Nội }',
    'document: { type: BÁO CÁO, subject: Kết quả, addressees: [], grounds: [], recipients: [Như trên], authority: [CỤC TRƯỞNG] }',
    'windows: { ky: { label: tháng, from: { month: 0, day: 1 }, to: { month: 0, day: last } } }',
    'schedule: { due: 3, close: 5, publish: 8 }',
    'blocks:',
    ...REGIONS.map((region, place) => `  khoi-${place + 1}: { label: vùng ${place + 1}, roster: ${region} }`),
    'outline: [{ id: ket-qua, heading: Kết quả, text: text/ket-qua.hbs }]',
  ];
}

function indicators(): readonly string[] {
  const asked = ASKED.map(({ code, nature }, index) => {
    const since = nature === 'flow' ? ', since: 2023-01-01' : '';
    return `${code}: { label: Chỉ tiêu ${index + 1}, unit: ${nature === 'flag' ? 'đơn vị' : 'hồ sơ'}, nature: ${nature}${since} }`;
  });
  const ratios = RATIOS.map((code, index) => {
    const [numerator, denominator] = [ASKED[index * 5], ASKED[index * 5 + 2]];
    return `${code}: { label: Tỷ lệ ${index + 1}, unit: '%', decimals: 1, nature: ratio, share: false, numerator: ${numerator?.code}, denominator: ${denominator?.code} }`;
  });
  return [...asked, ...ratios];
}

function forms(): readonly string[] {
  const fields = ASKED.map(({ code }) => code).join(', ');
  return [
    `${FORM}:`,
    '  title: Biểu của xã',
    '  roster: xa',
    '  sections:',
    '    - title: Số liệu',
    `      fields: [${fields}]`,
  ];
}

/** One month's file, row by row. */
function* answers(ids: readonly string[], month: number): Generator<string> {
  yield `${['entity', ...ASKED.map(({ code }) => code)].join(',')}\n`;
  for (const [place, id] of ids.entries()) {
    const random = numbersFrom(month * 1_000_003 + place);
    yield `${[id, ...ASKED.map((asked, index) => answer(asked, index, random()))].join(',')}\n`;
  }
}

/**
 * Small counts, amounts in đồng, nothing to report now and then, and a yes or a no.
 * @param random from 0 to 1
 */
export function answer({ nature }: Asked, index: number, random: number): string {
  if (nature === 'flag') return random < 0.7 ? 'có' : 'không';
  if (random < 0.05) return 'không phát sinh';
  return String(Math.floor(random * (index % 10 === 0 ? 9e9 : 5000)));
}

/** A sequence of numbers from 0 to 1 that the seed decides (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
