/** Pieces that the schemas are built from. Every key has a description: docs/authoring.md is generated from them. */

/** The part of JSON Schema that definitions need. `hint` is said, in Vietnamese, when a pattern or format fails. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'day';
  readonly hint?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

type Properties = Readonly<Record<string, Schema>>;

/** An object whose keys are all known. */
export function record(description: string, required: readonly string[], properties: Properties): Schema {
  return { description, type: 'object', additionalProperties: false, required, properties };
}

/** An object whose keys are ids chosen by the author. */
export function byId(description: string, names: Schema, values: Schema): Schema {
  return {
    description,
    type: 'object',
    propertyNames: names,
    additionalProperties: values,
  };
}

export function list(description: string, items: Schema, minItems = 0): Schema {
  return { description, type: 'array', items, ...(minItems > 0 ? { minItems } : {}) };
}

export function text(description: string): Schema {
  return { description, type: 'string', minLength: 1 };
}

export function flag(description: string): Schema {
  return { description, type: 'boolean' };
}

export function integer(description: string, minimum: number, maximum: number): Schema {
  return { description, type: 'integer', minimum, maximum };
}

export function oneOf(description: string, ...values: string[]): Schema {
  return { description, type: 'string', enum: values };
}

/** Lower-case ASCII words joined by hyphens: codes of indicators, fields, columns, classes, blocks, bodies. */
export function slug(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    hint: 'chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, ví dụ “tong-ho-so”',
  };
}

/** Ids that may have capitals: forms, annexes, charts, checks. */
export function id(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$',
    hint: 'chữ không dấu và chữ số, nối bằng dấu gạch ngang, ví dụ “BCA-1”',
  };
}

export function month(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
    hint: 'tháng dạng YYYY-MM, ví dụ “2024-07”',
  };
}

export function day(description: string): Schema {
  return {
    description,
    type: 'string',
    format: 'day',
    hint: 'ngày có thật dạng YYYY-MM-DD, ví dụ “2024-10-31”',
  };
}

export function year(description: string): Schema {
  return { description, type: 'string', pattern: '^\\d{4}$', hint: 'năm gồm bốn chữ số, ví dụ “2024”' };
}

/** Canonical decimal text. */
export function decimal(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^(?!-0$)-?(0|[1-9]\\d*)(\\.\\d*[1-9])?$',
    hint: 'số thập phân viết gọn với dấu chấm, không có số 0 thừa và không có dấu phân cách hàng nghìn, ví dụ “0.2”',
  };
}

/** Conditions on the rows of a table. */
export const ROW_FILTER: Schema = record('Which rows of which table.', ['table', 'where'], {
  table: slug('Id of the table.'),
  where: list(
    'Conditions on columns; all must hold.',
    record('One condition.', ['column'], {
      column: slug('Id of the column.'),
      is: text('The column equals this: a choice by its id, yes or no, a date, a number.'),
      above: text('The column is greater than this.'),
      below: text('The column is less than this.'),
      atLeast: text('The column is this or more.'),
      atMost: text('The column is this or less.'),
    }),
  ),
});

/** How far two sources may be apart. */
export const TOLERANCE: Schema = record(
  'How far the two sources may be apart; the wider of two limits counts. A larger difference is a finding that needs a reason. Absent: every difference is an error.',
  [],
  {
    percent: decimal("In percent of the primary value, e.g. '0.5'."),
    value: decimal("In the indicator's own unit, e.g. '10'; '0' asks for a reason for every difference."),
    severity: oneOf(
      'soft (default): a larger difference needs a reason. hard: it must be put right.',
      'hard',
      'soft',
    ),
  },
);

/** Months of validity, both inclusive. */
export const VALIDITY: Properties = {
  from: month('First month in which it is valid, e.g. 2024-07. Absent: from the beginning.'),
  to: month('Last month in which it is valid. Absent: without end.'),
  frequencies: {
    ...list(
      'Kinds of period in which it is there. Absent: in every kind that the report is made for.',
      oneOf('One kind.', 'month', 'quarter', 'half', 'nine-months', 'year'),
      1,
    ),
    uniqueItems: true,
  },
};

export const SPAN = oneOf(
  "Of a flow: the period's own (default), from the start of the year (ytd), or since the beginning (cumulative).",
  'period',
  'ytd',
  'cumulative',
);
