/** Lays figures out as sheets, and sheets with one figure more, another, or one less. */
import { answersIn, joinValues, type EarlierFigure, type FigureSheet } from './sheet.ts';

/** Figures as sheets, in the order in which their periods and forms, bodies and fields first come. */
export function sheetsOf(figures: Iterable<EarlierFigure>): readonly FigureSheet[] {
  const sheets = new Map<string, EarlierFigure[]>();
  for (const figure of figures) {
    const key = `${figure.period}/${figure.form}`;
    const known = sheets.get(key);
    if (known) known.push(figure);
    else sheets.set(key, [figure]);
  }
  return [...sheets.values()].map(sheetOf);
}

function sheetOf(figures: readonly EarlierFigure[]): FigureSheet {
  const [{ period, form } = { period: '', form: '' }] = figures;
  const revisions = new Map<string, string>();
  const columns = new Map<string, EarlierFigure[]>();
  for (const figure of figures) {
    const key = `${figure.field} ${figure.indicator}`;
    revisions.set(figure.entity, figure.revision);
    const known = columns.get(key);
    if (known) known.push(figure);
    else columns.set(key, [figure]);
  }
  const bodies = [...revisions.keys()];
  return {
    period,
    form,
    bodies,
    revisions: [...revisions.values()].map((id) => Number(id.slice(id.lastIndexOf('/') + 1))),
    columns: [...columns.values()].map((own) => {
      const values = new Map(own.map(({ entity, value }) => [entity, value]));
      const [{ field, indicator } = { field: '', indicator: '' }] = own;
      return { field, indicator, values: joinValues(bodies.map((entity) => values.get(entity) ?? '')) };
    }),
  };
}

/**
 * The sheets with another value of one field of a body, or without one; a body, field, form or period that has no
 * figures yet is added. A body that stands on the sheet keeps its revision.
 */
export function withFigure(
  sheets: readonly FigureSheet[],
  place: Pick<EarlierFigure, 'period' | 'form' | 'entity' | 'field'>,
  figure: EarlierFigure | undefined,
): readonly FigureSheet[] {
  const isOn = ({ period, form }: FigureSheet): boolean => period === place.period && form === place.form;
  const added = figure ? [figure] : [];
  if (!sheets.some(isOn)) return [...sheets, ...sheetsOf(added)];
  return sheets.flatMap((sheet) => {
    if (!isOn(sheet)) return [sheet];
    const { entity, field } = place;
    const figures = [...answersIn([sheet])];
    const others = figures.filter((own) => own.entity !== entity || own.field !== field);
    const revision = figures.find((own) => own.entity === entity)?.revision;
    return sheetsOf([...others, ...added.map((own) => ({ ...own, revision: revision ?? own.revision }))]);
  });
}
