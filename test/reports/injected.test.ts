/** Slips put into October one cell at a time, without import and print: most are seen, and harmless edits raise nothing hard. */
import { join } from 'node:path';
import { expect } from 'chai';
import { createBook } from '../../src/domain/aggregation/book.ts';
import { runChecks } from '../../src/domain/checks/run-checks.ts';
import { completeness } from '../../src/domain/completeness.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { askedFields, owedForms } from '../../src/domain/owed.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import { openOffice, REPORT, SAMPLES } from './samples.ts';

interface Slot {
  readonly form: string;
  readonly entity: string;
  readonly field: string;
  readonly value: string;
  readonly isControl: boolean;
}

let facts: Facts;
let slots: readonly Slot[];
let known: ReadonlySet<string>;

before(async () => {
  const office = await openOffice();
  try {
    await importSubmissions(office, REPORT, '2024-10', [join(SAMPLES, '2024-10')]);
    ({ facts } = await readFacts(office, REPORT, '2024-10'));
  } finally {
    await office.close();
  }
  slots = numericSlots(facts);
  known = new Set(check(facts).map(({ id }) => id));
});

describe('a slip in one cell of October', () => {
  const slips: readonly [what: string, slip: (value: bigint) => bigint, unseen: number][] = [
    ['a thousand times too much', (value) => value * 1000n, 0.05],
    // Of fewer than five hundred nothing is left: a zero is an answer, and not the slip that this is about.
    ['a thousandth', (value) => (value + 500n) / 1000n, 0.05],
    ['a digit too many', (value) => value * 10n, 0.1],
    ['a digit too few', (value) => value / 10n, 0.1],
  ];
  for (const [what, slip, most] of slips) {
    it(`${what} is unseen in at most ${most * 100} cells of a hundred`, () => {
      const tried = sampleOf(slots).filter(({ value }) => /^\d+$/.test(value) && slip(BigInt(value)) > 0n);
      const unseen = tried.filter((slot) => {
        const value = String(slip(BigInt(slot.value)));
        return raisedBy([{ ...slot, value }]).length === 0;
      });
      const names = unseen.map(({ form, entity, field, value }) => `${form}/${entity}/${field} ${value}`);
      expect(unseen.length / tried.length, names.join(', ')).to.be.at.most(most);
    });
  }

  it('one more than a control value says is refused, whoever typed it; of another source it needs a reason', () => {
    const controls = slots.filter(({ isControl, value }) => isControl && !value.includes('.'));
    expect(controls).to.have.lengthOf.above(20);
    const others = facts.definition.forms.flatMap(({ id, sections }) =>
      sections.flatMap(({ fields }) =>
        fields.filter(({ control }) => control?.tolerance).map((field) => `${id}/${field.id}`),
      ),
    );
    expect(others).to.include.members([
      'TTTT-1/dc-thon-lom-song',
      'TTTT-1/dc-thon-chua-cap-quang',
      'BTP-1/dc-ho-tich-du-lieu-so-hoa',
      'BTNMT-1/dc-dat-dai-thua-so-hoa',
    ]);
    const unseen = controls.filter((slot) => {
      const value = String(BigInt(slot.value) + 1n);
      const expected = others.includes(`${slot.form}/${slot.field}`) ? 'soft' : 'hard';
      return !raisedBy([{ ...slot, value }]).some(({ severity }) => severity === expected);
    });
    expect(unseen).to.deep.equal([]);
  });
});

describe('a harmless edit of October', () => {
  it('of one in twenty, consistent within the body and with its controls, raises nothing at all', () => {
    const bodies = sampleOf([
      ...new Map(slots.map((slot) => [`${slot.form}/${slot.entity}`, slot])).values(),
    ]);
    const scaled = bodies
      .filter(({ form }) => form === 'F-TINH' || form === 'F-BO')
      .slice(0, 20)
      .flatMap(({ form, entity }) => [
        { form, entity, percent: 105n },
        { form, entity, percent: 95n },
      ]);
    expect(scaled).to.have.lengthOf(40);
    const raised = scaled.flatMap(({ form, entity, percent }) =>
      raisedBy(
        slots
          .filter((slot) => slot.form === form && slot.entity === entity && DOSSIERS.test(slot.field))
          .map((slot) => ({ ...slot, value: String((BigInt(slot.value) * percent) / 100n) })),
      ).map(({ id }) => `${entity} ${percent}: ${id}`),
    );
    expect(raised).to.deep.equal([]);
  });
});

/** The dossiers of a month: a body's parts and wholes, which no owner states a second time. */
const DOSSIERS =
  /^(tong-ho-so|ho-so-(toan-trinh|tiep-nhan|so-hoa|da-giai-quyet|ket-qua|co-the|tai-su-dung).*)$/;

function check(changed: Facts): readonly Finding[] {
  return runChecks(createBook(changed), completeness(changed, changed.period.publish));
}

/** Findings that were not there before the cells were changed. */
function raisedBy(changes: readonly Slot[]): readonly Finding[] {
  const submissions = facts.submissions.map((submission) => {
    const { revision } = submission;
    const own = changes.filter(({ form, entity }) => form === revision.form && entity === revision.entity);
    if (own.length === 0) return submission;
    const cells = Object.fromEntries(
      own.map(({ field, value }) => [field, { state: 'value', value } as const]),
    );
    return { ...submission, revision: { ...revision, cells: { ...revision.cells, ...cells } } };
  });
  return check({ ...facts, submissions }).filter(({ id }) => !known.has(id));
}

function numericSlots({ submissions, ...rest }: Facts): readonly Slot[] {
  return owedForms(rest).flatMap(({ form, bodies }) =>
    bodies.flatMap((entity) => {
      const cells = submissions.find(
        ({ revision }) => revision.form === form.id && revision.entity === entity,
      )?.revision.cells;
      return askedFields(form, rest.definition, rest.period.id).flatMap(({ id, control }): Slot[] => {
        const cell = cells?.[id];
        return cell?.state === 'value' && /^\d/.test(cell.value)
          ? [{ form: form.id, entity, field: id, value: cell.value, isControl: control !== undefined }]
          : [];
      });
    }),
  );
}

/** Half from the two forms that all bodies fill in, half from the owners' forms; always the same. */
function sampleOf(all: readonly Slot[]): readonly Slot[] {
  const isCommon = ({ form }: Slot): boolean => form === 'F-TINH' || form === 'F-BO';
  return [spread(all.filter(isCommon)), spread(all.filter((slot) => !isCommon(slot)))].flat();
}

/** Thirty, by a stride that shares no factor with the number of columns. */
function spread(all: readonly Slot[]): readonly Slot[] {
  if (all.length <= 30) return all;
  return Array.from({ length: 30 }, (_, index) => all[(index * 7919) % all.length]).filter(
    (slot) => slot !== undefined,
  );
}
