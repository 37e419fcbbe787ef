/**
 * A tiny world for tests: four provinces, three ministries, three forms, and answers that are complete until a test
 * changes them. A test writes only what it is about; everything else is here to be read once.
 */
import { createBook, type Book } from '../../src/domain/aggregation/book.ts';
import type { Measure } from '../../src/domain/aggregation/measure.ts';
import type {
  Definition,
  Field,
  Form,
  FormTable,
  Indicator,
  ReportSettings,
} from '../../src/domain/definition.ts';
import type { Entity, EntityKind } from '../../src/domain/entity.ts';
import { canonical } from '../../src/domain/exact.ts';
import type { CurrentSubmission, Facts, HistoryValue } from '../../src/domain/facts.ts';
import { sheetsOf } from '../../src/domain/figure-sheets/lay-sheets.ts';
import type { FigureSheet } from '../../src/domain/figure-sheets/sheet.ts';
import { narrateText, type Narration } from '../../src/domain/narration/narrate.ts';
import { pinRosters, resolvePeriod } from '../../src/domain/opening.ts';
import type { Cell, Revision, Row, SubmissionState } from '../../src/domain/submission.ts';
import { column, field as plainField, indicator } from './small-definition.ts';

export const PROVINCES = ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'] as const;
export const MINISTRIES = ['bo-y-te', 'bo-cong-an', 'bo-noi-vu'] as const;

/** The five things that can stand in a cell beside a value; `BLANK` is no cell at all. */
export const NONE: Cell = { state: 'none' };
export const PENDING: Cell = { state: 'pending', reason: 'đang rà soát' };
export const EXEMPT: Cell = { state: 'not-applicable' };
export const BLANK = null;
/** In place of a body's answers: nothing was sent. */
export const MISSING = null;

type CellText = Cell | string | null;
export type AnswersOfBody = Readonly<Record<string, CellText>>;

export interface Tiny {
  readonly period?: string;
  /** Added to the tiny indicators, or changes to them. */
  readonly indicators?: Readonly<Record<string, Partial<Indicator>>>;
  readonly report?: Partial<ReportSettings>;
  readonly definition?: Partial<Definition>;
  /** Form → body → field → cell; merged over the complete answers. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, AnswersOfBody | null>>>>;
  /** "form/body" → table → rows. */
  readonly rows?: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
  /** "form/body" → where the submission stands, accepted by default. */
  readonly states?: Readonly<Record<string, SubmissionState>>;
  /** "form/body" → when it came, in time by default. */
  readonly receivedAt?: Readonly<Record<string, string>>;
  readonly facts?: Partial<Facts>;
}

export { column, indicator };

export function field(id: string, more: Partial<Field> = {}): Field {
  return plainField(id, { label: `Ô ${id}`, ...more });
}

function entity(id: string, kind: EntityKind, name: string, shortName: string): Entity {
  return { id, kind, name, shortName, codes: [], aliases: [], successors: [] };
}

export const ENTITIES: readonly Entity[] = [
  entity('ha-noi', 'thanh-pho', 'thành phố Hà Nội', 'Hà Nội'),
  entity('dak-lak', 'tinh', 'tỉnh Đắk Lắk', 'Đắk Lắk'),
  entity('an-giang', 'tinh', 'tỉnh An Giang', 'An Giang'),
  entity('ca-mau', 'tinh', 'tỉnh Cà Mau', 'Cà Mau'),
  entity('bo-y-te', 'bo', 'Bộ Y tế', 'BYT'),
  entity('bo-cong-an', 'bo', 'Bộ Công an', 'BCA'),
  entity('bo-noi-vu', 'bo', 'Bộ Nội vụ', 'BNV'),
];

export const INDICATORS: Readonly<Record<string, Indicator>> = Object.fromEntries(
  [
    indicator('ho-so', { label: 'Số hồ sơ' }),
    indicator('truc-tuyen', { label: 'Số hồ sơ trực tuyến' }),
    indicator('tong', { label: 'Tổng cộng', sum: ['ho-so', 'truc-tuyen'] }),
    indicator('truc-tiep', { label: 'Số hồ sơ trực tiếp', difference: ['ho-so', 'truc-tuyen'] }),
    indicator('ty-le', {
      label: 'Tỷ lệ trực tuyến',
      nature: 'ratio',
      unit: '%',
      decimals: 2,
      numerator: 'truc-tuyen',
      denominator: 'ho-so',
    }),
    indicator('tram', { label: 'Số trạm', nature: 'stock', unit: 'trạm' }),
    indicator('ke-hoach', { label: 'Ban hành kế hoạch', nature: 'flag', unit: 'đơn vị' }),
    indicator('tien-do', {
      label: 'Tiến độ',
      nature: 'status',
      unit: 'đơn vị',
      statuses: [
        { id: 'xong', label: 'Hoàn thành' },
        { id: 'dang', label: 'Đang thực hiện' },
      ],
    }),
    indicator('ton-tai', { label: 'Tồn tại, hạn chế', nature: 'text', unit: '' }),
    indicator('can-cuoc', { label: 'Số thẻ căn cước', unit: 'thẻ' }),
  ].map((one) => [one.code, one]),
);

export const DOCUMENTS: FormTable = {
  id: 'van-ban',
  title: 'Văn bản',
  columns: [
    column('loai', {
      type: 'choice',
      choices: [
        { id: 'nghi-dinh', label: 'Nghị định' },
        { id: 'quyet-dinh', label: 'Quyết định của Thủ tướng Chính phủ' },
      ],
    }),
    column('so', { type: 'code' }),
    column('ngay', { type: 'date' }),
    column('trich-yeu'),
    column('noi-bat', { type: 'flag', optional: true }),
  ],
};

export const EVENTS: FormTable = {
  id: 'su-kien',
  title: 'Sự kiện',
  columns: [
    column('ngay', { type: 'date', optional: true }),
    column('noi-dung'),
    column('luot', { type: 'number', optional: true }),
    column('xong', { type: 'flag', optional: true }),
  ],
};

const FORMS: readonly Form[] = [
  {
    id: 'F-TINH',
    title: 'Biểu của tỉnh',
    roster: 'tinh',
    sections: [
      {
        title: 'I',
        fields: [
          field('ho-so'),
          field('truc-tuyen', { mayNotApply: true }),
          field('ke-hoach', { mayNotApply: true, evidence: true }),
          field('tien-do'),
          field('tram', { asOf: true }),
          field('ton-tai', { optional: true }),
        ],
      },
    ],
    tables: [],
  },
  {
    id: 'F-BO',
    title: 'Biểu của bộ',
    roster: 'bo',
    sections: [{ title: 'I', fields: [field('ho-so'), field('truc-tuyen'), field('ke-hoach')] }],
    tables: [],
  },
  {
    id: 'CA-1',
    title: 'Biểu của Bộ Công an',
    body: 'bo-cong-an',
    sections: [{ title: 'I', fields: [field('can-cuoc')] }],
    tables: [DOCUMENTS, EVENTS],
  },
];

/** 1.000 hồ sơ of provinces and 100 of ministries; 500 and 40 of them online. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, AnswersOfBody>>>> = {
  'F-TINH': {
    'ha-noi': { 'ho-so': '400', 'truc-tuyen': '300', 'ke-hoach': 'yes', 'tien-do': 'xong', tram: '10' },
    'dak-lak': { 'ho-so': '300', 'truc-tuyen': '100', 'ke-hoach': 'yes', 'tien-do': 'dang', tram: '20' },
    'an-giang': { 'ho-so': '200', 'truc-tuyen': '60', 'ke-hoach': 'no', 'tien-do': 'dang', tram: '30' },
    'ca-mau': { 'ho-so': '100', 'truc-tuyen': '40', 'ke-hoach': 'no', 'tien-do': 'dang', tram: '40' },
  },
  'F-BO': {
    'bo-y-te': { 'ho-so': '50', 'truc-tuyen': '20', 'ke-hoach': 'yes' },
    'bo-cong-an': { 'ho-so': '30', 'truc-tuyen': '15', 'ke-hoach': 'no' },
    'bo-noi-vu': { 'ho-so': '20', 'truc-tuyen': '5', 'ke-hoach': 'no' },
  },
  'CA-1': { 'bo-cong-an': { 'can-cuoc': '7000000' } },
};

export const REPORT: ReportSettings = {
  id: 'thu',
  title: 'Báo cáo thử',
  frequency: ['month', 'quarter', 'half', 'nine-months', 'year'],
  issuer: { agency: 'BỘ A', name: 'Bộ A', symbol: 'BC-BA', place: 'Hà Nội' },
  document: {
    type: 'BÁO CÁO',
    subject: 'Tình hình {{periodName}}',
    addressees: ['Chính phủ'],
    grounds: [],
    recipients: ['Như trên', 'Lưu: VT'],
    authority: ['BỘ TRƯỞNG'],
  },
  windows: {
    ky: { label: 'kỳ', from: { month: 0, day: 1 }, to: { month: 0, day: 'last' } },
    lech: { label: 'kỳ lệch', from: { month: -1, day: 15 }, to: { month: 0, day: 14 } },
  },
  schedule: { due: 3, close: 5, publish: 8 },
  blocks: {
    'hai-tinh': { label: 'hai tỉnh', bodies: ['ha-noi', 'dak-lak'] },
    'tinh-co-ke-hoach': { label: 'tỉnh có kế hoạch', roster: 'tinh', when: 'ke-hoach' },
    'ca-nuoc': { label: 'cả nước', union: ['tinh', 'bo'] },
  },
  outline: [],
  overrides: [],
};

export function tinyDefinition({ indicators = {}, report = {}, definition = {} }: Tiny = {}): Definition {
  const changed = Object.entries(indicators).map(([code, more]) => [
    code,
    { ...(INDICATORS[code] ?? indicator(code)), ...more },
  ]);
  return {
    report: { ...REPORT, ...report },
    indicators: { ...INDICATORS, ...(Object.fromEntries(changed) as Record<string, Indicator>) },
    forms: FORMS,
    checks: [],
    annexes: [],
    tables: [],
    charts: [],
    texts: {},
    entities: ENTITIES,
    rosters: [
      { id: 'tinh', label: 'tỉnh', kinds: ['tinh', 'thanh-pho'] },
      { id: 'bo', label: 'bộ', kinds: ['bo'] },
    ],
    calendar: {
      years: ['2019', '2020', '2021', '2023', '2024', '2025'],
      holidays: ['2025-01-01'],
      swappedWorkdays: [],
    },
    ...definition,
  };
}

export function tinyFacts(tiny: Tiny = {}): Facts {
  const definition = tinyDefinition(tiny);
  const period = resolvePeriod(definition, tiny.period ?? '2024-10');
  return {
    definition,
    period,
    members: pinRosters(definition, period),
    submissions: submissionsOf(tiny, period.id),
    waivers: [],
    justifications: [],
    history: [],
    earlier: [],
    previous: [],
    ...tiny.facts,
  };
}

function submissionsOf(tiny: Tiny, period: string): readonly CurrentSubmission[] {
  const forms = [...new Set([...Object.keys(ANSWERS), ...Object.keys(tiny.answers ?? {})])];
  return forms.flatMap((form) => {
    const changes = tiny.answers?.[form] ?? {};
    const bodies = [...new Set([...Object.keys(ANSWERS[form] ?? {}), ...Object.keys(changes)])];
    return bodies.flatMap((body) => {
      const change = changes[body];
      if (change === null) return [];
      const id = `${form}/${body}`;
      const revision: Revision = {
        id: `${period}/${id}/1`,
        period,
        form,
        entity: body,
        number: 1,
        receivedAt: tiny.receivedAt?.[id] ?? `2024-10-31T16:00:00+07:00`,
        hash: '',
        cells: cellsOf({ ...ANSWERS[form]?.[body], ...change }),
        tables: tiny.rows?.[id] ?? {},
      };
      return [{ revision, state: tiny.states?.[id] ?? 'accepted' }];
    });
  });
}

function cellsOf(answers: AnswersOfBody): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, cell]) => {
      if (cell === null) return [];
      return [[id, typeof cell === 'string' ? ({ state: 'value', value: cell } as const) : cell]];
    }),
  );
}

export function tinyBook(tiny: Tiny = {}): Book {
  return createBook(tinyFacts(tiny));
}

/** "ho-so@2024-09:ytd/tinh = 5", the parts after the code being optional; a "~1000" after it says that it is rounded. */
export function history(...lines: readonly string[]): readonly HistoryValue[] {
  return lines.map((line) => {
    const [, code = '', status, period = '', span = 'period', scope = '', value = '', rounded] =
      /^([\w-]+)(?:\[([\w-]+)\])?@([\w-]+)(?::(\w+))?(?:\/([\w-]+))? = (-?[\d.]+)(?: ~([\d.]+))?$/.exec(
        line,
      ) ?? [];
    if (code === '') throw new RangeError(`not a history line: ${line}`);
    return {
      indicator: code,
      period,
      span: span as HistoryValue['span'],
      scope,
      value,
      basis: 'published',
      source: 'Báo cáo cũ',
      ...(status === undefined ? {} : { status }),
      ...(rounded === undefined ? {} : { roundedTo: rounded }),
    };
  });
}

/** Figures of all bodies named, from the form F-TINH of an earlier period. */
export function earlier(
  code: string,
  period: string,
  values: Readonly<Record<string, string>>,
  form = 'F-TINH',
): readonly FigureSheet[] {
  return sheetsOf(
    Object.entries(values).map(([body, value]) => ({
      indicator: code,
      period,
      entity: body,
      value,
      revision: `${period}/${form}/${body}/1`,
      form,
      field: code,
    })),
  );
}

/** What a measure's value is, with its state and gap, on one line: "1000 known", "null missing no-history". */
export function valueOf(book: Book, code: string, options: Partial<Omit<Measure, 'indicator'>> = {}): string {
  const { value, state, gap } = book.value(book.measure(code, options));
  return [value === null ? 'null' : canonical(value), state, gap]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function narration(source: string, tiny: Tiny = {}): Narration {
  const definition = { ...tiny.definition, texts: { 'van-ban.hbs': source } };
  return narrateText(tinyBook({ ...tiny, definition }), 'van-ban.hbs');
}

/** What a text prints; paragraphs are separated by "¶", items begin with "- ". */
export function printed(source: string, tiny: Tiny = {}): string {
  return narration(source, tiny)
    .paragraphs.map(
      ({ style, runs }) => (style === 'item' ? '- ' : '') + runs.map(({ text }) => text).join(''),
    )
    .join('¶');
}

/** The kinds of runs of a text that are not prose, in order: "figure figure name". */
export function kinds(source: string, tiny: Tiny = {}): string {
  return narration(source, tiny)
    .paragraphs.flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind }) => kind)
    .join(' ');
}
