/** forms.yaml: what is asked, of whom. */
import {
  byId,
  flag,
  id,
  integer,
  list,
  oneOf,
  record,
  slug,
  SPAN,
  text,
  VALIDITY,
  type Schema,
  TOLERANCE,
} from './parts.ts';

const CONTROL = record(
  'A total, rate or count that the body states itself: compared with what is computed, never printed.',
  ['indicator', 'span'],
  {
    indicator: slug('Code of the indicator whose computed value it is compared with.'),
    span: SPAN,
    of: slug('Block, roster or body that is counted or summed.'),
    status: slug('Class of a status indicator that is counted.'),
    decimals: integer("Compared after rounding to this many decimals. Default: the indicator's own.", 0, 9),
    versus: oneOf(
      'Compare a change against an earlier period instead of the level.',
      'previous',
      'year-ago',
      'year-start',
    ),
    tolerance: TOLERANCE,
  },
);

const FIELD = record('One question. A bare code in place of the keys is the same as `indicator: code`.', [], {
  id: slug('Id of the field: the header of its column in import files. Default: the code of its indicator.'),
  indicator: slug('Code of the indicator that it answers.'),
  control: CONTROL,
  label: text("Label. Default: the indicator's."),
  guidance: text('Guidance under the field.'),
  optional: flag(
    'May be left blank without being missing. Default false; a control value is always optional.',
  ),
  mayNotApply: flag('"không áp dụng" is an answer. Default false.'),
  evidence: flag('Asks the number and date of the document behind a yes. Default false.'),
  asOf: flag('Asks the day on which the value holds. Default false.'),
});

const COLUMN = record('One column.', ['id', 'label', 'type'], {
  id: slug('Id of the column: its header in import files.'),
  label: text('Label of the column.'),
  type: oneOf('What a cell holds.', 'text', 'choice', 'date', 'number', 'flag', 'code', 'body'),
  unit: text('Unit of a number, shown on the form; a text that prints the column writes the unit itself.'),
  choices: list(
    'Values of a choice, in their order.',
    record('One value.', ['id', 'label'], {
      id: slug('Id of the value.'),
      label: text('Label of the value.'),
    }),
  ),
  roster: slug(
    'Of a column of bodies (type body): the roster that they are in. A row names one by any of its codes or names.',
  ),
  optional: flag('May be left blank. Default false.'),
});

export const FORMS_SCHEMA: Schema = byId(
  'Forms by id.',
  id('Id of the form: the name of its import files.'),
  record('One form: fields and tables that a roster or one body owes.', ['title', 'sections'], {
    title: text('Title of the form.'),
    roster: slug('Roster whose bodies all owe the form.'),
    body: slug('The one body that owes the form.'),
    sections: list(
      'Groups of fields.',
      record('One group.', ['title', 'fields'], {
        title: text('Title of the group.'),
        fields: list('Fields in their order.', FIELD, 1),
      }),
    ),
    tables: list(
      'Tables with as many rows as the body has entries.',
      record('One table.', ['id', 'title', 'columns'], {
        id: slug('Id of the table.'),
        title: text('Title of the table.'),
        columns: list('Columns in their order.', COLUMN, 1),
        standing: integer(
          'A list or register that stands until it changes (giữ nguyên): for so many periods after the one in which its rows were typed a body may confirm them. A body without rows then says «không phát sinh» in the first column. Absent: rows are sent in every period, and no rows are none.',
          1,
          60,
        ),
      }),
    ),
    ...VALIDITY,
  }),
);
