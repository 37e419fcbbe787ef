/** What re-pinning a period changes, in words: an act of its own shows its difference before it counts. */
import type { Pin } from '../db/periods.ts';

const SETTINGS: Readonly<Record<string, string>> = {
  windows: 'cửa sổ số liệu',
  due: 'hạn nộp',
  close: 'thời điểm khóa sổ',
  publish: 'thời điểm phát hành',
  illustrative: 'số liệu minh họa',
  document: 'số, ngày và người ký văn bản',
};

/** All that is left when each part is as it was: the hash leaves the order of keys out, but not that of lists. */
const REORDERED = 'Định nghĩa báo cáo: đổi thứ tự biểu mẫu, phụ lục, bảng hoặc đơn vị';

/** Longer text is named, not shown. */
const LONGEST = 60;

/** A line for each part that is new, gone or different; none when both give the same report. */
export function differences(before: Pin, after: Pin): readonly string[] {
  const redefined = before.hash === after.hash ? [] : definitionDifferences(before, after);
  // A pin that no line tells of would not be kept.
  const other = before.hash !== after.hash && redefined.length === 0 ? [REORDERED] : [];
  return [
    ...redefined,
    ...other,
    ...named('Đơn vị của danh sách', before.members, after.members),
    ...named('Kỳ báo cáo,', inWords(before.settings), inWords(after.settings)),
  ];
}

function definitionDifferences({ definition: before }: Pin, { definition: after }: Pin): readonly string[] {
  return [
    ...named('Chỉ tiêu', before.indicators, after.indicators),
    ...named('Biểu mẫu', byId(before.forms), byId(after.forms)),
    ...named('Quy tắc kiểm tra', byId(before.checks), byId(after.checks)),
    ...named('Phụ lục', byId(before.annexes), byId(after.annexes)),
    ...named('Bảng', byId(before.tables), byId(after.tables)),
    ...named('Biểu đồ', byId(before.charts), byId(after.charts)),
    ...named('Lời văn', before.texts, after.texts),
    ...named('Thông tin chung (report.yaml),', before.report, after.report),
    ...named('Đơn vị', byId(before.entities), byId(after.entities)),
    ...named('Danh sách đơn vị', byId(before.rosters), byId(after.rosters)),
    ...named('Lịch làm việc,', before.calendar, after.calendar),
    ...(same(before.splits, after.splits) ? [] : ['Tỷ lệ chia số liệu (splits.yaml): thay đổi']),
  ];
}

function named(kind: string, before: object, after: object): readonly string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    if (!old.has(name)) return [`${kind} “${name}”: thêm mới`];
    if (!now.has(name)) return [`${kind} “${name}”: bỏ`];
    const [left, right]: readonly unknown[] = [old.get(name), now.get(name)];
    return same(left, right) ? [] : [`${kind} “${name}”: ${change(left, right)}`];
  });
}

function change(before: unknown, after: unknown): string {
  if (isNames(before) && isNames(after)) return membersChange(before, after);
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return `thay đổi ở ${keys.filter((key) => !same(before[key], after[key])).join(', ')}`;
  }
  const [old, now] = [plain(before), plain(after)];
  return old.length > LONGEST || now.length > LONGEST ? 'thay đổi' : `${old} → ${now}`;
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

function membersChange(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !after.includes(name));
  return (
    [
      ...(added.length > 0 ? [`thêm ${added.join(', ')}`] : []),
      ...(gone.length > 0 ? [`bỏ ${gone.join(', ')}`] : []),
    ].join('; ') || 'đổi thứ tự'
  );
}

function inWords(settings: Pin['settings']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [SETTINGS[key] ?? key, value]));
}

function byId(list: readonly { readonly id: string }[]): Record<string, unknown> {
  return Object.fromEntries(list.map((item) => [item.id, item]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
