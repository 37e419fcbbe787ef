/**
 * Figures that rows give about other bodies, such as a ministry's number for each province: kept with the ministry's
 * revision under fields "<indicator>/<province>", and found again by the province.
 */
import { figuresOfBodies, type FiguresOfBodies } from './figure-sheets/read-columns.ts';
import type { EarlierFigure } from './figure-sheets/sheet.ts';

const SEPARATOR = '/';

/** Ids of fields hold no slash, so that no field of a form has such a name. */
export function fieldAbout(indicator: string, body: string): string {
  return `${indicator}${SEPARATOR}${body}`;
}

/** The indicator and the body of such a field; undefined for a field of a form. */
export function aboutOf(field: string): { readonly indicator: string; readonly body: string } | undefined {
  const [indicator, body] = field.split(SEPARATOR);
  return indicator === undefined || body === undefined ? undefined : { indicator, body };
}

type Columns = Parameters<typeof figuresOfBodies>[0];

/** What columns say of the bodies that their rows are about; nothing of one that several senders speak of. */
export function figuresAbout(columns: Columns): FiguresOfBodies {
  const byBody = new Map<string, Columns[number][]>();
  for (const one of columns) {
    const body = aboutOf(one.column.field)?.body ?? '';
    byBody.set(body, [...(byBody.get(body) ?? []), one]);
  }
  return {
    columns: () => figuresOfBodies(columns).columns(),
    get(entity) {
      const own = byBody.get(entity) ?? [];
      const found = own.flatMap((one): readonly EarlierFigure[] => {
        const figures = figuresOfBodies([one]);
        return one.sheet.bodies.flatMap((sender) => figures.get(sender) ?? []);
      });
      return found.length === 1 ? found[0] : undefined;
    },
    isOutside: () => false,
  };
}
