/** Which of several corrections a printed number comes from: those whose cell or value lies below it in the ledger. */
import { measureId } from '../aggregation/measure.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { Runs } from '../model/report-model.ts';
import type { Row } from '../submission.ts';
import { isOfRow, type Correction } from './correction.ts';

/** Ids of the corrections behind what is printed before and after; all of them where the ledger does not tell. */
export type Causes = (before: Runs, after: Runs) => readonly number[];

/** @param ledgers of the report without and with the corrections */
export function causesIn(
  [old, now]: readonly [before: Ledger, after: Ledger],
  corrections: readonly Correction[],
): Causes {
  const byPlace = new Map<string, number[]>();
  for (const correction of corrections)
    for (const place of placesOf(correction))
      byPlace.set(place, [...(byPlace.get(place) ?? []), correction.id]);
  return (before, after) => {
    const found = new Set([...below(old, before, byPlace), ...below(now, after, byPlace)]);
    const causes = corrections.map(({ id }) => id).filter((id) => found.has(id));
    return causes.length > 0 ? causes : corrections.map(({ id }) => id);
  };
}

function below(
  { entries }: Ledger,
  runs: Runs,
  byPlace: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const open = runs.flatMap((run) => ('ledger' in run && run.ledger !== undefined ? [run.ledger] : []));
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = entries[id];
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    for (const cause of byPlace.get(placeOfEntry(entry)) ?? []) found.add(cause);
    open.push(...entry.inputs);
  }
  return found;
}

/**
 * A cell whatever its revision, since the recompiled edition keeps its own; a row by what stands in it, before or after;
 * a value of history by its measure.
 */
function placesOf(correction: Correction): readonly string[] {
  if (isOfRow(correction)) {
    const { period, place, from, to } = correction;
    const rows = [from, to].filter((row) => row !== null);
    return rows.map((row) => `${period}/${place.form}/${place.entity}/${place.table}/${contentOf(row)}`);
  }
  const { period, place, indicator = '' } = correction;
  if (place.kind === 'cell') return [`${period}/${place.form}/${place.entity}/${place.field}`];
  const { span, scope, status } = place;
  return [measureId({ indicator, period, span, scope, ...(status === undefined ? {} : { status }) })];
}

function placeOfEntry({ id, kind, cell, value }: LedgerEntry): string {
  if (!cell) return id;
  const [period = ''] = cell.revision.split('/');
  const place = `${period}/${cell.form}/${cell.entity}/${cell.field}`;
  return kind === 'row' && value !== null ? `${place}/${contentOf(JSON.parse(value) as Row)}` : place;
}

function contentOf(row: Row): string {
  return JSON.stringify(Object.entries(row).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
