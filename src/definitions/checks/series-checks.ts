/** Rules on indicators.yaml: where a series breaks, and which indicator goes on under another code. */
import type { Indicator } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { covers } from './lookups.ts';
import { lifeName, NATURE_NAMES, repeated, unknown } from './wording.ts';

/** A break falls within the life of the indicator, stands once, and names a class only of a status. */
export function* breaks({ definition, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const { code, nature, statuses } = indicator;
    for (const [, index] of repeated(indicator.breaks, ({ from, status }) => `${from}[${status ?? ''}]`))
      yield at(
        'indicators',
        [code, 'breaks', index],
        `thời điểm ${indicator.breaks[index]?.from ?? ''} bị ghi hai lần trong breaks; vui lòng chỉ giữ một.`,
      );
    for (const [index, { from, status }] of indicator.breaks.entries()) {
      if (!covers(indicator, { from, to: from }))
        yield at(
          'indicators',
          [code, 'breaks', index, 'from'],
          `thời điểm thay đổi ${from} nằm ngoài thời gian hiệu lực của chỉ tiêu (${lifeName(indicator)}).`,
        );
      const ids = statuses.map(({ id }) => id);
      if (status !== undefined && nature !== 'status')
        yield at(
          'indicators',
          [code, 'breaks', index, 'status'],
          `“${code}” là chỉ tiêu ${NATURE_NAMES[nature]}, không chia theo mức; vui lòng bỏ status.`,
        );
      else if (status !== undefined && !ids.includes(status))
        yield at('indicators', [code, 'breaks', index, 'status'], unknown('mức', status, ids));
    }
  }
}

/** An indicator continues one that ended before it began, that is like it, and that no other continues. */
export function* continuations(context: CheckContext): Generator<Problem> {
  const { definition, find, at } = context;
  const continuing = Object.values(definition.indicators).filter(({ continues }) => continues !== undefined);
  for (const indicator of continuing) {
    const { code, continues = '' } = indicator;
    const former = find.indicator(continues);
    const fault = former
      ? (circleFault(context, indicator) ?? timeFault(indicator, former) ?? likenessFault(indicator, former))
      : unknown('chỉ tiêu', continues, Object.keys(definition.indicators));
    if (fault !== undefined) yield at('indicators', [code, 'continues'], fault);
  }
  for (const [former, index] of repeated(continuing, ({ continues = '' }) => continues)) {
    const code = continuing[index]?.code ?? '';
    const first = continuing.find(({ continues }) => continues === former)?.code ?? '';
    yield at(
      'indicators',
      [code, 'continues'],
      `chỉ tiêu “${former}” đã được “${first}” nối tiếp; một chỉ tiêu chỉ được nối tiếp một lần.`,
    );
  }
}

function circleFault({ find }: CheckContext, { code }: Indicator): string | undefined {
  const way: string[] = [];
  for (
    let next = find.indicator(code)?.continues;
    next !== undefined;
    next = find.indicator(next)?.continues
  ) {
    if (next === code)
      return `chỉ tiêu nối tiếp vòng tròn: ${[code, ...way, next].join(' ← ')}; vui lòng bỏ một liên hệ.`;
    if (way.includes(next)) return undefined;
    way.push(next);
  }
  return undefined;
}

function timeFault(indicator: Indicator, former: Indicator): string | undefined {
  const { code, from } = indicator;
  if (from === undefined || former.to === undefined)
    return `“${code}” phải có from (tháng đầu của mã mới) và “${former.code}” phải có to (tháng cuối của mã cũ).`;
  if (former.to < from) return undefined;
  return `“${former.code}” có hiệu lực ${lifeName(former)} còn “${code}” có hiệu lực ${lifeName(indicator)}; hai mã không được cùng hiệu lực trong một tháng.`;
}

/** What went on is the same thing, in the same unit; what is counted in another way has a break as well. */
function likenessFault(indicator: Indicator, former: Indicator): string | undefined {
  const { code, nature, unit } = indicator;
  if (nature === 'text') return `“${code}” là chỉ tiêu ${NATURE_NAMES.text}, không có số liệu để nối tiếp.`;
  if (former.nature !== nature)
    return `“${former.code}” là ${NATURE_NAMES[former.nature]} còn “${code}” là ${NATURE_NAMES[nature]}; không nối tiếp được.`;
  if (former.unit !== unit)
    return `“${former.code}” có đơn vị “${former.unit}” còn “${code}” có đơn vị “${unit}”; số liệu không nối tiếp được nếu chưa quy đổi.`;
  if (former.since !== undefined && indicator.since !== former.since)
    return `“${former.code}” lũy kế từ ${former.since} nên “${code}” phải ghi since: ${former.since}.`;
  const broken = (status: string): boolean =>
    indicator.breaks.some((one) => one.from === indicator.from && (one.status ?? status) === status);
  const fresh = indicator.statuses.find(
    ({ id }) => !former.statuses.some((known) => known.id === id) && !broken(id),
  );
  return fresh
    ? `mức “${fresh.id}” của “${code}” không có ở “${former.code}”; vui lòng giữ nguyên mã mức, hoặc ghi breaks từ ${indicator.from} cho mức này.`
    : undefined;
}
