/** Rules on the files that all reports share: bodies, rosters, calendar. */
import { entityById, existsOn, type Entity } from '../../domain/entity.ts';
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { repeated, unknown } from './wording.ts';

/** Bodies: ids once, a life that does not end before it begins, successors that come after. */
export function* entities({ definition, atEntity }: CheckContext): Generator<Problem> {
  const all = definition.entities;
  for (const [id, index] of repeated(all, (entity) => entity.id))
    yield atEntity(index, `mã đơn vị “${id}” bị ghi hai lần; vui lòng đặt mã khác.`);
  for (const [index, { id, validFrom, validTo, successors }] of all.entries()) {
    if (validFrom !== undefined && validTo !== undefined && validFrom > validTo)
      yield atEntity(index, `đơn vị “${id}” có validFrom sau validTo; vui lòng sửa lại.`);
    for (const successor of successors) {
      const found = entityById(all, successor);
      if (!found)
        yield atEntity(
          index,
          unknown(
            'đơn vị kế thừa',
            successor,
            all.map((entity) => entity.id),
          ),
        );
      else if (validTo === undefined || (found.validTo !== undefined && found.validTo <= validTo))
        yield atEntity(
          index,
          `“${successor}” không thể kế thừa “${id}” vì không tồn tại sau khi “${id}” kết thúc.`,
        );
    }
  }
}

/** On any one day a name or code means one body. */
export function* entityNames({ definition, atEntity }: CheckContext): Generator<Problem> {
  const named = new Map<string, Entity[]>();
  for (const [index, entity] of definition.entities.entries())
    for (const name of new Set([entity.name, entity.shortName, ...entity.codes, ...entity.aliases])) {
      const others = named.get(name) ?? [];
      const clash = others.find((other) => alive(other, entity));
      if (clash)
        yield atEntity(
          index,
          `“${name}” là tên hoặc mã của cả “${clash.id}” và “${entity.id}” trong cùng thời gian; vui lòng bỏ một.`,
        );
      named.set(name, [...others, entity]);
    }
}

/** Rosters: ids once, of bodies and rosters that exist. */
export function* rosters({ definition, find, at }: CheckContext): Generator<Problem> {
  const ids = definition.rosters.map(({ id }) => id);
  const bodies = definition.entities.map(({ id }) => id);
  const known = new Set(bodies);
  for (const [id, index] of repeated(definition.rosters, (roster) => roster.id))
    yield at('rosters', [index, 'id'], `danh sách “${id}” bị ghi hai lần; vui lòng đặt mã khác.`);
  for (const [index, roster] of definition.rosters.entries()) {
    if (known.has(roster.id))
      yield at('rosters', [index, 'id'], `mã “${roster.id}” đã là mã của một đơn vị; vui lòng đặt mã khác.`);
    for (const [place, body] of (roster.bodies ?? []).entries())
      if (!known.has(body)) yield at('rosters', [index, 'bodies', place], unknown('đơn vị', body, bodies));
    for (const [place, part] of (roster.union ?? []).entries())
      if (!ids.includes(part))
        yield at('rosters', [index, 'union', place], unknown('danh sách đơn vị', part, ids));
      else if (part === roster.id || unionOf(definition.rosters, part).includes(roster.id))
        yield at(
          'rosters',
          [index, 'union', place],
          `danh sách “${roster.id}” hợp từ chính nó; vui lòng sửa union.`,
        );
    if (find.bodiesOfScope(roster.id).size === 0)
      yield at(
        'rosters',
        [index],
        `danh sách “${roster.id}” không có đơn vị nào; vui lòng ghi kinds, bodies hoặc union.`,
      );
  }
}

/** Calendar: days of listed years, and working days taken from weekends. */
export function* calendar({ definition, at }: CheckContext): Generator<Problem> {
  const { years, holidays, swappedWorkdays } = definition.calendar;
  for (const [key, days] of Object.entries({ holidays, swappedWorkdays })) {
    for (const [index, day] of days.entries())
      if (!years.includes(day.slice(0, 4)))
        yield at(
          'calendar',
          [key, index],
          `ngày ${day} thuộc năm chưa có trong years; vui lòng bổ sung năm hoặc bỏ ngày.`,
        );
    for (const [day, index] of repeated(days, (item) => item))
      yield at('calendar', [key, index], `ngày ${day} bị ghi hai lần; vui lòng chỉ giữ một.`);
  }
  for (const [index, day] of swappedWorkdays.entries()) {
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      yield at(
        'calendar',
        ['swappedWorkdays', index],
        `ngày ${day} không phải thứ Bảy hay Chủ nhật nên không cần ghi là ngày làm bù.`,
      );
    if (holidays.includes(day))
      yield at(
        'calendar',
        ['swappedWorkdays', index],
        `ngày ${day} vừa là ngày nghỉ vừa là ngày làm bù; vui lòng bỏ một.`,
      );
  }
}

/** True when some day sees both bodies. */
function alive(a: Entity, b: Entity): boolean {
  const day =
    [a.validFrom, b.validFrom]
      .flatMap((from) => from ?? [])
      .sort()
      .at(-1) ?? '0000-01-01';
  return existsOn(a, day) && existsOn(b, day);
}

/** Rosters that a roster is made of, at any depth. */
function unionOf(
  all: readonly { readonly id: string; readonly union?: readonly string[] }[],
  id: string,
  seen: readonly string[] = [],
): readonly string[] {
  const parts = all.find((roster) => roster.id === id)?.union ?? [];
  return parts.flatMap((part) => (seen.includes(part) ? [] : [part, ...unionOf(all, part, [...seen, part])]));
}
