/**
 * Pages as HTML. Templates come from disk only and are strict: a field that a page needs and the view model lacks is a
 * fault that a test sees, not a hole in the page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import Handlebars from 'handlebars';
import { programFolder } from '../render/package-files.ts';
import type { Assets } from './assets.ts';
import type { Frame } from './frame.ts';

export interface PageParts {
  readonly page: string;
  readonly title: string;
  readonly view: object;
  readonly wide: boolean;
  readonly scripts: readonly string[];
  readonly refresh: number | null;
  readonly frame: Frame;
  /** Of the forms on the page; partial {{> csrf}} prints it. */
  readonly csrf: string;
}

export type RenderPage = (parts: PageParts) => string;

const FOLDER = join('templates', 'pages');

let loaded: ((assets: Assets) => RenderPage) | undefined;

/** Parses all templates, once a process. */
export function loadTemplates(assets: Assets): RenderPage {
  return (loaded ??= parseTemplates())(assets);
}

function parseTemplates(): (assets: Assets) => RenderPage {
  const handlebars = Handlebars.create();
  const folder = programFolder(FOLDER);
  for (const [name, text] of templatesIn(join(folder, 'partials'))) handlebars.registerPartial(name, text);
  const options = { strict: true, explicitPartialContext: true };
  const pages = new Map(templatesIn(folder).map(([name, text]) => [name, handlebars.compile(text, options)]));
  const layout = pages.get('layout');
  if (!layout) throw new Error('templates/pages has no layout');
  return (assets) =>
    ({ page, title, view, wide, scripts, refresh, frame, csrf }) => {
      const template = pages.get(page);
      if (!template) throw new Error(`templates/pages has no ${page}`);
      const content = template({ ...view, csrf });
      return layout({
        ...frame,
        title,
        csrf,
        wide,
        refresh,
        content: new handlebars.SafeString(content),
        styleSheet: assets.address('styles.css'),
        icon: assets.address('icon.svg'),
        fonts: ['latin', 'vietnamese'].map((subset) =>
          assets.address(`be-vietnam-pro-${subset}-400-normal.woff2`),
        ),
        // The design system's behaviour is as heavy as a page: only where there is a part that behaves.
        scripts: [
          'frame.js',
          ...(content.includes(' data-module="') ? ['components.js'] : []),
          ...scripts,
        ].map((name) => assets.address(name)),
      });
    };
}

function templatesIn(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(folder)
    .map((file) => parse(file))
    .filter(({ ext }) => ext === '.hbs')
    .map(({ name, base }) => [name, readFileSync(join(folder, base), 'utf8')]);
}
