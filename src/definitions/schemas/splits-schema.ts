/** splits.yaml: what part of a divided body's figures goes with each of those that took over. */
import { byId, decimal, list, record, slug, text, type Schema } from './parts.ts';

export const SPLITS_SCHEMA: Schema = list(
  'Weights of divided bodies. Without them earlier figures of the parts are not compared.',
  record('One divided body.', ['body', 'weights', 'basis', 'source'], {
    body: slug('Id of the body that ended and has several successors.'),
    indicators: list(
      'Codes that the weights hold for. Absent: all that no other entry of the body names.',
      slug('Code of a flow or stock that is asked.'),
      1,
    ),
    weights: byId(
      'The part of each successor; together they are exactly 1.',
      slug('Id of the successor.'),
      decimal('A part from "0" to "1".'),
    ),
    basis: text('What the weights were derived from, in words that the notes of the report print.'),
    source: text('The document that states them.'),
  }),
);
