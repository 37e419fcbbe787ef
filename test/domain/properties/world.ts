/**
 * Random worlds for property tests: provinces that merge and split on random days, what each reports each month, and
 * what is known of them without the program: plain numbers, added up by hand.
 */
import * as fc from 'fast-check';
import { createBook, type Book } from '../../../src/domain/aggregation/book.ts';
import type { Definition, Form, Split, WindowRule } from '../../../src/domain/definition.ts';
import { addDays, daysBetween, type IsoDate } from '../../../src/domain/dates.ts';
import { existsOn, type Entity } from '../../../src/domain/entity.ts';
import type { CurrentSubmission, EarlierFigure, Facts, PartFacts } from '../../../src/domain/facts.ts';
import { sheetsOf } from '../../../src/domain/figure-sheets/lay-sheets.ts';
import { partsOf } from '../../../src/domain/nesting.ts';
import { pinRosters, resolvePeriod } from '../../../src/domain/opening.ts';
import { monthsOf, windowOf, type PeriodId } from '../../../src/domain/period.ts';
import { field, indicator, REPORT, tinyDefinition } from '../tiny-facts.ts';

/** What the generator draws, and shrinks. */
export interface Drawn {
  readonly bodies: number;
  readonly changes: readonly {
    readonly day: number;
    readonly merges: boolean;
    readonly picks: readonly [number, number];
    /** Tenths of a divided body that go to its first heir; 0: nobody has weighed them. */
    readonly weight: number;
  }[];
  readonly shifted: boolean;
  readonly values: readonly number[];
  /** Answers that are not there, by where they would be. */
  readonly absent: readonly { readonly at: number; readonly how: Absence }[];
}

export type Absence = 'not-submitted' | 'waived' | 'pending' | 'not-applicable';

export const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
  (month) => `2024-${month}`,
);

/** Days are counted from the first of December before. */
const BEGINNING = '2023-12-01';
/** The days on and around which windows begin and end: there a body more or less shows. */
const EDGES = MONTHS.flatMap((month) =>
  ['01', '02', '14', '15', '16'].map((day) => daysBetween(BEGINNING, `${month}-${day}`) - 1),
);

/** @param whole every part of a divided body is weighed. */
export function worlds({ whole = false, absent = 0 } = {}): fc.Arbitrary<World> {
  return fc
    .record({
      bodies: fc.integer({ min: 1, max: 5 }),
      changes: fc.array(
        fc.record({
          day: fc.oneof(fc.integer({ min: 20, max: 390 }), fc.constantFrom(...EDGES)),
          merges: fc.boolean(),
          picks: fc.tuple(fc.nat(20), fc.nat(20)),
          weight: fc.integer({ min: whole ? 1 : 0, max: 9 }),
        }),
        { maxLength: 4 },
      ),
      shifted: fc.boolean(),
      values: fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }),
      absent: fc.array(
        fc.record({
          at: fc.nat(60),
          how: fc.constantFrom<Absence>('not-submitted', 'waived', 'pending', 'not-applicable'),
        }),
        { maxLength: absent },
      ),
    })
    .map((drawn) => new World(drawn));
}

const RULES: Readonly<Record<'calendar' | 'shifted', WindowRule>> = {
  calendar: { label: '', from: { month: 0, day: 1 }, to: { month: 0, day: 'last' } },
  shifted: { label: '', from: { month: -1, day: 15 }, to: { month: 0, day: 14 } },
};

const FORM: Form = {
  id: 'F-THANG',
  title: 'Biểu tháng',
  roster: 'tinh',
  frequencies: ['month'],
  sections: [
    { title: 'I', fields: [field('ho-so', { mayNotApply: true }), field('truc-tuyen'), field('tram')] },
  ],
  tables: [],
};

export class World {
  readonly drawn: Drawn;
  readonly entities: readonly Entity[];
  readonly splits: readonly Split[];
  readonly definition: Definition;
  /** Days on which a change takes effect. */
  readonly days: readonly IsoDate[];

  constructor(drawn: Drawn) {
    this.drawn = drawn;
    const history = livesOf(drawn);
    this.entities = history.entities;
    this.splits = history.splits;
    this.days = history.days;
    const rule = RULES[drawn.shifted ? 'shifted' : 'calendar'];
    this.definition = tinyDefinition({
      indicators: { 'ho-so': indicator('ho-so'), 'truc-tuyen': indicator('truc-tuyen') },
      report: { ...REPORT, blocks: {}, windows: { ky: rule } },
      definition: {
        forms: [FORM],
        entities: this.entities,
        splits: this.splits,
        rosters: [{ id: 'tinh', label: 'tỉnh', kinds: ['tinh'] }],
      },
    });
  }

  /** Last day of a period's window. */
  end(period: PeriodId): IsoDate {
    return windowOf(this.definition.report.windows['ky'] ?? RULES.calendar, period).to;
  }

  /** Bodies alive at the end of a period, by their dates alone. */
  alive(period: PeriodId): readonly string[] {
    return this.entities.filter((entity) => existsOn(entity, this.end(period))).map(({ id }) => id);
  }

  /** What a body reports; every body, month and question has its own place in the drawn values. */
  value(code: string, body: string, month: PeriodId): number {
    const { values } = this.drawn;
    const place = this.place(body, month) * 3 + ['ho-so', 'truc-tuyen', 'tram'].indexOf(code);
    const value = values[place % values.length] ?? 0;
    return code === 'truc-tuyen' ? Math.min(value, this.value('ho-so', body, month)) : value;
  }

  absence(body: string, month: PeriodId): Absence | undefined {
    return this.drawn.absent.find(({ at }) => at === this.place(body, month) % 61)?.how;
  }

  private place(body: string, month: PeriodId): number {
    return this.entities.findIndex(({ id }) => id === body) * 12 + MONTHS.indexOf(month);
  }

  /** Facts of a period with the figures of the months before it, and of what it is compiled from. */
  facts(period: PeriodId): Facts {
    const [, last] = monthsOf(period);
    const parts = partsOf(this.definition, period).map((month): PartFacts => {
      const { definition, period: own, members, submissions, waivers, justifications } = this.month(month);
      return { definition, definitionHash: '', period: own, members, submissions, waivers, justifications };
    });
    const before = MONTHS.filter((month) => month <= last && month !== period);
    return {
      ...this.month(period),
      earlier: sheetsOf(before.flatMap((month) => this.figures(month))),
      ...(parts.length > 0 ? { parts } : {}),
    };
  }

  book(period: PeriodId): Book {
    return createBook(this.facts(period));
  }

  private month(period: PeriodId): Facts {
    const times = { due: '2024-01-01T17:00:00+07:00', close: '', publish: '2024-01-02T08:00:00+07:00' };
    const resolved = resolvePeriod(this.definition, period, times);
    const bodies = MONTHS.includes(period) ? this.alive(period) : [];
    return {
      definition: this.definition,
      period: resolved,
      members: pinRosters(this.definition, resolved),
      submissions: bodies
        .filter((body) => !['not-submitted', 'waived'].includes(this.absence(body, period) ?? ''))
        .map((body) => this.submission(body, period)),
      waivers: bodies
        .filter((entity) => this.absence(entity, period) === 'waived')
        .map((entity) => ({ entity, reason: 'bão lũ', at: times.due })),
      justifications: [],
      history: [],
      earlier: [],
      previous: [],
    };
  }

  private submission(entity: string, period: PeriodId): CurrentSubmission {
    const number = (code: string): { state: 'value'; value: string } => ({
      state: 'value',
      value: String(this.value(code, entity, period)),
    });
    const how = this.absence(entity, period);
    const first =
      how === 'pending'
        ? ({ state: 'pending', reason: 'đang rà soát' } as const)
        : how === 'not-applicable'
          ? ({ state: 'not-applicable' } as const)
          : number('ho-so');
    return {
      revision: {
        id: `${period}/F-THANG/${entity}/1`,
        period,
        form: 'F-THANG',
        entity,
        number: 1,
        receivedAt: '2024-01-01T08:00:00+07:00',
        hash: '',
        cells: {
          'ho-so': first,
          'truc-tuyen': how === 'not-applicable' ? first : number('truc-tuyen'),
          tram: number('tram'),
        },
        tables: {},
      },
      state: 'accepted',
    };
  }

  private figures(period: PeriodId): readonly EarlierFigure[] {
    return this.month(period).submissions.flatMap(({ revision }) =>
      Object.entries(revision.cells).flatMap(([code, cell]) =>
        cell.state === 'value'
          ? [
              {
                indicator: code,
                period,
                entity: revision.entity,
                value: cell.value,
                revision: revision.id,
                form: 'F-THANG',
                field: code,
              },
            ]
          : [],
      ),
    );
  }

  /** Said by fast-check when a property fails. */
  toString(): string {
    const lives = this.entities.map(
      ({ id, validFrom = '', validTo = '', successors }) =>
        `${id} ${validFrom}…${validTo} → ${successors.join(', ') || '–'}`,
    );
    return JSON.stringify({ lives, splits: this.splits, ...this.drawn }, null, 1);
  }
}

/** Lives the changes through, one day after the other. */
function livesOf({ bodies, changes }: Drawn): {
  readonly entities: readonly Entity[];
  readonly splits: readonly Split[];
  readonly days: readonly IsoDate[];
} {
  const lives = new Map<string, Entity>();
  const splits: Split[] = [];
  const days: IsoDate[] = [];
  const begin = (id: string, life: Partial<Entity>): void => {
    lives.set(id, {
      id,
      kind: 'tinh',
      name: id,
      shortName: id,
      codes: [],
      aliases: [],
      successors: [],
      ...life,
    });
  };
  for (let index = 0; index < bodies; index += 1) begin(`t${index}`, {});
  for (const [index, { day: offset, merges, picks, weight }] of changes
    .toSorted((left, right) => left.day - right.day)
    .entries()) {
    const day = addDays(BEGINNING, offset);
    const there = [...lives.values()].filter((entity) => existsOn(entity, day) && entity.validFrom !== day);
    const [first, second] = picks.map((pick) => there[pick % Math.max(there.length, 1)]);
    if (!first || !second || (merges && first === second)) continue;
    const heirs = merges ? [`m${index}`] : [`a${index}`, `b${index}`];
    for (const entity of merges ? [first, second] : [first])
      lives.set(entity.id, { ...entity, validTo: addDays(day, -1), successors: heirs });
    for (const heir of heirs) begin(heir, { validFrom: day });
    days.push(day);
    if (!merges && weight > 0)
      splits.push({
        body: first.id,
        weights: { [heirs[0] ?? '']: `0.${weight}`, [heirs[1] ?? '']: `0.${10 - weight}` },
        basis: 'dân số',
        source: 'Biên bản',
      });
  }
  return { entities: [...lives.values()], splits, days };
}
