/** The reasons that findings have: each holds for what it was given to. */
import type { Finding } from '../finding.ts';
import type { PeriodId } from '../period.ts';
import type { Justification } from '../submission.ts';

/** The values of one paper that a finding is about, as one text; `paper` begins the ids of its revisions. */
export function valuesOfPaper({ places }: Finding, paper: string): string {
  return places
    .filter((place) => 'revision' in place && place.revision.startsWith(`${paper}/`))
    .map((place) => ('value' in place ? place.value : ''))
    .join('; ');
}

/** The reason that was given to a soft finding; undefined when there is none, or it was given to other values. */
export function reasonGiven(
  finding: Finding,
  period: PeriodId,
  given: ReadonlyMap<string, Justification>,
): string | undefined {
  const one = finding.severity === 'soft' ? given.get(finding.id) : undefined;
  if (one?.about === undefined) return one?.reason;
  const { form, entity, values } = one.about;
  return valuesOfPaper(finding, `${period}/${form}/${entity}`) === values ? one.reason : undefined;
}
