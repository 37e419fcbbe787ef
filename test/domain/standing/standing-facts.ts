/** A form with one field of each nature and two tables, and what a body said in it in earlier months. */
import type { Definition, Form, Indicator } from '../../../src/domain/definition.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { resolvePeriod } from '../../../src/domain/opening.ts';
import {
  proposeAnswers,
  type Proposal,
  type Proposed,
  type StandingSource,
} from '../../../src/domain/standing/propose.ts';
import type { Answers, Cell, Row } from '../../../src/domain/submission.ts';
import { column, ENTITIES, field, indicator, tinyDefinition } from '../tiny-facts.ts';

export const FORM: Form = {
  id: 'F',
  title: 'Biểu thử',
  roster: 'tinh',
  sections: [
    {
      title: 'I',
      fields: [
        field('phat-sinh'),
        field('tram', { asOf: true }),
        field('may', { mayNotApply: true }),
        field('quyet-dinh', { evidence: true }),
        field('bac'),
        field('loi-noi', { optional: true }),
        field('dc-tram', { control: { indicator: 'tram', span: 'period' } }),
      ],
    },
  ],
  tables: [
    { id: 'so-dang-ky', title: 'Sổ đăng ký', columns: [column('ten')], standing: 3 },
    { id: 'su-kien', title: 'Sự kiện', columns: [column('ten')] },
  ],
};

const INDICATORS: readonly Indicator[] = [
  indicator('phat-sinh'),
  indicator('tram', { nature: 'stock', unit: 'trạm', standing: 3 }),
  indicator('may', { nature: 'stock', unit: 'máy', window: 'lech', standing: 3 }),
  indicator('quyet-dinh', { nature: 'flag', unit: 'đơn vị', standing: 6 }),
  indicator('bac', {
    nature: 'status',
    unit: 'đơn vị',
    standing: 3,
    statuses: [
      { id: 'xong', label: 'Hoàn thành' },
      { id: 'dang', label: 'Đang làm' },
    ],
  }),
  indicator('loi-noi', { nature: 'text', unit: '' }),
];

export interface Changes {
  readonly indicators?: Readonly<Record<string, Partial<Indicator>>>;
  readonly form?: Partial<Form>;
  readonly entities?: readonly Entity[];
}

export function definitionWith({
  indicators = {},
  form = {},
  entities = ENTITIES,
}: Changes = {}): Definition {
  return tinyDefinition({
    definition: {
      indicators: Object.fromEntries(
        INDICATORS.map((one) => [one.code, { ...one, ...indicators[one.code] }]),
      ),
      forms: [{ ...FORM, ...form }],
      entities,
    },
  });
}

/** What a body said in a month; cells as text are values. */
export interface Said {
  readonly period: string;
  readonly entity?: string;
  readonly number?: number;
  readonly cells?: Readonly<Record<string, Cell | string>>;
  readonly rows?: Readonly<Record<string, readonly Row[]>>;
  readonly marks?: Answers['standingTables'];
  /** The definition of that month, where it was another one. */
  readonly pinned?: Changes;
}

export function source({ period, entity = 'an-giang', number = 1, pinned, ...said }: Said): StandingSource {
  const definition = definitionWith(pinned);
  return {
    definition,
    period: resolvePeriod(definition, period),
    revision: {
      ...answers(said),
      id: `${period}/F/${entity}/${number}`,
      period,
      form: 'F',
      entity,
      number,
      receivedAt: `${period}-28T08:00:00+07:00`,
      hash: '',
    },
  };
}

export function answers({ cells = {}, rows = {}, marks }: Omit<Said, 'period'>): Answers {
  return {
    cells: Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => [
        id,
        typeof cell === 'string' ? ({ state: 'value', value: cell } as const) : cell,
      ]),
    ),
    tables: { 'so-dang-ky': [], 'su-kien': [], ...rows },
    ...(marks ? { standingTables: marks } : {}),
  };
}

/** The proposal of October 2024. */
export function propose(
  sources: readonly Said[],
  { current, now, entity = 'an-giang' }: { current?: Answers; now?: Changes; entity?: string } = {},
): Proposal {
  const definition = definitionWith(now);
  const [form = FORM] = definition.forms;
  return proposeAnswers({
    definition,
    period: resolvePeriod(definition, '2024-10'),
    form,
    entity,
    sources: sources.map(source),
    ...(current ? { current } : {}),
  });
}

/** "offered 10 from 2024-09 as of 2024-09-30, 1/3", "stale from 2024-06, 4/3", "answered", "unanswered: pending". */
export function inWords(proposed: Proposed<Cell> | Proposed<readonly Row[]> | undefined): string {
  switch (proposed?.state) {
    case undefined:
      return 'not asked';
    case 'answered':
      return 'answered';
    case 'unanswered':
      return `unanswered: ${proposed.why}`;
    case 'stale':
      return `stale from ${proposed.carried.from}, ${proposed.age}/${proposed.limit}`;
    case 'offered': {
      const { answer, carried, age, limit } = proposed;
      const what =
        'state' in answer ? (answer.state === 'value' ? answer.value : answer.state) : answer.length;
      return `offered ${what} from ${carried.from} as of ${carried.asOf} by ${carried.revision}, ${age}/${limit}`;
    }
  }
}

export function of(proposal: Proposal, id: string): string {
  return inWords(
    proposal.fields.find(({ field: one }) => one.id === id)?.proposed ??
      proposal.tables.find(({ table }) => table.id === id)?.proposed,
  );
}
