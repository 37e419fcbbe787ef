/** A correction on one line: who, where, from what to what, and why. */
import type { Definition } from '../definition.ts';
import { entityById } from '../entity.ts';
import { cellInWords } from './cell-in-words.ts';
import { isOfRow, type Correction } from './correction.ts';
import { rowChangeInWords, tableOf } from './row-in-words.ts';

const SPANS = { period: '', ytd: ', từ đầu năm', cumulative: ', lũy kế' } as const;

/** "tỉnh An Giang (biểu F-TINH), ô “Tổng số hồ sơ”"; a value of history by its label, scope and span. */
export function placeOfCorrection(definition: Definition, { place, indicator = '' }: Correction): string {
  const { entities, indicators, rosters, report, forms } = definition;
  if (place.kind === 'cell') {
    const fields = forms.find(({ id }) => id === place.form)?.sections.flatMap((section) => section.fields);
    const label = fields?.find(({ id }) => id === place.field)?.label ?? place.field;
    const name = entityById(entities, place.entity)?.name ?? place.entity;
    return `${name} (biểu ${place.form}), ô “${label}”`;
  }
  if (place.kind === 'row') {
    const title = tableOf(definition, place.form, place.table)?.title ?? place.table;
    const name = entityById(entities, place.entity)?.name ?? place.entity;
    return `${name} (biểu ${place.form}), bảng “${title}”`;
  }
  const scope =
    entityById(entities, place.scope)?.name ??
    rosters.find(({ id }) => id === place.scope)?.label ??
    report.blocks[place.scope]?.label;
  const label = indicators[indicator]?.label ?? indicator;
  return `số liệu lịch sử “${label}”${scope === undefined ? '' : ` của ${scope}`}${SPANS[place.span]}`;
}

/** "… “Tổng số hồ sơ”: 100 → 160. Lý do: …" */
export function correctionInWords(definition: Definition, correction: Correction): string {
  const place = placeOfCorrection(definition, correction);
  if (isOfRow(correction))
    return `${place}: ${rowChangeInWords(definition, correction)}. Lý do: ${correction.reason}`;
  const indicator = definition.indicators[correction.indicator ?? ''];
  const [old, now] = [correction.from, correction.to].map((cell) => cellInWords(cell, indicator));
  return `${place}: ${old} → ${now}. Lý do: ${correction.reason}`;
}
