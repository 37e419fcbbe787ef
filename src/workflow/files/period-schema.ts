/** Shape of period.yaml: the clock of a period, and what was decided in it. */
import {
  byId,
  day,
  flag,
  id,
  list,
  record,
  slug,
  text,
  type Schema,
} from '../../definitions/schemas/parts.ts';

function time(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d{2}:\\d{2})$',
    hint: 'thời điểm kèm múi giờ, ví dụ “2024-10-25T17:00:00+07:00”',
  };
}

const RECEIVED: Schema = {
  description: 'When submissions came in: a default, and times by form and body.',
  type: 'object',
  properties: { default: time('Time of all submissions that have none of their own.') },
  additionalProperties: byId('Times by body.', slug('Id of a body.'), time('Time of receipt.')),
};

export const PERIOD_SCHEMA: Schema = record('Settings of one period.', ['open', 'due', 'close', 'publish'], {
  illustrative: flag('True when the data are a sample.'),
  open: time('Submissions are taken from this time.'),
  due: time('Submissions are on time up to this time.'),
  close: time('Submissions are taken up to this time.'),
  publish: time('Time of publication.'),
  windows: byId(
    'Windows that differ from the rules of report.yaml.',
    slug('Id of a window.'),
    record('A window of data.', ['from', 'to'], { from: day('First day.'), to: day('Last day.') }),
  ),
  document: record('The report as a document.', ['date'], {
    date: day('Date of the document.'),
    number: text('Number of the document; open when absent.'),
    signer: text('Name of the signatory.'),
  }),
  received: RECEIVED,
  confirmStanding: flag(
    "The bodies confirmed their standing answers: what the folder's files leave blank is carried forward, as by `import --confirm-standing`. Default false.",
  ),
  waivers: list(
    'Bodies that need not report.',
    record('One waiver.', ['entity', 'reason', 'at'], {
      entity: slug('Id of the body.'),
      form: id('Id of the form; all forms when absent.'),
      reason: text('Why.'),
      at: time('When it was decided.'),
    }),
  ),
  justifications: list(
    'Reasons given for findings.',
    record('One reason.', ['finding', 'reason'], {
      finding: text('Id of the finding.'),
      reason: text('The reason.'),
      at: time('When it was given; the publishing time when absent.'),
    }),
  ),
});
