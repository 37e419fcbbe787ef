/**
 * The template and the style sheet of the report, from disk. `npm run build` puts a module in the place of this one that
 * has both already parsed (`build/parsed-template.ts`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import Handlebars from 'handlebars';
import type { DocumentView } from './document-view.ts';
import { programFolder } from './package-files.ts';

export interface DocumentTemplate {
  readonly fill: (view: DocumentView & { readonly styleSheet: string }) => string;
  readonly styleSheet: string;
}

export interface TemplateTexts {
  /** What prints the document: a call of the partial that begins it. */
  readonly start: string;
  readonly partials: readonly (readonly [name: string, text: string])[];
  readonly styleSheet: string;
}

/** Without helpers of its own a name is looked up only among the values. */
export const PARSE_OPTIONS = { strict: true, knownHelpersOnly: true };

export function loadDocumentTemplate(): DocumentTemplate {
  const { start, partials, styleSheet } = readTemplateTexts();
  const environment = Handlebars.create();
  for (const [name, text] of partials) environment.registerPartial(name, text);
  return { fill: environment.compile(start, PARSE_OPTIONS), styleSheet };
}

export function readTemplateTexts(): TemplateTexts {
  const folder = programFolder(join('templates', 'document'));
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const partials = readdirSync(folder)
    .filter((file) => parse(file).ext === '.hbs')
    .map((file) => [parse(file).name, read(file)] as const);
  return { start: '{{> report}}', partials, styleSheet: read('report.css') };
}
