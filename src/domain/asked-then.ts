/**
 * Who was asked what in an earlier period that was opened. Its pin says so for good: a list of bodies or a form that was
 * rewritten since, without dates, must not make bodies missing from a month that was complete.
 */
import type { Definition } from './definition.ts';
import type { Period } from './period.ts';
import { askedFields, owedForms } from './owed.ts';
import { membersOn } from './roster.ts';

export interface AskedThen {
  /** Members of the rosters whose members are not those that today's definition gives for that day. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Every form that was asked, with the codes of its indicators; absent: today's definition says the same. */
  readonly forms?: readonly FormThen[];
}

export interface FormThen {
  readonly form: string;
  /** Its roster or its body. */
  readonly roster?: string;
  readonly body?: string;
  readonly indicators: readonly string[];
}

/** What a period is pinned to. */
export interface PinThen {
  readonly definition: Definition;
  readonly settings: Period;
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/** How the pin of an earlier period differs from what a later definition says of it; undefined when it does not. */
export function askedThen(today: Definition, pin: PinThen): AskedThen | undefined {
  const day = pin.settings.windows['ky']?.to ?? '';
  const members = Object.fromEntries(
    today.rosters.flatMap(({ id }) => {
      const then = pin.members[id];
      if (!then) return [];
      const now = membersOn(id, day, today.rosters, today.entities).map((entity) => entity.id);
      return isSame(then, now) ? [] : [[id, then] as const];
    }),
  );
  const forms = formsOf(pin.definition, pin);
  const isSaid = JSON.stringify(forms) === JSON.stringify(formsOf(today, pin));
  if (isSaid && Object.keys(members).length === 0) return undefined;
  return { members, ...(isSaid ? {} : { forms }) };
}

function formsOf(definition: Definition, { settings, members }: PinThen): readonly FormThen[] {
  return owedForms({ definition, period: settings, members }).map(({ form }) => ({
    form: form.id,
    ...(form.roster === undefined ? {} : { roster: form.roster }),
    ...(form.body === undefined ? {} : { body: form.body }),
    indicators: askedFields(form, definition, settings.id).flatMap(({ indicator }) => indicator ?? []),
  }));
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
