/** The files that all reports share: entities.csv (one row), rosters.yaml, calendar.yaml. */
import { day, list, oneOf, record, slug, text, year, type Schema } from './parts.ts';

const KINDS = ['tinh', 'thanh-pho', 'bo', 'ngang-bo', 'thuoc-chinh-phu', 'khac'];

export const ENTITY_SCHEMA: Schema = record(
  'One body, for one stretch of its life.',
  ['id', 'kind', 'name', 'shortName', 'codes', 'aliases', 'successors'],
  {
    id: slug('Id of our own, never reused.'),
    kind: oneOf(
      'tinh: province. thanh-pho: city. bo: ministry. ngang-bo: ministerial body. thuoc-chinh-phu: under the Government. khac: other.',
      ...KINDS,
    ),
    name: text('Name within a sentence, e.g. "tỉnh Nam Định".'),
    shortName: text('Short name, e.g. "Nam Định", "BNV".'),
    codes: list('Codes of all systems, e.g. GSO "36" and "H40".', text('One code.')),
    aliases: list('Other spellings accepted on input.', text('One spelling.')),
    validFrom: day('First day; empty: before all reports.'),
    validTo: day('Last day; empty: still alive.'),
    successors: list('Bodies that took over, the main one first.', slug('Id of a body.')),
  },
);

export const ROSTERS_SCHEMA: Schema = list(
  'Rosters.',
  record('A named set of bodies; who belongs depends on the day.', ['id', 'label'], {
    id: slug('Id of the roster.'),
    label: text('How its bodies are called.'),
    kinds: list('All bodies of these kinds.', oneOf('One kind.', ...KINDS), 1),
    bodies: list('These bodies by id.', slug('Id of a body.'), 1),
    union: list('The bodies of these rosters.', slug('Id of a roster.'), 1),
  }),
  1,
);

export const CALENDAR_SCHEMA: Schema = record(
  'Working days of public servants.',
  ['years', 'holidays', 'swappedWorkdays'],
  {
    years: list('Years that are complete here; any other year is an error.', year('A year.'), 1),
    holidays: list('Days off on public holidays, with those given in exchange.', day('A day.')),
    swappedWorkdays: list('Saturdays and Sundays that are worked in exchange.', day('A day.')),
  },
);
