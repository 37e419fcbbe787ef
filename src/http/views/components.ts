/** View models of the parts that pages are made of; the partials of the same names print them. */

/** A line in the error summary, leading to its field. */
export interface ErrorLink {
  readonly text: string;
  readonly href: string;
}

interface Labelled {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  /** What is wrong with what was typed. */
  readonly error: string | null;
  /** Ids of hint and error, for screen readers. */
  readonly describedBy: string | null;
}

export interface TextInput extends Labelled {
  readonly value: string;
  readonly type: 'text' | 'password' | 'email' | 'tel' | 'search';
  readonly autocomplete: string;
  /** Classes of the input, e.g. "govuk-input--width-20". */
  readonly classes: string;
  readonly inputmode: string | null;
}

export interface Textarea extends Labelled {
  readonly value: string;
  readonly rows: number;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint: string | null;
  readonly checked: boolean;
  /** Unique on the page; the first has the group's id, where the error summary leads. */
  readonly id: string;
}

export interface Choices extends Labelled {
  readonly items: readonly Choice[];
}

type Given<Part extends Labelled> = Pick<Part, 'name' | 'label'> & Partial<Part>;

export function textInput(given: Given<TextInput>): TextInput {
  return {
    value: '',
    type: 'text',
    autocomplete: 'off',
    classes: '',
    inputmode: null,
    ...given,
    ...labelled(given),
  };
}

/** A password is never sent back, so it has no value. */
export function passwordInput(
  given: Given<TextInput> & { readonly autocomplete: 'current-password' | 'new-password' },
): TextInput {
  return textInput({ ...given, type: 'password', value: '' });
}

export function textarea(given: Given<Textarea>): Textarea {
  return { value: '', rows: 4, ...given, ...labelled(given) };
}

/** @param chosen the value of the chosen item; "" for none */
export function choices(
  given: Given<Choices>,
  chosen: string,
  items: readonly { readonly value: string; readonly text: string; readonly hint?: string }[],
): Choices {
  const common = labelled(given);
  return {
    name: given.name,
    label: given.label,
    ...common,
    items: items.map(({ value, text, hint }, index) => ({
      value,
      text,
      hint: hint ?? null,
      checked: value === chosen,
      id: index === 0 ? common.id : `${common.id}-${index + 1}`,
    })),
  };
}

function labelled({
  id,
  name,
  hint,
  error,
}: Partial<Labelled> & Pick<Labelled, 'name'>): Pick<Labelled, 'id' | 'hint' | 'error' | 'describedBy'> {
  const ownId = id ?? name;
  const described = [...(hint ? [`${ownId}-hint`] : []), ...(error ? [`${ownId}-error`] : [])];
  return {
    id: ownId,
    hint: hint ?? null,
    error: error ?? null,
    describedBy: described.length > 0 ? described.join(' ') : null,
  };
}

/** The summary at the top: the fields that have an error, in their order. */
export function errorLinks(fields: readonly Pick<Labelled, 'id' | 'error'>[]): readonly ErrorLink[] {
  return fields.flatMap(({ id, error }) => (error === null ? [] : [{ text: error, href: `#${id}` }]));
}

/** The window's title says first that something is wrong. */
export function titleWith(title: string, errors: readonly unknown[]): string {
  return errors.length > 0 ? `Lỗi: ${title}` : title;
}

export type TagColour = 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'purple' | 'teal';

/** A state in colour and in words. */
export interface Tag {
  readonly text: string;
  readonly colour: TagColour;
}

export interface PageLink {
  readonly number: number;
  readonly href: string;
  readonly current: boolean;
}

export interface Pagination {
  readonly previous: string | null;
  readonly next: string | null;
  readonly items: readonly PageLink[];
}

/**
 * Links to the pages of a long list; null when there is only one.
 * @param current counted from 1
 * @param hrefOf the address of a page
 */
export function pagination(
  current: number,
  pages: number,
  hrefOf: (page: number) => string,
): Pagination | null {
  if (pages <= 1) return null;
  const items = Array.from({ length: pages }, (_, index) => ({
    number: index + 1,
    href: hrefOf(index + 1),
    current: index + 1 === current,
  }));
  return {
    previous: current > 1 ? hrefOf(current - 1) : null,
    next: current < pages ? hrefOf(current + 1) : null,
    items,
  };
}
