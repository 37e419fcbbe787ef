/** The frozen facts of a published edition with a row of a table corrected. */
import { rowHolds } from '../aggregation/rows.ts';
import { canonical, exact, ZERO } from '../exact.ts';
import type { Facts } from '../facts.ts';
import { figuresIn } from '../figure-sheets/sheet.ts';
import { withFigure } from '../figure-sheets/lay-sheets.ts';
import { fieldAbout } from '../row-figures.ts';
import type { Revision, Row } from '../submission.ts';
import type { RowCorrection } from './correction.ts';

/** The revision with the row changed, put at the end, or taken out. What is typed stands no longer as confirmed. */
export function withRow(revision: Revision, { place, from, to }: RowCorrection): Revision {
  const rows = revision.tables[place.table] ?? [];
  const index = from === null ? rows.length : rows.findIndex((row) => isSameRow(row, from));
  if (index < 0) return revision;
  const tables = {
    ...revision.tables,
    [place.table]: rows.toSpliced(index, 1, ...(to === null ? [] : [to])),
  };
  const { standingTables, ...rest } = revision;
  const marks = Object.entries(standingTables ?? {}).filter(([table]) => table !== place.table);
  return { ...rest, tables, ...(marks.length > 0 ? { standingTables: Object.fromEntries(marks) } : {}) };
}

/** What the rows say of other bodies, kept as figures of the period: each gains by the new row what it loses by the old. */
export function withRowFigures(facts: Facts, { period, place, from, to }: RowCorrection): Facts['earlier'] {
  const { form, entity, table, revision } = place;
  return Object.values(facts.definition.indicators).reduce((sheets, { code, rows }) => {
    if (rows?.table !== table || rows.body === undefined || rows.sum === undefined) return sheets;
    const { body, sum, where } = rows;
    const worth = (row: Row | null, about: string): string | undefined =>
      row !== null && row[body] === about && rowHolds(where, row) ? (row[sum] ?? '0') : undefined;
    const bodies = new Set([from?.[body], to?.[body]].filter((about) => about !== undefined));
    return [...bodies].reduce((known, about) => {
      const [lost, gained] = [worth(from, about), worth(to, about)];
      if (lost === undefined && gained === undefined) return known;
      const field = fieldAbout(code, about);
      const old = [
        ...figuresIn(known.filter((sheet) => sheet.period === period && sheet.form === form)),
      ].find((figure) => figure.entity === entity && figure.field === field);
      const value = exact(old?.value ?? '0')
        .sub(exact(lost ?? '0'))
        .add(exact(gained ?? '0'));
      // The last row about a body is gone: of it nothing is known.
      const isGone = gained === undefined && value.equals(ZERO);
      const figure = { indicator: code, period, entity, value: canonical(value), revision, form, field };
      return withFigure(known, { period, form, entity, field }, isGone ? undefined : figure);
    }, sheets);
  }, facts.earlier);
}

function isSameRow(one: Row, other: Row): boolean {
  const columns = Object.keys(one);
  return columns.length === Object.keys(other).length && columns.every((id) => one[id] === other[id]);
}
