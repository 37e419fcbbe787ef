/** Findings and completeness as lines of text. */
import type { Finding } from '../domain/finding.ts';
import { timeInWords } from '../domain/dates.ts';
import type { ImportResult } from '../workflow/import-submissions.ts';
import type { FormStatus, PeriodStatus, StatusLine } from '../workflow/read-status.ts';

/** One paragraph a finding: its kind, its sentence, and the id that a reason is given to. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, id, message, reason }) => {
    if (severity === 'hard') return `[mâu thuẫn] ${message} (${id})`;
    return reason === undefined
      ? `[cần giải trình] ${message} (${id})`
      : `[đã giải trình] ${message} Lý do: ${reason}`;
  });
}

/** What period.yaml changed, then how much landed. */
export function importLines(result: ImportResult): readonly string[] {
  const { accepted, empty, unchanged, confirmed, historyValues, replacedAfterIssue, changes } = result;
  return [
    ...(changes.length === 0 ? [] : ['Đã cập nhật kỳ báo cáo:', ...changes.map((change) => `  ${change}`)]),
    `Đã tiếp nhận ${accepted} phiếu; ${empty} phiếu trống chưa tiếp nhận; ${unchanged} phiếu không đổi; ${historyValues} số liệu lịch sử.`,
    ...(confirmed === 0
      ? []
      : [`Đơn vị đã xác nhận giữ nguyên ${confirmed} số liệu kỳ trước mà tệp để trống.`]),
    ...(replacedAfterIssue === 0
      ? []
      : [
          `Lưu ý: kỳ này đã phát hành; ${replacedAfterIssue} phiếu đã tiếp nhận vừa được thay mà báo cáo kỳ sau không nêu. Để đính chính có lý do và được nêu, dùng lệnh “tong-hop correct”.`,
        ]),
  ];
}

/** A line a form, then the bodies that are missing, late, returned or waived. */
export function statusLines({ period, due, complete, forms, corrections }: PeriodStatus): readonly string[] {
  const width = Math.max(...forms.map(({ form }) => form.length));
  return [
    `Kỳ ${period}, hạn nộp ${timeInWords(due)}`,
    ...forms.flatMap((form) => [
      summaryLine(form, width),
      ...noteworthy(form).map((line) => `      ${line}`),
    ]),
    complete ? 'Đã nhận đủ phiếu báo cáo.' : 'Chưa nhận đủ phiếu báo cáo.',
    ...(corrections.length > 0 ? ['Đính chính sau khi phát hành:'] : []),
    ...corrections.map(({ at, words }) => `  ${timeInWords(at)}: ${words}`),
  ];
}

function summaryLine({ form, title, owed, accepted }: FormStatus, width: number): string {
  const mark = accepted === owed ? '✓' : '·';
  return `  ${mark} ${form.padEnd(width)}  ${String(accepted).padStart(3)}/${String(owed).padEnd(3)} ${title}`;
}

function noteworthy({ lines }: FormStatus): readonly string[] {
  const notable = lines.filter(
    ({ state, timeliness, empty }) => state !== 'accepted' || timeliness === 'late' || empty,
  );
  const groups = new Map<string, StatusLine[]>();
  for (const line of notable) groups.set(line.words, [...(groups.get(line.words) ?? []), line]);
  return [...groups].map(([words, group]) => `${words}: ${group.map(nameWithReason).join(', ')}`);
}

function nameWithReason({ name, reason }: StatusLine): string {
  return reason === undefined ? name : `${name} (${reason})`;
}
