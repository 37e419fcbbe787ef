/** The module that stands for `render/document-template.ts` in the bundle: a cold program spends a tenth of its time parsing. */
import Handlebars from 'handlebars';
import { PARSE_OPTIONS, readTemplateTexts } from '../src/render/document-template.ts';

/** The text of a module whose `loadDocumentTemplate` gives the same and reads nothing. */
export function writeParsedTemplate(): string {
  const { start, partials, styleSheet } = readTemplateTexts();
  const registered = partials.map(
    ([name, text]) =>
      `environment.registerPartial(${JSON.stringify(name)}, environment.template(${parsed(text)}));`,
  );
  return `import Handlebars from 'handlebars';
export function loadDocumentTemplate() {
  const environment = Handlebars.create();
  ${registered.join('\n  ')}
  return { fill: environment.template(${parsed(start)}), styleSheet: ${JSON.stringify(styleSheet)} };
}
`;
}

/** An object of functions, as JavaScript. */
function parsed(text: string): string {
  const specification: unknown = Handlebars.precompile(text, PARSE_OPTIONS);
  if (typeof specification !== 'string') throw new TypeError('Handlebars gives a template as text');
  return specification;
}
