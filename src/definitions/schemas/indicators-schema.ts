/** indicators.yaml: what is measured, by code. */
import {
  byId,
  day,
  decimal,
  flag,
  id,
  integer,
  list,
  month,
  oneOf,
  record,
  ROW_FILTER,
  slug,
  SPAN,
  text,
  TOLERANCE,
  VALIDITY,
  year,
  type Schema,
} from './parts.ts';

const INDICATOR = record('One thing measured.', ['label', 'unit', 'nature'], {
  label: text('Label on forms, in tables and in messages.'),
  unit: {
    description: 'Unit of the value itself, e.g. "hồ sơ", "đồng", "%"; never "triệu đồng". Empty for a text.',
    type: 'string',
  },
  nature: oneOf(
    'flow: adds up over time. stock: holds on a date. flag: có/chưa. status: one of a ladder of classes. ratio: derived from two others. text: own words.',
    'flow',
    'stock',
    'flag',
    'status',
    'ratio',
    'text',
  ),
  decimals: integer('Digits after the comma when displayed, after scaling. Default 0.', 0, 9),
  fraction: flag('true: answers may have decimals (speeds, areas). Default false: whole numbers only.'),
  scale: oneOf('Scale word used when a text asks for none.', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'),
  window: slug('Id of the window of data. Default `ky`.'),
  since: day('A cumulative total counts from this day.'),
  breaks: list(
    'Months from which values are not comparable with earlier ones.',
    record('One break.', ['from', 'why'], {
      from: month('First month of the new series.'),
      why: text('The reason, as printed in a note.'),
      status: slug('Of a status: the one class whose meaning changed; the others still compare.'),
    }),
  ),
  continues: slug(
    'Code of the indicator that goes on under this one: same nature and unit, ended (`to`) before this one begins (`from`). Its earlier values, goals and breaks are those of this one.',
  ),
  sum: list('Derived: the sum of these indicators.', slug('Code of an indicator.'), 2),
  difference: list('Derived: the first less the others.', slug('Code of an indicator.'), 2),
  numerator: slug('Derived (nature ratio): the part.'),
  denominator: slug('Derived (nature ratio): the whole.'),
  per: integer(
    'Of a ratio that is not in percent: on how many of the denominator it is counted, e.g. 100 for "thuê bao/100 dân". Default 1.',
    2,
    1_000_000,
  ),
  share: flag('A ratio of a part to its whole cannot exceed 100%. Default: true when the unit is "%".'),
  rows: {
    ...ROW_FILTER,
    description: 'Derived: the number of rows of a table that match, or the sum of one of their columns.',
    properties: {
      ...ROW_FILTER.properties,
      body: slug(
        'Column (type body) with the body that a row is about: the value of a province is that of the rows about it.',
      ),
      sum: slug('With body: the column that is added up. A body without a row has no value.'),
    },
  },
  meets: record(
    "Derived (nature flag): a body is a yes when its own number meets the limits, e.g. `{indicator: ty-le-truc-tuyen, atLeast: '30'}` for the provinces that reach 30%. A rate over nothing is a no.",
    ['indicator'],
    {
      indicator: slug("Code of a flow, stock or ratio; of a derived one the body's own value counts."),
      span: SPAN,
      above: decimal('The number is greater than this.'),
      below: decimal('The number is less than this.'),
      atLeast: decimal('The number is this or more.'),
      atMost: decimal('The number is this or less.'),
    },
  ),
  outOf: slug('The indicator that this count is a part of, printed beside it: 69/179.'),
  statuses: list(
    'Classes of a status, in order of progress.',
    record('One class.', ['id', 'label'], {
      id: slug('Id of the class.'),
      label: text('Label of the class.'),
    }),
  ),
  rising: flag('A stock that cannot fall, such as a cumulative total kept by its owner. Default false.'),
  signed: flag('May be below zero. Default false.'),
  rank: flag(
    'A place in a ranking (nature stock), such as 86 of 193: from 88 to 86 is a rise of two places, "tăng 02 bậc". Default false.',
  ),
  primary: id('The form whose answer is printed when more than one asks for the indicator.'),
  tolerance: TOLERANCE,
  outlier: {
    ...record(
      'Unusual when outside [low; high] times the median of the last six known values.',
      ['low', 'high'],
      {
        low: decimal('Lower limit as a multiple of the median.'),
        high: decimal('Upper limit as a multiple of the median.'),
      },
    ),
    type: ['object', 'null'],
    description:
      'Unusual when outside [low; high] times the median of the last six known values; null: not checked. Default 0.2 and 5 for a flow or stock that is asked.',
  },
  unchangedFor: {
    description:
      'Unusual when the same for this many periods in a row; null: not checked. Default 3 for a flow or stock that is asked.',
    type: ['integer', 'null'],
    minimum: 2,
    maximum: 36,
  },
  standing: integer(
    'The answer stands until it changes (giữ nguyên): for so many periods after the one in which it was typed a body may confirm it with `tong-hop confirm` instead of typing it again; its column may be left out of the file. Only for a stock, flag or status that is asked. Absent: asked anew in every period.',
    1,
    60,
  ),
  targets: list(
    'Goals by year.',
    record('One goal.', ['year', 'value', 'source'], {
      year: year('Year of the goal.'),
      value: decimal('Value of the goal, in the unit of the indicator.'),
      source: text('Document that set it.'),
    }),
  ),
  ...VALIDITY,
});

export const INDICATORS_SCHEMA: Schema = byId(
  'Indicators by code.',
  slug('Code of the indicator.'),
  INDICATOR,
);
