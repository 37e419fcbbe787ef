/** report.yaml: who issues the report, when it is due, whom it counts, and the order of its texts. */
import {
  byId,
  day,
  flag,
  id,
  integer,
  list,
  oneOf,
  record,
  type Schema,
  slug,
  text,
  VALIDITY,
} from './parts.ts';

const RELATIVE_DAY = (which: string): Schema =>
  record(`A day relative to the period's ${which} month.`, ['month', 'day'], {
    month: integer(`Months after the period's ${which} month: 0 is that month, -1 the one before.`, -12, 12),
    day: {
      description: 'Day of the month, or "last".',
      anyOf: [
        { type: 'integer', minimum: 1, maximum: 31 },
        { type: 'string', enum: ['last'] },
      ],
      hint: 'số từ 1 đến 31 hoặc last (ngày cuối tháng)',
    },
  });

const BLOCK_OF_BODIES = record('A set of bodies that counts and sums are made over.', ['label'], {
  label: text('How the set is called in messages and tables, e.g. "bộ, ngành".'),
  roster: slug('Roster that the set is taken from.'),
  when: slug('A flag indicator: only bodies that answered yes belong.'),
  union: list('Union of these blocks or rosters.', slug('Id of a block or roster.'), 1),
  bodies: list('Single bodies by id.', slug('Id of a body.'), 1),
  except: list(
    'Bodies that do not belong, although the roster or union has them: "22 bộ, ngành, trừ Bộ Công an".',
    slug('Id of a body.'),
    1,
  ),
});

const OUTLINE_BLOCK: Schema = record('A part of the report, in its order.', ['id'], {
  id: slug('Id of the part, unique in the outline; overrides refer to it.'),
  heading: text(
    'Heading. Its number (I., 1., a)) comes from the nesting and is never typed. May call {{periodName}} and {{year}}.',
  ),
  text: text('Path of the text file within the report\'s folder, e.g. "text/mo-dau.hbs".'),
  table: id('Id of a table to draw after the text.'),
  chart: id('Id of a chart to draw after the text.'),
  blocks: list('Parts within this part; they have the same keys.', { $ref: '#/$defs/part' }),
  ...VALIDITY,
});

const SCHEDULE = {
  due: integer('Submissions are due.', 0, 60),
  close: integer('The period closes.', 0, 60),
  publish: integer('The report is issued.', 0, 60),
};

const scheduleOf = (periods: string): Schema =>
  record(`Schedule of ${periods}, when it is another one.`, ['due', 'close', 'publish'], SCHEDULE);

const ISSUER: Readonly<Record<string, Schema>> = {
  parent: text('Superior agency (first line of box 2), in capitals.'),
  agency: text('Issuing agency as printed in box 2, in capitals.'),
  name: text('The agency\'s name in sentences, e.g. "Bộ Thông tin và Truyền thông".'),
  symbol: text('Symbol after the number, e.g. "BC-BTTTT".'),
  place: text('Place before the date, e.g. "Hà Nội".'),
};
const ISSUER_KEYS = ['agency', 'name', 'symbol', 'place'];

const DOCUMENT: Readonly<Record<string, Schema>> = {
  type: text('Kind of document (box 5a), e.g. "BÁO CÁO".'),
  subject: text('Subject (box 5a); a text with helpers.'),
  addressees: list('To whom ("Kính gửi").', text('One addressee.')),
  grounds: list('Legal grounds and opening lines (box 6); texts with helpers.', text('One paragraph.')),
  recipients: list('Recipients (box 9b), one line each.', text('One line.'), 1),
  authority: list('Authority of the signer (box 7a), one line each.', text('One line.'), 1),
  signer: text('Full name of the signer, when it is always the same.'),
};
const DOCUMENT_KEYS = ['type', 'subject', 'addressees', 'grounds', 'recipients', 'authority'];

const SETTINGS = record(
  'Settings of one report.',
  ['id', 'title', 'frequency', 'issuer', 'document', 'windows', 'outline'],
  {
    id: slug("Id of the report: the same as its folder's name."),
    title: text('Title of the report on screens and in lists.'),
    frequency: {
      ...list(
        'Kinds of period that it is made for.',
        oneOf('One kind.', 'month', 'quarter', 'half', 'nine-months', 'year'),
        1,
      ),
      uniqueItems: true,
    },
    issuer: record('Who issues it.', ISSUER_KEYS, ISSUER),
    document: record('What Decree 30/2020/NĐ-CP puts around the text.', DOCUMENT_KEYS, DOCUMENT),
    changes: list(
      'What is different in documents dated on a day or later, such as another issuer; in the order of the days.',
      record('One change.', ['from'], {
        from: day('First date of documents that it holds for.'),
        issuer: record('The issuer from then on, as a whole.', ISSUER_KEYS, ISSUER),
        document: record('What changes around the text; the rest stays.', [], DOCUMENT),
      }),
    ),
    windows: byId(
      'Windows of data by id. `ky` must be there: it is the default of every indicator.',
      slug('Id of the window.'),
      record('Which days a period covers.', ['label', 'from', 'to'], {
        label: text('How the window is called on forms.'),
        from: RELATIVE_DAY('first'),
        to: RELATIVE_DAY('last'),
      }),
    ),
    schedule: record(
      'Working days after the end of the window `ky`. Default: due 3, close 5, publish 8.',
      ['due', 'close', 'publish'],
      {
        ...SCHEDULE,
        month: scheduleOf('months'),
        quarter: scheduleOf('quarters'),
        half: scheduleOf('halves'),
        'nine-months': scheduleOf('nine months'),
        year: scheduleOf('years'),
      },
    ),
    blocks: byId(
      'Named sets of bodies for counts and sums, by id. Rosters and single bodies can be used without being listed.',
      slug('Id of the set.'),
      BLOCK_OF_BODIES,
    ),
    outline: list('The parts of the report in their order.', { $ref: '#/$defs/part' }, 1),
    overrides: list(
      'What single periods change in parts of the outline.',
      record('One change.', ['period', 'block'], {
        period: text('Period, e.g. "2024-10" or "2024-Q3".'),
        block: slug('Id of the part of the outline.'),
        heading: text('Heading in this period.'),
        text: text('Text file in this period.'),
        table: id('Table in this period.'),
        chart: id('Chart in this period.'),
        skip: flag('true leaves the part out in this period.'),
      }),
    ),
  },
);

export const REPORT_SCHEMA: Schema = { ...SETTINGS, $defs: { part: OUTLINE_BLOCK } };
