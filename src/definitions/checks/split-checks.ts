/** Rules on splits.yaml: weights of bodies that were divided, for numbers that can be divided. */
import type { Split } from '../../domain/definition.ts';
import { canonical, exact, sum } from '../../domain/exact.ts';
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { repeated, unknown } from './wording.ts';

/** Each entry is of a divided body, and weighs each of its successors. */
export function* splitBodies({ definition, at }: CheckContext): Generator<Problem> {
  const bodies = definition.entities.map(({ id }) => id);
  for (const [index, { body, weights }] of (definition.splits ?? []).entries()) {
    const entity = definition.entities.find(({ id }) => id === body);
    if (!entity) {
      yield at('splits', [index, 'body'], unknown('đơn vị', body, bodies));
      continue;
    }
    const { successors } = entity;
    if (successors.length < 2) {
      yield at(
        'splits',
        [index, 'body'],
        `“${body}” không chia cho nhiều đơn vị kế thừa nên không có hệ số; vui lòng bỏ mục này.`,
      );
      continue;
    }
    for (const successor of Object.keys(weights))
      if (!successors.includes(successor))
        yield at('splits', [index, 'weights', successor], unknown('đơn vị kế thừa', successor, successors));
    const missing = successors.filter((successor) => weights[successor] === undefined);
    if (missing.length > 0)
      yield at(
        'splits',
        [index, 'weights'],
        `thiếu hệ số của đơn vị kế thừa ${missing.join(', ')}; đơn vị không nhận phần nào thì ghi '0'.`,
      );
  }
}

/** Parts are between nothing and the whole, and add up to it exactly. */
export function* splitWeights({ definition, at }: CheckContext): Generator<Problem> {
  for (const [index, { weights }] of (definition.splits ?? []).entries()) {
    const parts = Object.entries(weights);
    const outside = parts.filter(([, part]) => exact(part).compare(0) < 0 || exact(part).compare(1) > 0);
    for (const [successor, part] of outside)
      yield at('splits', [index, 'weights', successor], `hệ số phải từ 0 đến 1; đang là ${part}.`);
    const total = sum(parts.map(([, part]) => exact(part)));
    if (outside.length === 0 && !total.equals(1))
      yield at(
        'splits',
        [index, 'weights'],
        `các hệ số cộng lại phải đúng bằng 1; đang bằng ${canonical(total)}.`,
      );
  }
}

/** Weights are for numbers that are asked, and only one entry holds for each. */
export function* splitIndicators({ definition, find, at }: CheckContext): Generator<Problem> {
  const splits = definition.splits ?? [];
  const codes = Object.keys(definition.indicators);
  for (const [index, { indicators }] of splits.entries())
    for (const [place, code] of (indicators ?? []).entries()) {
      const indicator = find.indicator(code);
      const path = [index, 'indicators', place];
      if (!indicator) yield at('splits', path, unknown('chỉ tiêu', code, codes));
      else if ((indicator.nature !== 'flow' && indicator.nature !== 'stock') || indicator.rank)
        yield at(
          'splits',
          path,
          `“${code}” không phải là số cộng được (flow hoặc stock) nên không chia theo hệ số; vui lòng bỏ.`,
        );
      else if (find.inputs(indicator).length > 0)
        yield at(
          'splits',
          path,
          `“${code}” được tính từ chỉ tiêu khác; vui lòng ghi hệ số cho ${find.inputs(indicator).join(', ')}.`,
        );
    }
  const entries = splits.flatMap(({ body, indicators }, index) => keysOf({ body, indicators }, index));
  for (const [key, place] of repeated(entries, (entry) => entry.key))
    yield at(
      'splits',
      entries[place]?.path ?? [],
      `hệ số của “${key.replace('/', '” cho “')}” bị ghi hai lần; vui lòng bỏ một.`.replace(
        '“*”',
        'mọi chỉ tiêu',
      ),
    );
}

function keysOf(
  { body, indicators }: Pick<Split, 'body'> & { readonly indicators: Split['indicators'] | undefined },
  index: number,
): readonly { readonly key: string; readonly path: readonly (string | number)[] }[] {
  if (!indicators) return [{ key: `${body}/*`, path: [index] }];
  return indicators.map((code, place) => ({ key: `${body}/${code}`, path: [index, 'indicators', place] }));
}
