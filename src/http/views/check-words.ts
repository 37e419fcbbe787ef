/** What kind of thing a finding is about, in a few words: findings are grouped by it. */
import type { Check } from '../../domain/definition.ts';

/** Checks that always run, by their names. */
const ALWAYS: Readonly<Record<string, string>> = {
  missing: 'Thiếu phiếu, phiếu trống',
  part: 'Kỳ ngắn hơn chưa mở',
  blank: 'Ô để trống',
  pending: 'Ô chưa có số liệu',
  control: 'Khác số đối chiếu do đơn vị ghi',
  share: 'Tỷ lệ quá 100%',
  rising: 'Số lũy kế giảm',
  outlier: 'Khác thường so với các kỳ trước',
  unchanged: 'Không đổi qua nhiều kỳ',
  peers: 'Khác thường so với các đơn vị cùng biểu',
  quoted: 'Số liệu ghi trong phần lời văn',
  carried: 'Số giữ nguyên từ kỳ trước đã được đính chính',
  correction: 'Báo cáo đã phát hành không còn đúng sau đính chính',
  'asked-twice': 'Số của kỳ khác số của các kỳ ngắn hơn',
  windows: 'Khoảng thời gian không khớp kỳ ngắn hơn',
  owners: 'Hai đơn vị cùng báo cáo một chỉ tiêu',
  verb: 'Câu chữ trái với số liệu',
  unprinted: 'Số liệu không in được',
};

/** Checks that the report declares, by their kinds. */
const DECLARED: Readonly<Record<Check['kind'], string>> = {
  parts: 'Tổng khác các phần cộng lại',
  'at-most': 'Phần lớn hơn tổng',
  ladder: 'Các mức cộng lại không bằng số đơn vị',
  nested: 'Số trong kỳ, từ đầu năm và lũy kế trái nhau',
  band: 'Tỷ số ngoài khoảng thường gặp',
  'list-length': 'Số đếm khác danh sách',
  'steady-base': 'Số gốc đầu năm thay đổi',
  same: 'Các số lẽ ra bằng nhau',
  'two-sources': 'Hai nguồn khác nhau',
};

/** @param kinds kinds of the declared checks by their ids */
export function checkInWords(check: string, kinds: ReadonlyMap<string, Check['kind']>): string {
  const kind = kinds.get(check);
  return kind === undefined ? (ALWAYS[check] ?? 'Phát hiện khác') : DECLARED[kind];
}
