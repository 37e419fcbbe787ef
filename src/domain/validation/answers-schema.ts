/**
 * The shape that answers to a form must have, as JSON Schema made from the definition: what a web form, an import and
 * the API all check before a submission is stored. Blanks have the right shape; what is missing is completeness.
 */
import type { Definition, Field, Form, Indicator, TableColumnDefinition } from '../definition.ts';
import { mayBeFraction } from '../intake/read-cell.ts';
import { LONGEST_NOTE, LONGEST_TEXT } from '../intake/read-text.ts';

/** Longest number, in characters: far above any amount in đồng, far below what slows arithmetic down. */
export const LONGEST_NUMBER = 40;

type JsonSchema = Readonly<Record<string, unknown>>;

const NUMBER = '(0|[1-9]\\d*)';
const DECIMALS = '(\\.\\d*[1-9])?';
const DAY: JsonSchema = { type: 'string', format: 'day' };
const NOTE: JsonSchema = { type: 'string', minLength: 1, maxLength: LONGEST_NOTE, format: 'written' };

/** Where an answer that was carried forward comes from. */
const CARRIED: JsonSchema = record(['from', 'revision', 'asOf'], {
  from: { type: 'string', format: 'period' },
  revision: { type: 'string', minLength: 1, maxLength: LONGEST_NOTE, format: 'written' },
  asOf: DAY,
});

/**
 * The JSON Schema (draft 7) of `Answers` to a form. Formats: `day` is an existing day YYYY-MM-DD, `period` the id of a
 * period, `written` is text in
 * NFC without control characters that does not begin or end with a space.
 * @throws RangeError when a field names an indicator that the definition does not have.
 */
export function answersSchema(form: Form, definition: Definition): JsonSchema {
  const fields = form.sections.flatMap((section) => section.fields);
  return record(['cells', 'tables'], {
    cells: record(
      [],
      Object.fromEntries(
        fields.map((field) => [field.id, cellSchema(field, indicatorOf(field, definition))]),
      ),
    ),
    tables: record(
      [],
      Object.fromEntries(
        form.tables.map(({ id, columns }) => [id, { type: 'array', items: rowSchema(columns, definition) }]),
      ),
    ),
    standingTables: record(
      [],
      Object.fromEntries(
        form.tables
          .filter(({ standing }) => standing !== undefined)
          .map(({ id }) => [id, { anyOf: [{ const: 'none' }, CARRIED] }]),
      ),
    ),
  });
}

/** The indicator that a field asks, or that its control value is about. */
export function indicatorOf(field: Field, definition: Definition): Indicator {
  const code = field.indicator ?? field.control?.indicator ?? '';
  const indicator = Object.hasOwn(definition.indicators, code) ? definition.indicators[code] : undefined;
  if (!indicator) throw new RangeError(`field ${field.id} names no indicator of the definition: ${code}`);
  return indicator;
}

/** Which numbers an answer may be. A control value is a number whatever it is about; a change may be negative. */
export function numberKind(
  { control }: Field,
  indicator: Indicator,
): { readonly signed: boolean; readonly fraction: boolean } {
  const isChange = control?.versus !== undefined;
  return {
    signed: isChange || indicator.signed,
    fraction: isChange || (control?.decimals ?? 0) > 0 || mayBeFraction(indicator),
  };
}

/** True when "không phát sinh" is an answer: a body is always in some class of a status. */
export function mayBeNone(field: Field, indicator: Indicator): boolean {
  return field.control !== undefined || indicator.nature !== 'status';
}

function cellSchema(field: Field, indicator: Indicator): JsonSchema {
  const carried = indicator.standing !== undefined && field.control === undefined ? { carried: CARRIED } : {};
  const value = record(['state', 'value'], {
    state: { const: 'value' },
    value: valueSchema(field, indicator),
    note: NOTE,
    ...(field.evidence ? { document: NOTE, date: DAY } : {}),
    ...(field.asOf ? { asOf: DAY } : {}),
    ...carried,
  });
  return {
    type: 'object',
    discriminator: { propertyName: 'state' },
    required: ['state'],
    oneOf: [
      value,
      record(['state', 'reason'], { state: { const: 'pending' }, reason: NOTE, expected: DAY }),
      ...(mayBeNone(field, indicator)
        ? [record(['state'], { state: { const: 'none' }, note: NOTE, ...carried })]
        : []),
      ...(field.mayNotApply
        ? [record(['state'], { state: { const: 'not-applicable' }, note: NOTE, ...carried })]
        : []),
    ],
  };
}

function valueSchema(field: Field, indicator: Indicator): JsonSchema {
  if (field.control === undefined)
    switch (indicator.nature) {
      case 'flag':
        return { enum: ['yes', 'no'] };
      case 'status':
        return { enum: indicator.statuses.map(({ id }) => id) };
      case 'text':
        return textSchema(LONGEST_TEXT);
      case 'flow':
      case 'stock':
      case 'ratio':
    }
  const { signed, fraction } = numberKind(field, indicator);
  return numberSchema(signed, fraction);
}

function rowSchema(columns: readonly TableColumnDefinition[], definition: Definition): JsonSchema {
  return record(
    columns.filter(({ optional }) => !optional).map(({ id }) => id),
    Object.fromEntries(columns.map((column) => [column.id, columnSchema(column, definition)])),
  );
}

function columnSchema({ type, choices }: TableColumnDefinition, { entities }: Definition): JsonSchema {
  switch (type) {
    case 'text':
      return textSchema(LONGEST_TEXT);
    case 'code':
      return textSchema(LONGEST_NOTE);
    case 'choice':
      return { enum: choices.map(({ id }) => id) };
    case 'flag':
      return { enum: ['yes', 'no'] };
    case 'body':
      return { enum: entities.map(({ id }) => id) };
    case 'date':
      return DAY;
    case 'number':
      return numberSchema(true, true);
  }
}

function numberSchema(signed: boolean, fraction: boolean): JsonSchema {
  const sign = signed ? '(?!-0$)-?' : '';
  return {
    type: 'string',
    maxLength: LONGEST_NUMBER,
    pattern: `^${sign}${NUMBER}${fraction ? DECIMALS : ''}$`,
  };
}

function textSchema(maxLength: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength, format: 'written' };
}

/** An object without other keys than these. */
function record(required: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', additionalProperties: false, required, properties };
}
