/** Why a text is no bare number, said for each mistake that people make, so that they know what to type instead. */

/** No figure of a government is longer; longer text is a pasted block. */
const MAX_DIGITS = 30;
const MAX_LENGTH = 60;
const TOO_LONG = `một số không quá ${MAX_DIGITS} chữ số`;

/** First match wins: the particular mistakes stand before the general ones. */
const REFUSALS: readonly (readonly [pattern: RegExp, expected: string])[] = [
  [/^$/, 'một số'],
  [/^#/, 'giá trị thật thay cho thông báo lỗi của bảng tính'],
  [/^=/, 'kết quả thay cho công thức của bảng tính'],
  [/[%‰％]/, 'con số không kèm dấu %'],
  [/^[-+]?[\d.,]+\s*[eE][-+]?\d+$/, 'số ghi đủ các chữ số, không dùng dạng rút gọn như 1E+06'],
  [/∞|^[-+]?(infinity|inf|nan)$/i, 'một số xác định'],
  [
    /\d.*(nghìn|ngàn|triệu|tỷ|tỉ)/i,
    'số ghi đủ theo đơn vị gốc, không kèm chữ (ví dụ 1,5 triệu ghi là 1500000)',
  ],
  [/(?![0-9])\p{N}/u, 'các chữ số 0–9 thông thường'],
  [/\p{L}/u, 'con số không kèm chữ hoặc đơn vị'],
  [/^\(.*\)$/, 'số âm ghi bằng dấu trừ ở đầu, ví dụ -5'],
  [/^\+/, 'con số không kèm dấu +'],
  [/^[–—]\s*\d/, 'số âm ghi bằng dấu trừ thường (-) ở đầu, ví dụ -5'],
  [/^[-\u2212]\s+\d/, 'dấu trừ viết liền với số, ví dụ -5'],
  [/^[-–—\u2212.,]+$/, 'một số'],
  [/ {2}/, 'các nhóm chữ số cách nhau một dấu cách'],
  [/^(?![-\u2212]?[\d., ]+$)/, 'một con số duy nhất, không kèm dấu khác'],
];

/** What was expected instead of the text ("cần …"), or null when a sign, digits and marks are all it holds. */
export function refusalOf(text: string): string | null {
  if (text.length > MAX_LENGTH || text.replace(/\D/g, '').length > MAX_DIGITS) return TOO_LONG;
  const hidden = /[\p{Cc}\p{Cf}]/u.exec(text)?.[0];
  if (hidden !== undefined) return `xóa ký tự ẩn ${codePoint(hidden)} rồi ghi lại số`;
  for (const [pattern, expected] of REFUSALS) if (pattern.test(text)) return expected;
  return null;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
