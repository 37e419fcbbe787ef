/** annexes.yaml: tables after the text and within it, and the charts. */
import {
  id,
  integer,
  list,
  oneOf,
  record,
  ROW_FILTER,
  slug,
  SPAN,
  text,
  VALIDITY,
  type Schema,
} from './parts.ts';

function kinded(
  kind: string,
  about: string,
  required: readonly string[],
  keys: Readonly<Record<string, Schema>>,
): Schema {
  return record(about, ['id', 'kind', ...required], {
    id: id('Id.'),
    kind: { description: about, type: 'string', const: kind },
    ...keys,
  });
}

const annex = (kind: string, about: string, required: string[], keys: Record<string, Schema>): Schema =>
  kinded(kind, about, ['title', ...required], {
    title: text('Title of the annex, or caption of the table.'),
    ...VALIDITY,
    ...keys,
  });

const chart = (kind: string, about: string, required: string[], keys: Record<string, Schema>): Schema =>
  kinded(kind, about, ['caption', 'description', ...required], {
    caption: text('Caption under the chart.'),
    description: text('What the chart shows, said instead of the picture; without digits.'),
    ...keys,
  });

const NUMBER_IN_TABLE: Record<string, Schema> = {
  scale: oneOf(
    'Writes the numbers in thousands, millions …; the scale word stands with the unit: "tỷ đồng". Default: in full.',
    'nghìn',
    'triệu',
    'tỷ',
    'nghìn tỷ',
    'triệu tỷ',
  ),
  decimals: integer(
    "Digits after the comma, after scaling. Default: the indicator's own, none of a column of rows.",
    0,
    9,
  ),
};

const BODIES = annex('bodies', 'A row per body.', ['of', 'tables'], {
  of: slug('Block or roster whose bodies are the rows.'),
  tables: list(
    'Tables, one after the other.',
    record('One table.', ['title', 'columns'], {
      title: text('Title of the table.'),
      columns: list(
        'Columns in their order.',
        record('One column.', ['indicator'], {
          indicator: slug('Code of an indicator that the bodies of the block are asked.'),
          heading: text("Heading. Default: the indicator's label."),
          ...NUMBER_IN_TABLE,
        }),
        1,
      ),
      sort: slug(
        'Code of the indicator of a column: the bodies stand from the highest value, those without one last. Default: the order of the roster.',
      ),
      limit: integer(
        'With sort: only the first so many bodies, and all that are as high as the last one. The total below is that of all.',
        1,
        200,
      ),
      ...VALIDITY,
    }),
    1,
  ),
  chart: id('Id of a chart to draw with the tables.'),
});

const COMPARISON = annex('comparison', 'A row per indicator: this period against earlier ones.', ['rows'], {
  rows: list(
    'Rows in their order.',
    record('One row.', ['indicator'], {
      indicator: slug('Code of the indicator.'),
      label: text("Label. Default: the indicator's."),
      span: SPAN,
      of: slug('Block, roster or body that is counted or summed.'),
      status: slug('Class of a status indicator that is counted.'),
      ...NUMBER_IN_TABLE,
      ...VALIDITY,
    }),
    1,
  ),
  versus: list(
    'The earlier periods beside this one, in their order, each with the change from it. Default: both; where they are one and the same it stands once.',
    oneOf('An earlier period.', 'previous', 'year-ago'),
    1,
  ),
});

const ROWS = annex('rows', 'The rows of a table that bodies sent.', ['table', 'columns'], {
  table: slug('Id of a table of forms.yaml.'),
  columns: list(
    'Columns in their order.',
    record('One column.', ['column'], {
      column: slug('Id of a column, or `body` for the body that sent the row.'),
      heading: text("Heading. Default: the column's label."),
      ...NUMBER_IN_TABLE,
    }),
    1,
  ),
  where: ROW_FILTER.properties?.['where'] ?? {},
  order: {
    description: 'Column to sort by; "-column" from the largest. Default: the order of the roster.',
    type: 'string',
    pattern: '^-?[a-z0-9]+(-[a-z0-9]+)*$',
    hint: 'mã của một cột, hoặc dấu trừ và mã cột để xếp từ lớn đến nhỏ, ví dụ “-han”',
  },
});

const ANNEX: Schema = {
  description: 'One annex; its kind says which keys it has.',
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  oneOf: [
    annex('completeness', 'Who submitted what and when.', [], {}),
    BODIES,
    COMPARISON,
    ROWS,
    annex('notes', 'Notes on methods, breaks and missing values.', [], {}),
  ],
};

const TABLE: Schema = {
  description:
    'One table of the body; its kind says which keys it has, as for an annex. Its title is the caption.',
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  oneOf: [BODIES, COMPARISON, ROWS],
};

const CHART: Schema = {
  description: 'One chart; its kind says which keys it has.',
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  oneOf: [
    chart('trend', 'An indicator over the last periods.', ['indicator', 'periods'], {
      indicator: slug('Code of the indicator.'),
      periods: integer('How many periods.', 2, 36),
      of: slug('Block, roster or body that is counted or summed.'),
    }),
    chart('bodies', 'An indicator by body.', ['indicator', 'of'], {
      indicator: slug('Code of the indicator.'),
      of: slug('Block or roster whose bodies are the bars.'),
    }),
    chart('completeness', 'How many submitted on time, late, or not.', [], {}),
  ],
};

export const ANNEXES_SCHEMA: Schema = record('Annexes and charts.', [], {
  annexes: list('Annexes in their order.', ANNEX),
  tables: list('Tables that the outline draws in the body.', TABLE),
  charts: list('Charts, used by the outline and by annexes.', CHART),
});
