/** What must hold of time whatever happens to bodies. A failure prints the smallest world that shows it, and its seed. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { originsOf } from '../../../src/domain/aggregation/predecessors.ts';
import { addDays } from '../../../src/domain/dates.ts';
import { canonical, exact, sum, ZERO, type Exact } from '../../../src/domain/exact.ts';
import { tilingsOf } from '../../../src/domain/period.ts';
import { membersOn } from '../../../src/domain/roster.ts';
import { MONTHS, worlds, type World } from './world.ts';

const RUNS = { numRuns: 100 };
const LONGER = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-H1', '2024-H2', '2024-9M', '2024'];

const month = fc.constantFrom(...MONTHS);
const longer = fc.constantFrom(...LONGER);
const amount = fc.constantFrom('ho-so', 'tram');

function total(values: readonly number[]): string {
  return canonical(sum(values.map((value) => exact(String(value)))));
}

function said(value: Exact | null): string {
  return value === null ? 'null' : canonical(value);
}

/** The months of a period that come after one another, by their names alone. */
function monthsIn(period: string): readonly string[] {
  return tilingsOf(period).at(-1) ?? [period];
}

describe('properties of time', () => {
  it('a national total is the same under the geography of then and of now', () => {
    fc.assert(
      fc.property(worlds({ whole: true }), month, month, amount, (world, one, other, code) => {
        const [then = '', now = ''] = [one, other].sort();
        const book = world.book(now);
        const expected = total(world.alive(then).map((body) => world.value(code, body, then)));
        expect(said(book.value(book.measure(code, { period: then })).value)).to.equal(expected);
        expect(said(book.value(book.measure(code, { period: then, scope: 'tinh' })).value)).to.equal(
          expected,
        );
        const bodies = world
          .alive(now)
          .map((scope) => book.value(book.measure(code, { period: then, scope })));
        expect(said(sum(bodies.map(({ value }) => value ?? ZERO)))).to.equal(expected);
      }),
      RUNS,
    );
  });

  it('without weights too, where no body says more than there was', () => {
    fc.assert(
      fc.property(worlds(), month, month, (world, one, other) => {
        const [then = '', now = ''] = [one, other].sort();
        const book = world.book(now);
        const expected = world.alive(then).map((body) => world.value('ho-so', body, then));
        expect(said(book.value(book.measure('ho-so', { period: then })).value)).to.equal(total(expected));
        const known = world
          .alive(now)
          .map((scope) => book.value(book.measure('ho-so', { period: then, scope })).value ?? ZERO);
        expect(sum(known).compare(exact(total(expected)))).to.be.at.most(0);
      }),
      RUNS,
    );
  });

  it('nobody is missing or counted twice on the day of change, nor on the eve of it', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { rosters } = world.definition;
        const first = world.entities.filter(({ validFrom }) => validFrom === undefined).map(({ id }) => id);
        for (const day of world.days.flatMap((change) => [addDays(change, -1), change, addDays(change, 1)])) {
          const members = membersOn('tinh', day, rosters, world.entities).map(({ id }) => id);
          const origins = originsOf(members, '2023-12-01', world.entities, world.splits, 'ho-so');
          const whole = origins.shares.map(({ entity, weight }) => `${entity}×${canonical(weight)}`);
          expect(whole.toSorted(), day).to.deep.equal(first.map((id) => `${id}×1`).toSorted());
          expect([origins.unknown, origins.without], day).to.deep.equal([[], []]);
          expect(new Set(members).size, day).to.equal(heirsOf(world, first, day).length);
        }
      }),
      RUNS,
    );
  });

  it('a month asks every body that is there at its end once, and no other', () => {
    fc.assert(
      fc.property(worlds({ absent: 3 }), month, (world, period) => {
        const first = world.entities.filter(({ validFrom }) => validFrom === undefined).map(({ id }) => id);
        const { forms } = world.book(period).standing;
        expect(forms.map(({ entity }) => entity).toSorted()).to.deep.equal(
          heirsOf(world, first, world.end(period)).toSorted(),
        );
      }),
      RUNS,
    );
  });

  it('a quarter, a half, nine months and a year are the sum of their months', () => {
    fc.assert(
      fc.property(worlds({ whole: true }), longer, (world, period) => {
        const book = world.book(period);
        const months = monthsIn(period);
        const flow = months.flatMap((part) =>
          world.alive(part).map((body) => world.value('ho-so', body, part)),
        );
        const last = months.at(-1) ?? '';
        const stock = world.alive(last).map((body) => world.value('tram', body, last));
        for (const scope of ['', 'tinh']) {
          expect(said(book.value(book.measure('ho-so', { scope })).value)).to.equal(total(flow));
          expect(said(book.value(book.measure('tram', { scope })).value)).to.equal(total(stock));
        }
        const bodies = world.alive(period).map((scope) => book.value(book.measure('ho-so', { scope })).value);
        expect(said(sum(bodies.map((value) => value ?? ZERO)))).to.equal(total(flow));
      }),
      RUNS,
    );
  });

  it('a longer period is the sum of the periods in it, of whatever kind', () => {
    fc.assert(
      fc.property(worlds({ absent: 2 }), longer, (world, period) => {
        const book = world.book(period);
        const whole = book.value(book.measure('ho-so'));
        for (const tiling of tilingsOf(period)) {
          const parts = tiling.map((part) => {
            const own = world.book(part);
            return own.value(own.measure('ho-so')).value;
          });
          if (parts.every((part) => part !== null)) expect(said(sum(parts))).to.equal(said(whole.value));
        }
      }),
      RUNS,
    );
  });

  it('who lacks in a month lacks in the quarter, and a rate leaves a body out of both its parts', () => {
    fc.assert(
      fc.property(worlds({ absent: 6 }), longer, (world, period) => {
        const book = world.book(period);
        const answers = monthsIn(period).map((part) =>
          world.alive(part).map((body) => ({ body, part, how: world.absence(body, part) })),
        );
        const lacking = answers
          .flat()
          .filter(({ how }) => how !== undefined && how !== 'not-applicable')
          .map(({ body }) => body);
        const value = book.value(book.measure('ho-so'));
        expect(new Set(value.lacking.map(({ entity }) => entity))).to.deep.equal(new Set(lacking));
        const there = answers.map((ofMonth) => ofMonth.filter(({ how }) => how === undefined));
        // A month without any answer, where one was owed, has no value, and so the quarter has none.
        const silent = answers.some((ofMonth, index) => {
          const owed = ofMonth.filter(({ how }) => how !== 'not-applicable');
          return there[index]?.length === 0 && owed.length > 0;
        });
        if (silent || there.flat().length === 0) {
          expect(value.value).to.equal(null);
          return;
        }
        const valueOf = (code: string): number =>
          there.flat().reduce((all, { body, part }) => all + world.value(code, body, part), 0);
        expect(said(value.value)).to.equal(total([valueOf('ho-so')]));
        const rate = book.value(book.measure('ty-le')).value;
        const expected =
          valueOf('ho-so') === 0
            ? null
            : exact(total([valueOf('truc-tuyen')]))
                .div(exact(total([valueOf('ho-so')])))
                .mul(100);
        expect(said(rate)).to.equal(said(expected));
      }),
      RUNS,
    );
  });
});

/** The bodies that stand on a day for those of the beginning: followed from heir to heir, each once. */
function heirsOf(world: World, bodies: readonly string[], day: string): readonly string[] {
  const found = new Set<string>();
  const open = [...bodies];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entity = world.entities.find((one) => one.id === id);
    if (!entity) continue;
    if (entity.validTo === undefined || entity.validTo >= day) found.add(id);
    else open.push(...entity.successors);
  }
  return [...found];
}
