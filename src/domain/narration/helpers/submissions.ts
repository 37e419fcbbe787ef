/** Helpers over the submissions themselves: submissions, submitters, ifSubmissions. */
import type { OwedForm } from '../../completeness.ts';
import {
  countSubmissions,
  recordSubmissions,
  submissionsIn,
  type CountedState,
} from '../../model/outcomes.ts';
import { owedOverTime } from '../../owed-over-time.ts';
import { branch, helper, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { nameOf, showWords } from '../show.ts';

/** Printed for a list without names. */
const NOTHING = 'không có';

export const submissions = helper((narrator, [form = ''], options) => {
  const { book, sink } = narrator;
  const { owed, chosen, state } = chosenOf(narrator, form, options);
  const count = sink.emit(countSubmissions(book, `${form}/${state}`, chosen, {}));
  if (textOption(options, 'total') === 'false') return count;
  return `${count}/${sink.emit(countSubmissions(book, `${form}/all`, owed))}`;
});

export const submitters = helper((narrator, [form = ''], options) => {
  const { book, sink } = narrator;
  const { chosen, state } = chosenOf(narrator, form, options);
  const style = textOption(options, 'name') === 'full' ? 'full' : 'short';
  const names = chosen.map(({ entity }) => nameOf(book, entity, style));
  const join = textOption(options, 'join') ?? ', ';
  const last = textOption(options, 'last') ?? join;
  const listed =
    names.length > 1 ? `${names.slice(0, -1).join(join)}${last}${names.at(-1)}` : (names[0] ?? NOTHING);
  return sink.emit(showWords(book, [recordSubmissions(book, `${form}/${state}`, chosen)], listed));
});

export const ifSubmissions = helper((narrator, [form = ''], options) =>
  branch(options, chosenOf(narrator, form, options).chosen.length > 0),
);

/** The submissions of a form that the text is about, in the order of the roster. */
function chosenOf(
  { book }: Narrator,
  form: string,
  options: HelperOptions,
): {
  readonly owed: readonly OwedForm[];
  readonly chosen: readonly OwedForm[];
  readonly state: CountedState;
} {
  const state = (textOption(options, 'state') ?? 'accepted') as CountedState;
  const owed = owedOverTime(book.standing, form, book.facts.definition.entities);
  return { owed, chosen: submissionsIn(owed, state), state };
}
