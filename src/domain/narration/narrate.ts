/** Runs the texts of a definition over a book: Handlebars in, paragraphs of runs out. */
import Handlebars from 'handlebars';
import type { Book } from '../aggregation/book.ts';
import type { Definition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { Runs } from '../model/report-model.ts';
import { base, change, ifComparable } from './helpers/changes.ts';
import { ifChange, ifReached } from './helpers/conditions.ts';
import { bodies, count, ifAll, ifAny, ifOne, list, most, share } from './helpers/counts.ts';
import { achieved, figure, outOf, series, target } from './helpers/figures.ts';
import { cell, documentCounts, documents, ifCell, rowCount, rows } from './helpers/rows.ts';
import { compare, portion } from './helpers/portions.ts';
import { ifSubmissions, submissions, submitters } from './helpers/submissions.ts';
import { top } from './helpers/top.ts';
import {
  annex,
  asOf,
  body,
  cite,
  date,
  name,
  narrative,
  periodName,
  since,
  window,
  year,
} from './helpers/words.ts';
import type { Narrator } from './narrator.ts';
import { createRunSink, type NarratedParagraph } from './paragraphs.ts';

type CompileOptions = NonNullable<Parameters<typeof Handlebars.compile>[1]>;

/** Every helper of the texts, under the name of its signature. */
export const TEXT_HELPERS = {
  figure,
  count,
  share,
  portion,
  compare,
  outOf,
  list,
  bodies,
  most,
  top,
  change,
  base,
  series,
  target,
  achieved,
  documents,
  documentCounts,
  rows,
  cell,
  ifCell,
  rowCount,
  submissions,
  submitters,
  ifSubmissions,
  narrative,
  ifAny,
  ifAll,
  ifOne,
  ifComparable,
  ifChange,
  ifReached,
  periodName,
  year,
  window,
  asOf,
  since,
  body,
  annex,
  cite,
  date,
  name,
} as const;

type Template = (context: unknown, options: { data: { narrator: Narrator } }) => string;

const engine = Handlebars.create();
for (const [helperName, helper] of Object.entries(TEXT_HELPERS)) engine.registerHelper(helperName, helper);
for (const builtIn of ['if', 'unless', 'each', 'with', 'lookup', 'log']) engine.unregisterHelper(builtIn);

/** No helper of Handlebars' own: a text that needs one is refused when the definition loads. */
const KNOWN_HELPERS: NonNullable<CompileOptions['knownHelpers']> = Object.assign(
  {},
  ...Object.keys(TEXT_HELPERS).map((known) => ({ [known]: true })),
);

/** Templates are parsed once for each definition. */
const parsed = new WeakMap<Definition, Map<string, Template>>();

export interface Narration {
  readonly paragraphs: readonly NarratedParagraph[];
  readonly findings: readonly Finding[];
}

/**
 * Narrates one text file of the book's definition.
 * @throws RangeError when the definition has no such text.
 */
export function narrateText(book: Book, file: string): Narration {
  return narrate(book, file, templateOf(book.facts.definition, file, book.facts.definition.texts[file]));
}

/** Narrates a one-line text that stands in report.yaml, such as the report's subject. */
export function narrateLine(book: Book, source: string): Runs {
  const { paragraphs } = narrate(
    book,
    'report.yaml',
    templateOf(book.facts.definition, `line:${source}`, source),
  );
  return paragraphs.flatMap(({ runs }) => runs);
}

function narrate(book: Book, file: string, template: Template): Narration {
  const narrator: Narrator = { book, file, sink: createRunSink(), findings: [] };
  const output = template({}, { data: { narrator } });
  return { paragraphs: narrator.sink.paragraphs(output), findings: narrator.findings };
}

function templateOf(definition: Definition, key: string, source: string | undefined): Template {
  if (source === undefined) throw new RangeError(`text ${key} does not exist`);
  const templates = parsed.get(definition) ?? new Map<string, Template>();
  parsed.set(definition, templates);
  const template = templates.get(key) ?? compile(source);
  templates.set(key, template);
  return template;
}

function compile(source: string): Template {
  const template: Template = engine.compile(source, {
    noEscape: true,
    strict: true,
    knownHelpers: KNOWN_HELPERS,
    knownHelpersOnly: true,
  });
  return template;
}
