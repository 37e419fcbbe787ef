/** What a printed number is called, from the nearest entry of the ledger below it that has a name. */
import type { Definition } from '../definition.ts';
import { entityById } from '../entity.ts';
import type { Ledger } from '../ledger.ts';

export interface Labelled {
  readonly ledger: Ledger;
  readonly definition: Definition;
}

const SPANS: Readonly<Record<string, string>> = { ytd: ', từ đầu năm', cumulative: ', lũy kế' };
/** The id of a measure: "ho-so[xong]@2024-09:ytd/tinh". */
const MEASURE = /^[^@[]+(?:\[([^\]]+)\])?@[^:]+:(period|ytd|cumulative)\/([^|−→]+)/;

/** "Số hồ sơ, lũy kế, miền Nam"; "" when nothing below has a name. */
export function labelOf({ ledger, definition }: Labelled, id: string): string {
  const open = [id];
  const seen = new Set<string>();
  let isChange = false;
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const entry = ledger.entries[next];
    if (!entry || seen.has(next)) continue;
    seen.add(next);
    isChange ||= entry.kind === 'change';
    if (entry.label !== undefined) {
      const label = `${entry.label}${ofMeasure(definition, next)}`;
      return isChange ? `Thay đổi của “${label}”` : label;
    }
    open.push(...entry.inputs);
  }
  return '';
}

function ofMeasure({ entities, rosters, report }: Definition, id: string): string {
  const [, , span = '', scope = ''] = MEASURE.exec(id) ?? [];
  const name =
    entityById(entities, scope)?.name ??
    rosters.find((roster) => roster.id === scope)?.label ??
    report.blocks[scope]?.label;
  return `${SPANS[span] ?? ''}${name === undefined ? '' : `, ${name}`}`;
}
