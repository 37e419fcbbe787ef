/** A report model as one HTML document, laid out as Decree 30/2020/NĐ-CP wants it. Works without a browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import Handlebars from 'handlebars';
import type { ReportModel } from '../domain/model/report-model.ts';
import { documentView } from './document-view.ts';
import type { DocumentView } from './document-view.ts';
import { programFolder } from './package-files.ts';

type Template = (view: DocumentView & { readonly styleSheet: string }) => string;

let template: Template | undefined;
let styleSheet = '';

/**
 * The HTML of `model`, complete and self-contained but for the fonts. Equal models give equal texts. Throws when a
 * chart's picture does not hold exactly the texts of the model.
 */
export function renderHtml(model: ReportModel): string {
  template ??= loadTemplate();
  return template({ ...documentView(model), styleSheet });
}

function loadTemplate(): Template {
  const folder = programFolder(join('templates', 'document'));
  const environment = Handlebars.create();
  for (const file of readdirSync(folder)) {
    const { name, ext } = parse(file);
    if (ext === '.hbs') environment.registerPartial(name, readFileSync(join(folder, file), 'utf8'));
  }
  styleSheet = readFileSync(join(folder, 'report.css'), 'utf8');
  // Without helpers of its own a name is looked up only among the values.
  return environment.compile('{{> report}}', { strict: true, knownHelpersOnly: true });
}
