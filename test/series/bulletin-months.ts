/**
 * Months of the national bulletin that were never published, made in code from its own forms: every owed form of every
 * body with every field that is asked. The figures are illustrative (minh họa) and the same at each run. They are made
 * for the bodies of 2024 and added up for those that took over, so that the country goes on as if nobody had changed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Control, Definition, Field, Form } from '../../src/domain/definition.ts';
import { existsOn, type Entity } from '../../src/domain/entity.ts';
import { askedFields, owedForms } from '../../src/domain/owed.ts';
import { monthsOf, type Period, windowOf } from '../../src/domain/period.ts';
import { membersOn } from '../../src/domain/roster.ts';

/** What a figure is about, of one body or of the country; whatever is not here is about a thousand. */
const SIZES: Readonly<Record<string, number>> = {
  'tong-csdl-dung-chung': 35,
  'tong-tthc': 1_700,
  'tong-ho-so': 40_000,
  'ho-tich-du-lieu-so-hoa': 1_700_000,
  'dat-dai-thua-so-hoa': 700_000,
  'tong-thon': 1_500,
  'attt-tong-httt': 120,
  'truc-vb-gui': 310_000,
  'truc-vb-nhan': 790_000,
  'cdvcqg-ho-so-dong-bo': 11_800_000,
  'cdvcqg-ho-so-truc-tuyen': 2_500_000,
  'cdvcqg-thanh-toan-so-gd': 990_000,
  'cdvcqg-thanh-toan-so-tien': 1_000_000_000_000,
  'cdvcqg-cuoc-goi': 8_000,
  'cdvcqg-so-dvctt': 4_500,
  'httt-bcqg-file-du-lieu': 290,
  'ttcddh-chi-tieu-truc-tuyen': 38,
  'ttcddh-bo-chi-so': 4,
  'ecabinet-phien-hop': 4,
  'ecabinet-phieu': 140,
  'ecabinet-ho-so-giay': 41_000,
  'httt-qlvb-tong': 95,
  'tong-che-do-bao-cao': 179,
  'thue-bao-di-dong': 126_000_000,
  'tong-ho-gia-dinh': 28_000_000,
  'viettel-5g-tram-bts': 6_600,
  'ndxp-csdl-chia-se': 10,
  'ndxp-httt-chia-se': 15,
  'attt-tan-cong-su-co': 240,
  'can-cuoc-duoi-16': 10_000_000,
  'cong-dan-thuong-tru': 80_000_000,
  'cbccvc-ho-so-dong-bo': 2_400_000,
  'vb-nghi-dinh-ban-hanh': 3,
  'vb-quyet-dinh-ttg-ban-hanh': 5,
  'vb-chi-thi-ttg-ban-hanh': 1,
  'tong-don-vi-cap-huyen': 11,
  'vb-thong-tu-ban-hanh': 2,
};
/** Parts of a hundred of their whole; the parts that are not here are 60 to 90. */
const PARTS: Readonly<Record<string, number>> = {
  'thon-lom-song-co-dien': 2,
  'thon-lom-song-chua-dien': 1,
  'thon-chua-cap-quang': 5,
};
/** Counts of bodies that an owner states: by provinces, or by ministries with some others. */
const PROVINCES = [
  'tong-thu-phu-tinh',
  'viettel-5g-tinh-phu-song',
  'ttcddh-dia-phuong-ket-noi',
  'cbccvc-dia-phuong-ket-noi',
];
const MINISTRIES = ['ttcddh-bo-tap-doan-ket-noi', 'cbccvc-bo-nganh-ket-noi'];
const ALL_BODIES = ['ndxp-don-vi-ket-noi'];

/** The one who has nothing to do online, so that a block is smaller than its roster. */
const WITHOUT = 'thanh-tra-chinh-phu';
const NATIONAL = 'ca-nuoc';
const LEVELS = ['hoan-thanh', 'hoan-thanh', 'co-ban', 'dang-thuc-hien'];

export interface Months {
  /** What a body answers to a number field; of the country's own figures `entity` does not matter. */
  readonly number: (code: string, entity: string | null, period: string) => number;
  /** The sum over who was asked in that period, from the made answers alone; of a month of 2025 also … */
  readonly total: (code: string, period: string) => number;
  readonly yearToDate: (code: string, period: string) => number;
  readonly cumulative: (code: string, period: string) => number;
  /** Writes the files of a period into `dir`, as bodies and the desk would. */
  write(dir: string, period: string, extra?: Readonly<Record<string, string>>): Promise<void>;
  owed(period: string): readonly { readonly form: Form; readonly bodies: readonly string[] }[];
}

export function monthsOfBulletin(definition: Definition): Months {
  const { entities, rosters, indicators, checks } = definition;
  const wholes = new Map(
    checks.flatMap((check) => (check.kind === 'at-most' ? [[check.part, check.whole] as const] : [])),
  );
  const lastDay = (period: string): string => windowOf(windowRule(definition), period).to;
  const members = once((roster: string, period: string): readonly string[] =>
    membersOn(roster, lastDay(period), rosters, entities).map(({ id }) => id),
  );

  /** The bodies of October 2024 whose main successor somebody is. */
  const leavesOf = once((id: string): readonly string[] => {
    const before = entities.filter(({ successors: [main] }) => main === id);
    return before.length === 0 || existsOn(byId(entities, id), '2024-10-31')
      ? [id, ...before.flatMap((one) => leavesOf(one.id))]
      : before.flatMap((one) => leavesOf(one.id));
  });

  const one = (code: string, leaf: string, period: string): number => {
    const whole = wholes.get(code);
    const age = ageOf(period);
    const flow = indicators[code]?.nature === 'flow';
    if (whole !== undefined)
      return Math.floor((one(whole, leaf, period) * (PARTS[code] ?? 60 + seed(code, leaf, '') * 30)) / 100);
    const size = (SIZES[code] ?? 1000) * (leaf === NATIONAL ? 1 : 0.7 + 0.6 * seed(code, leaf, ''));
    // Flows swing by a tenth; stocks grow by a hundredth of what they were.
    const factor = flow ? 0.95 + 0.1 * seed(code, leaf, period) : 1 + age / 100;
    return Math.max(1, Math.floor(size * factor));
  };

  const number: Months['number'] = (code, entity, period) => {
    const provinces = members('tinh', period).length;
    const ministries = members('bo', period).length;
    if (PROVINCES.includes(code)) return provinces;
    if (MINISTRIES.includes(code)) return ministries + 14;
    if (ALL_BODIES.includes(code)) return provinces + ministries + 18;
    const leaves = entity === null ? [NATIONAL] : leavesOf(entity);
    return leaves.reduce((sum, leaf) => sum + one(code, leaf, period), 0);
  };

  const owed: Months['owed'] = once((period: string) =>
    owedForms({
      definition,
      period: { id: period } as Period,
      members: Object.fromEntries(rosters.map(({ id }) => [id, members(id, period)])),
    }),
  );

  const applies = (field: Field, entity: string): boolean => !(field.mayNotApply && entity === WITHOUT);

  const total: Months['total'] = once((code: string, period: string) =>
    (indicators[code]?.sum ?? [code])
      .flatMap((part) =>
        owed(period).flatMap(({ form, bodies }) =>
          askedFields(form, definition, period)
            .filter(({ indicator }) => indicator === part)
            .flatMap((field) =>
              bodies
                .filter((entity) => applies(field, entity))
                .map((entity) => number(part, form.body === undefined ? entity : null, period)),
            ),
        ),
      )
      .reduce((sum, value) => sum + value, 0),
  );
  const yearToDate: Months['yearToDate'] = (code, period) =>
    monthsOfYear(period).reduce((sum, month) => sum + total(code, month), 0);
  /** The totals from before 2025 are made too: fifty times a month. */
  const cumulative: Months['cumulative'] = (code, period) =>
    50 * total(code, '2024-12') + yearToDate(code, period);
  const level = (code: string, entity: string): string =>
    LEVELS[Math.floor(seed(code, entity, '') * LEVELS.length)] ?? '';

  /** What a body states beside its data, from the made answers: the system has to come to the same. */
  const stated = ({ indicator: code, span, status }: Control, period: string): string => {
    const { numerator, denominator, decimals } = indicators[code] ?? {};
    if (status !== undefined)
      return String(members('tinh', period).filter((entity) => level(code, entity) === status).length);
    if (numerator !== undefined && denominator !== undefined)
      return ((100 * total(numerator, period)) / total(denominator, period)).toFixed(decimals);
    const sums = { period: total, ytd: yearToDate, cumulative };
    return String(sums[span](code, period));
  };

  const answer = (
    form: Form,
    field: Field,
    entity: string,
    period: string,
  ): Readonly<Record<string, string>> => {
    if (field.control) return { [field.id]: stated(field.control, period) };
    const code = field.indicator ?? '';
    const indicator = indicators[code];
    if (!applies(field, entity)) return { [field.id]: 'không áp dụng' };
    switch (indicator?.nature) {
      case 'flag': {
        const sure = code === 'lanh-dao-phe-duyet' || code === 'kho-dldt-ket-noi';
        const yes = code.startsWith('co-') ? entity !== WITHOUT : sure || seed(code, entity, '') < 0.7;
        if (!field.evidence) return { [field.id]: yes ? 'có' : 'không' };
        return { [field.id]: yes ? 'có' : 'không', [`${field.id}.date`]: yes ? '2024-05-20' : '' };
      }
      case 'status':
        return { [field.id]: level(code, entity) };
      case 'text':
        return { [field.id]: '' };
      case 'flow':
      case 'stock':
      case 'ratio':
      case undefined: {
        const value = String(number(code, form.body === undefined ? entity : null, period));
        return field.asOf
          ? { [field.id]: value, [`${field.id}.asOf`]: `${period}-15` }
          : { [field.id]: value };
      }
    }
  };

  return {
    number,
    owed,
    total,
    yearToDate,
    cumulative,
    write: async (dir, period, extra = {}) => {
      await mkdir(dir, { recursive: true });
      for (const { form, bodies } of owed(period)) {
        const fields = askedFields(form, definition, period);
        const rows = bodies.map((entity): Readonly<Record<string, string>> => {
          const answers = fields.map((field) => answer(form, field, entity, period));
          return Object.assign({ entity }, ...answers) as Readonly<Record<string, string>>;
        });
        if (rows.length > 0) await writeFile(join(dir, `${form.id}.csv`), csv(rows));
      }
      for (const [name, text] of Object.entries(extra)) await writeFile(join(dir, name), text);
    },
  };
}

/** The same question gets the answer that was worked out before. */
function once<Words extends readonly string[], Answer>(
  work: (...words: Words) => Answer,
): (...words: Words) => Answer {
  const known = new Map<string, Answer>();
  return (...words) => {
    const key = words.join('/');
    const answer = known.get(key) ?? work(...words);
    known.set(key, answer);
    return answer;
  };
}

function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const header = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => header.map((column) => row[column] ?? '').join(','));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

function windowRule({ report }: Definition): Definition['report']['windows'][string] {
  const rule = report.windows['ky'];
  if (!rule) throw new Error('the bulletin has no window ky');
  return rule;
}

function byId(entities: readonly Entity[], id: string): Entity {
  const found = entities.find((entity) => entity.id === id);
  if (!found) throw new Error(`no body ${id}`);
  return found;
}

function monthsOfYear(period: string): readonly string[] {
  return Array.from(
    { length: Number(period.slice(5)) },
    (_, month) => `${period.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`,
  );
}

/** Months since January 2024. */
function ageOf(period: string): number {
  const [, last] = monthsOf(period);
  return (Number(last.slice(0, 4)) - 2024) * 12 + Number(last.slice(5, 7)) - 1;
}

/** A number from 0 up to 1 that depends on nothing but its words. */
function seed(...words: readonly string[]): number {
  let hash = 2_166_136_261;
  for (const letter of words.join('/')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
