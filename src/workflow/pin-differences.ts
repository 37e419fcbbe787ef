/** What re-pinning a period changes, in words: an act of its own shows its difference before it counts. */
import type { Pin } from '../db/periods.ts';

export function differences(before: Pin, after: Pin): readonly string[] {
  return [
    ...named('Chỉ tiêu', before.definition.indicators, after.definition.indicators),
    ...named('Biểu mẫu', byId(before.definition.forms), byId(after.definition.forms)),
    ...named('Quy tắc kiểm tra', byId(before.definition.checks), byId(after.definition.checks)),
    ...named('Phụ lục', byId(before.definition.annexes), byId(after.definition.annexes)),
    ...named('Biểu đồ', byId(before.definition.charts), byId(after.definition.charts)),
    ...named('Lời văn', before.definition.texts, after.definition.texts),
    ...whole('Thông tin chung của báo cáo (report.yaml)', before.definition.report, after.definition.report),
    ...whole('Danh mục đơn vị', before.definition.entities, after.definition.entities),
    ...whole('Danh sách đơn vị báo cáo', before.members, after.members),
    ...named('Thông tin kỳ', before.settings, after.settings),
  ];
}

function named(kind: string, before: object, after: object): readonly string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    if (!old.has(name)) return [`${kind} “${name}”: thêm mới`];
    if (!now.has(name)) return [`${kind} “${name}”: bỏ`];
    return same(old.get(name), now.get(name)) ? [] : [`${kind} “${name}”: thay đổi`];
  });
}

function whole(kind: string, before: unknown, after: unknown): readonly string[] {
  return same(before, after) ? [] : [`${kind}: thay đổi`];
}

function byId(list: readonly { readonly id: string }[]): Record<string, unknown> {
  return Object.fromEntries(list.map((item) => [item.id, item]));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
