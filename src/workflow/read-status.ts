/** Who has reported and who has not, as data for the command line and the pages. */
import { completeness, type OwedForm } from '../domain/completeness.ts';
import { stateInWords } from '../domain/model/outcomes.ts';
import { readFacts } from './read-facts.ts';
import type { Workplace } from './workplace.ts';

export interface StatusLine extends OwedForm {
  readonly name: string;
  readonly words: string;
}

export interface FormStatus {
  readonly form: string;
  readonly title: string;
  readonly owed: number;
  readonly accepted: number;
  readonly lines: readonly StatusLine[];
}

export interface PeriodStatus {
  readonly report: string;
  readonly period: string;
  readonly due: string;
  readonly complete: boolean;
  readonly forms: readonly FormStatus[];
}

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function readStatus(
  workplace: Workplace,
  report: string,
  period: string,
  at?: string,
): Promise<PeriodStatus> {
  const { facts } = await readFacts(workplace, report, period);
  const { forms, complete } = completeness(facts, at ?? workplace.now());
  const names = new Map(facts.definition.entities.map(({ id, name }) => [id, name]));
  return {
    report,
    period,
    due: facts.period.due,
    complete,
    forms: facts.definition.forms
      .map((form) => ({ form, owed: forms.filter((one) => one.form === form.id) }))
      .filter(({ owed }) => owed.length > 0)
      .map(({ form, owed }) => ({
        form: form.id,
        title: form.title,
        owed: owed.length,
        accepted: owed.filter(({ state, empty }) => state === 'accepted' && !empty).length,
        lines: owed.map((one) => ({
          ...one,
          name: names.get(one.entity) ?? one.entity,
          words: stateInWords(one),
        })),
      })),
  };
}
