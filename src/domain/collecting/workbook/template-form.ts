/** What a template shows of a form: the parts of a form's page that go onto its sheets. */
import type { ColumnType } from '../../definition.ts';
import type { AnswerKind, CellInput, InputReading } from '../cell-input.ts';
import type { EarlierAnswer } from '../earlier-answer.ts';
import type { RowTexts } from '../read-row.ts';

export interface TemplateForm {
  readonly key: { readonly form: string; readonly period: string; readonly entity: string };
  readonly report: { readonly title: string };
  readonly title: string;
  readonly entity: { readonly name: string };
  readonly period: {
    readonly name: string;
    readonly window: { readonly name: string };
    readonly previous: { readonly name: string };
    readonly yearAgo: { readonly name: string };
  };
  readonly sections: readonly { readonly title: string; readonly fields: readonly TemplateField[] }[];
  readonly tables: readonly TemplateTable[];
}

export interface TemplateField {
  readonly id: string;
  readonly label: string;
  readonly guidance?: string;
  readonly unit: string;
  readonly kind: AnswerKind;
  readonly mayBeFraction: boolean;
  readonly choices: readonly TemplateChoice[];
  readonly mayBeNone: boolean;
  readonly mayNotApply: boolean;
  readonly evidence: boolean;
  readonly asksAsOf: boolean;
  readonly input: CellInput;
  readonly reading: InputReading;
  readonly previous?: EarlierAnswer;
  readonly yearAgo?: EarlierAnswer;
}

export interface TemplateTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
  readonly standing: boolean;
  readonly rows: readonly { readonly id: string; readonly texts: RowTexts }[];
}

export interface TemplateColumn {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly optional: boolean;
  readonly choices: readonly TemplateChoice[];
}

export interface TemplateChoice {
  readonly id: string;
  readonly label: string;
}

/** What the sheet can hold of a field's input: what the template says was there before. */
export function heldInput({ evidence, asksAsOf, input }: TemplateField): CellInput {
  const { state, text, reason, expected, note, document, date, asOf } = input;
  const isPending = state === 'pending';
  return {
    ...(state === undefined || state === 'value' ? {} : { state }),
    ...given('text', text),
    ...(isPending ? given('reason', reason) : given('note', note)),
    ...given('expected', expected),
    ...(evidence ? { ...given('document', document), ...given('date', date) } : {}),
    ...(asksAsOf ? given('asOf', asOf) : {}),
  };
}

function given(part: keyof CellInput, text: string | undefined): CellInput {
  return text === undefined || text.trim() === '' ? {} : { [part]: text.trim() };
}
