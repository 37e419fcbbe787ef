/** checks.yaml: arithmetic and plausibility that the report's author declares. */
import { decimal, flag, id, list, record, ROW_FILTER, slug, text, TOLERANCE, type Schema } from './parts.ts';

const indicatorCode = (about: string): Schema => slug(`Code of ${about}.`);
const codes = (about: string, least: number): Schema =>
  list(`Codes of ${about}.`, slug('Code of an indicator.'), least);

function check(
  kind: string,
  about: string,
  keys: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return record(about, ['id', 'kind', ...Object.keys(keys)], {
    id: id('Id of the check; reasons are given to it.'),
    kind: { description: about, type: 'string', const: kind },
    note: text('What a person should know when it fails.'),
    ...keys,
    ...optional,
  });
}

export const CHECKS_SCHEMA: Schema = list('Checks.', {
  description: 'One check; its kind says which keys it has.',
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  oneOf: [
    check('parts', 'The parts add up to the whole.', {
      whole: indicatorCode('the whole'),
      parts: codes('the parts', 2),
    }),
    check('at-most', 'The part does not exceed the whole.', {
      part: indicatorCode('the part'),
      whole: indicatorCode('the whole'),
    }),
    check('ladder', 'The classes of a status add up to all bodies of a block.', {
      indicator: indicatorCode('the status'),
      of: slug('Block whose bodies must all be in a class.'),
    }),
    check(
      'nested',
      'Of each indicator: the period does not exceed the year to date, nor that the cumulative total.',
      {
        indicators: codes('the flows', 1),
      },
    ),
    check('band', 'The quotient stays in its usual band, e.g. đồng per transaction.', {
      numerator: indicatorCode('the numerator'),
      denominator: indicatorCode('the denominator'),
      low: decimal('Lower end of the band.'),
      high: decimal('Upper end of the band.'),
    }),
    check('list-length', 'The rows of a table are as many as their count.', {
      count: indicatorCode('the count'),
      rows: ROW_FILTER,
      exhaustive: flag('true: exactly as many; false: no more than the count.'),
    }),
    check('steady-base', 'Cumulative total less year to date is the same in every period of a year.', {
      indicators: codes('the flows', 1),
    }),
    check('same', 'The indicators have the same value.', { indicators: codes('the indicators', 2) }),
    check(
      'two-sources',
      'Two sources of one thing, body by body and in total: the report prints the primary one, and the other stays within the tolerance.',
      {
        primary: indicatorCode('the indicator that is printed'),
        other: indicatorCode('the indicator that it is held against, printed nowhere'),
      },
      { tolerance: TOLERANCE },
    ),
  ],
});
