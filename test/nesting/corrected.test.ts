/** A correction has the same effect as having sent the right value at once, but for what is told of it. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { Compilation } from '../../src/domain/compile.ts';
import { correctValue } from '../../src/workflow/correct.ts';
import { closePeriod } from '../../src/workflow/open-period.ts';
import { compiled, monthly, officeOn, REPORT, tableOf, textOf, type Office } from './months.ts';

const FIELDS = ['ho-so', 'truc-tuyen', 'tram', 'tap-huan'];
const Q1 = { 'cao-bang': 'có,3', 'ha-giang': 'không,6', 'tuyen-quang': 'có,6' };

interface Slip {
  readonly month: number;
  readonly body: string;
  readonly field: number;
  readonly wrong: number;
}

const slips: fc.Arbitrary<Slip> = fc.record({
  month: fc.integer({ min: 1, max: 3 }),
  body: fc.constantFrom('cao-bang', 'ha-giang', 'tuyen-quang'),
  field: fc.nat(FIELDS.length - 1),
  wrong: fc.integer({ min: 301, max: 5000 }),
});

/** What the months and their quarter print, and what is found in them. */
async function reported(slip?: Slip): Promise<unknown> {
  const db = await connect(':memory:', { create: true });
  try {
    await migrate(db);
    const office = officeOn(db);
    for (let month = 1; month <= 3; month += 1)
      await office.month(month, slip?.month === month ? { [slip.body]: wrongRow(slip) } : {});
    await office.longer('2025-Q1', Q1);
    if (slip) await correct(office, slip);
    const periods = ['2025-01', '2025-02', '2025-03', '2025-Q1'];
    const results = await Promise.all(periods.map(async (period) => compiled(await office.facts(period))));
    return results.map(printed);
  } finally {
    await db.destroy();
  }
}

function wrongRow({ month, body, field, wrong }: Slip): string {
  return rowOf(month, body)
    .map((value, index) => (index === field ? String(wrong) : value))
    .join();
}

function rowOf(month: number, body: string): readonly string[] {
  return (monthly(month)[body] ?? '').split(',');
}

async function correct(office: Office, { month, body, field, wrong }: Slip): Promise<void> {
  const period = `2025-0${month}`;
  await closePeriod(office, REPORT, period);
  await correctValue(office, REPORT, period, {
    body,
    form: 'M-TINH',
    field: FIELDS[field] ?? '',
    from: String(wrong),
    to: rowOf(month, body)[field] ?? '',
    reason: 'ghi nhầm',
  });
}

function printed(result: Compilation): unknown {
  return [textOf(result), tableOf(result, 'theo-tinh-1'), result.findings.map(({ id }) => id)];
}

describe('a corrected month', () => {
  it('reads as if the right value had been sent at once, and so does its quarter', async () => {
    const right = await reported();
    await fc.assert(
      fc.asyncProperty(slips, async (slip) => {
        expect(await reported(slip)).to.deep.equal(right);
      }),
      { numRuns: 8 },
    );
  }).timeout(120_000);
});
