/** What the checks find in a tiny world; its own data are correct, so that every finding is the test's doing. */
import { completeness } from '../../../src/domain/completeness.ts';
import { createBook } from '../../../src/domain/aggregation/book.ts';
import { runChecks } from '../../../src/domain/checks/run-checks.ts';
import type { Check, Field, Form } from '../../../src/domain/definition.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { field, tinyDefinition, tinyFacts, type Tiny } from '../tiny-facts.ts';

export function found(tiny: Tiny = {}): readonly Finding[] {
  const facts = tinyFacts(tiny);
  return runChecks(createBook(facts), completeness(facts, facts.period.publish));
}

/** "hard at-most:ha-noi", in the order of the findings. */
export function foundIds(tiny: Tiny = {}): readonly string[] {
  return found(tiny).map(({ severity, id }) => `${severity} ${id}`);
}

/** The message of a finding that must be there. */
export function said(tiny: Tiny, id: string): string {
  const findings = found(tiny);
  const finding = findings.find((one) => one.id === id);
  if (!finding) throw new Error(`${id} is not among: ${findings.map((one) => one.id).join(', ')}`);
  return finding.message;
}

/** A world with one declared check. */
export function withCheck(check: Check, tiny: Tiny = {}): Tiny {
  return { ...tiny, definition: { ...tiny.definition, checks: [check] } };
}

/** The tiny forms with more fields on one of them, and forms of one's own. */
export function withFields(
  formId: string,
  fields: readonly Field[],
  ...others: readonly Form[]
): readonly Form[] {
  return [
    ...tinyDefinition().forms.map((form) =>
      form.id === formId ? { ...form, sections: [...form.sections, { title: 'II', fields }] } : form,
    ),
    ...others,
  ];
}

/** A control value of the Bộ Công an, or of whose form it is put on. */
export function control(id: string, about: NonNullable<Field['control']>): Field {
  return field(id, { control: about });
}
