/** What a period asks and of whom: forms and fields come and go with their dates. */
import type { Definition, Field, Form, Validity } from './definition.ts';
import type { Facts } from './facts.ts';
import { frequencyOf, monthsOf } from './period.ts';

/** Forms that are owed in a period, with the bodies that owe them, in roster order. */
export function owedForms(
  facts: Pick<Facts, 'definition' | 'period' | 'members'>,
): readonly { readonly form: Form; readonly bodies: readonly string[] }[] {
  return facts.definition.forms
    .filter((form) => validIn(form, facts.period.id))
    .map((form) => ({ form, bodies: form.body ? [form.body] : (facts.members[form.roster ?? ''] ?? []) }));
}

/** The fields of a form that a period asks: those whose indicator is valid in it. */
export function askedFields(form: Form, definition: Definition, period: string): readonly Field[] {
  return form.sections
    .flatMap(({ fields }) => fields)
    .filter((field) => {
      const indicator = definition.indicators[field.indicator ?? field.control?.indicator ?? ''];
      return indicator !== undefined && validIn(indicator, period);
    });
}

/** True when a thing with a validity is valid in the period's last month, and there in periods of that kind. */
export function validIn({ from, to, frequencies }: Validity, period: string): boolean {
  const [, month] = monthsOf(period);
  if ((from ?? month) > month || month > (to ?? month)) return false;
  return frequencies === undefined || frequencies.includes(frequencyOf(period));
}
