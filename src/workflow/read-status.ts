/** Who has reported and who has not, as data for the command line and the pages. */
import { completeness, type OwedForm } from '../domain/completeness.ts';
import { correctionInWords } from '../domain/corrections/correction-in-words.ts';
import { stateInWords } from '../domain/model/outcomes.ts';
import { shortPeriodName } from '../domain/period.ts';
import { readStanding } from './read-facts.ts';
import type { Workplace } from './workplace.ts';

export interface StatusLine extends OwedForm {
  readonly name: string;
  readonly words: string;
}

export interface FormStatus {
  readonly form: string;
  /** The shorter period that asked it, where the report is compiled from that. */
  readonly period?: string;
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
  /** What was corrected after the period's report was issued, oldest first. */
  readonly corrections: readonly CorrectionLine[];
}

export interface CorrectionLine {
  readonly at: string;
  readonly words: string;
}

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function readStatus(
  workplace: Workplace,
  report: string,
  period: string,
  at?: string,
): Promise<PeriodStatus> {
  const facts = await readStanding(workplace, report, period);
  const { forms, parts = [], complete } = completeness(facts, at ?? workplace.now());
  const periods = (facts.parts ?? []).map(({ period: part }) => part.id);
  const names = new Map(facts.definition.entities.map(({ id, name }) => [id, name]));
  return {
    report,
    period,
    due: facts.period.due,
    complete,
    forms: facts.definition.forms
      .flatMap(({ id, title }) => [
        { form: id, title, owed: forms.filter((one) => one.form === id) },
        ...periods.map((part) => ({
          form: id,
          period: part,
          title: `${title}, ${shortPeriodName(part)}`,
          owed: parts.filter((one) => one.form === id && one.period === part),
        })),
      ])
      .filter(({ owed }) => owed.length > 0)
      .map(({ owed, ...form }) => ({
        ...form,
        owed: owed.length,
        accepted: owed.filter(({ state, empty }) => state === 'accepted' && !empty).length,
        lines: owed.map((one) => ({
          ...one,
          name: names.get(one.entity) ?? one.entity,
          words: stateInWords(one),
        })),
      })),
    corrections: (facts.corrections ?? [])
      .filter((correction) => correction.period === period)
      .map((correction) => ({ at: correction.at, words: correctionInWords(facts.definition, correction) })),
  };
}
