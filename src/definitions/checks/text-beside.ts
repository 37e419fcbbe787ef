/** Checks of a call that holds one value beside another: a part beside its whole, two values that are compared. */
import type { Indicator } from '../../domain/definition.ts';
import { isSubset, type Lookups } from './lookups.ts';
import { scopeFault } from './measure-faults.ts';
import type { Call } from './text-calls.ts';

export function* besideFaults(find: Lookups, call: Call, indicator: Indicator): Generator<string> {
  if (call.name !== 'portion' && call.name !== 'compare') return;
  if (indicator.rank) yield `“${indicator.code}” là thứ hạng nên không dùng được hàm “${call.name}”.`;
  if (call.name === 'portion') yield* portionFaults(find, call, indicator);
  else yield* compareFaults(find, call, indicator);
}

/** A part lies within its whole. */
function* portionFaults(find: Lookups, call: Call, indicator: Indicator): Generator<string> {
  const [part, whole] = [given(call, 'of'), given(call, 'in')];
  // An unknown scope is named with the argument itself.
  if (part === undefined || whole === undefined || !find.scopes.has(part) || !find.scopes.has(whole)) return;
  if (!isSubset(find.bodiesOfScope(part), find.bodiesOfScope(whole)))
    yield `“${part}” không nằm trong “${whole}” nên không phải là một phần của tổng ấy; vui lòng sửa of hoặc in.`;
  const fault = scopeFault(find, indicator, whole);
  if (fault !== undefined) yield fault;
}

/** Two values that are compared are of one unit, are not the same one, and their bodies are asked. */
function* compareFaults(find: Lookups, call: Call, { code, unit }: Indicator): Generator<string> {
  if (call.options.get('goal') === true) {
    for (const name of ['with', 'withOf'])
      if (call.options.has(name))
        yield `hàm “compare” so sánh với mục tiêu nên không dùng đối số “${name}”; vui lòng bỏ goal hoặc ${name}.`;
    return;
  }
  if (call.options.has('year'))
    yield 'đối số “year” của hàm “compare” là năm của mục tiêu; vui lòng thêm goal=true hoặc bỏ year.';
  const other = find.indicator(given(call, 'with') ?? code);
  if (!other) return;
  const scope = given(call, 'withOf');
  if (other.unit !== unit)
    yield `“${code}” có đơn vị “${unit}” còn “${other.code}” có đơn vị “${other.unit}” nên không so sánh được với nhau; vui lòng chọn chỉ tiêu cùng đơn vị.`;
  if (other.code === code && scope === given(call, 'of'))
    yield `hàm “compare” đang so sánh “${code}” với chính nó; vui lòng ghi with (chỉ tiêu kia), withOf (khối kia) hoặc goal=true (mục tiêu của năm).`;
  if (scope === undefined || !find.scopes.has(scope)) return;
  const fault = scopeFault(find, other, scope);
  if (fault !== undefined) yield fault;
}

function given(call: Call, name: string): string | undefined {
  const value = call.options.get(name);
  return typeof value === 'string' ? value : undefined;
}
