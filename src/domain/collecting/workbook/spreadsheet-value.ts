/** Numbers and days as spreadsheets keep them, turned into the text that a person would have typed. */
import { addDays, daysBetween, shortDate } from '../../dates.ts';
import { quoted } from '../../intake/file-problem.ts';
import { refuse, type Reading } from '../../intake/reading.ts';
import { typeableNumber } from '../../numbers/read-number.ts';
import { canonical, exact } from '../../exact.ts';
import type { SheetCell } from './content.ts';

/** What a cell is read for. */
export type Purpose = 'number' | 'whole-number' | 'day' | 'flag' | 'words';

/** A spreadsheet keeps no more digits than these; what was typed beyond them became zeros. */
const DIGITS = 15;
/** Longer exponents than any figure has. */
const LONGEST_EXPONENT = 30;
const SERIAL_ZERO = '1899-12-30';
/** 1 March 1900; before it, spreadsheets count a day that never was. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
/** 1 January 2000 and 31 December 2099: a bare number in a column of days is taken for a day only between these. */
const PLAUSIBLE_DAYS = [36_526, 73_050] as const;
const DATES_1904 = 1_462;

/**
 * What the cell says, as text to be read like any typed text. Numbers come out so that they cannot be misread: one
 * and a quarter as "1,25", never "1.250". What a spreadsheet has made of a text, such as a day of "5/10", is refused.
 */
export function typedText(cell: SheetCell, purpose: Purpose, date1904: boolean): Reading<string> {
  switch (cell.kind) {
    case 'text':
      return { ok: true, value: cell.text.trim() };
    case 'error':
      return refuse(cell.text, 'giá trị thật thay cho thông báo lỗi của bảng tính');
    case 'uncomputed':
      return {
        ok: false,
        found: 'công thức chưa có kết quả',
        expected: 'kết quả: mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc ghi thẳng kết quả',
      };
    case 'boolean':
      return { ok: true, value: cell.text === '1' ? 'có' : 'không' };
    case 'date':
      return isNumber(purpose) ? dayForNumber(cell.text) : isoDay(cell.text);
    case 'number':
      return ofNumber(cell, purpose, date1904);
  }
}

function ofNumber(cell: SheetCell, purpose: Purpose, date1904: boolean): Reading<string> {
  if (cell.format === 'date' && purpose !== 'flag') {
    const day = dayOf(cell.text, date1904);
    if (isNumber(purpose)) return dayForNumber(day === null ? cell.text : shortDate(day));
    return day === null ? refuse(cell.text, 'một ngày từ 01/3/1900') : { ok: true, value: shortDate(day) };
  }
  if (purpose === 'day') {
    const day = dayOf(cell.text, date1904);
    const [first, last] = PLAUSIBLE_DAYS;
    const isPlausible = day !== null && first <= Number(cell.text) && Number(cell.text) <= last;
    return isPlausible ? { ok: true, value: shortDate(day) } : { ok: true, value: cell.text };
  }
  const number = spreadsheetNumber(cell.text);
  if (number === null)
    return refuse(
      cell.text,
      `ghi số dưới dạng chữ (thêm dấu nháy đơn ' ở đầu), vì bảng tính chỉ giữ đúng ${DIGITS} chữ số`,
    );
  const text = typeableNumber(number);
  if (cell.format === 'percent' && isNumber(purpose))
    return refuse(
      text,
      'số không định dạng phần trăm (%): chọn định dạng số rồi ghi lại, ví dụ 43,8 thay cho 43,8%',
    );
  if (purpose === 'whole-number' && number.includes('.'))
    return {
      ok: false,
      found: quoted(text.replace(/(,\d{3})0$/, '$1')),
      expected:
        'số nguyên; nếu đã ghi dấu chấm để tách hàng nghìn thì bảng tính hiểu là số thập phân: đề nghị ghi liền các chữ số',
    };
  return { ok: true, value: text };
}

function isNumber(purpose: Purpose): boolean {
  return purpose === 'number' || purpose === 'whole-number';
}

/**
 * A number as a spreadsheet writes it into its file, as canonical decimal text: at most 15 digits count, so
 * "43.799999999999997" is 43.8. Null when it has more digits before the comma than a spreadsheet keeps, or is none.
 */
export function spreadsheetNumber(text: string): string | null {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^([-+]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([-+]?\d{1,3}))?$/.exec(text) ?? [];
  if (whole === '' || Math.abs(Number(exponent)) > LONGEST_EXPONENT) return null;
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  if (digits === '') return '0';
  // The number is 0.digits × 10 ^ point.
  const point = digits.length - decimals.length + Number(exponent);
  if (point > DIGITS || point < -LONGEST_EXPONENT) return null;
  const kept = BigInt(digits.slice(0, DIGITS).padEnd(DIGITS, '0'));
  const rounded = kept + (Number(digits[DIGITS] ?? 0) >= 5 ? 1n : 0n);
  const places = DIGITS - point;
  const padded = rounded.toString().padStart(places + 1, '0');
  const decimal =
    places === 0
      ? padded
      : `${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`;
  return canonical(exact(`${sign === '-' ? '-' : ''}${decimal}`));
}

/** The day of a serial number, whatever the time of day. */
function dayOf(text: string, date1904: boolean): string | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  const serial = Math.floor(number) + (date1904 ? DATES_1904 : 0);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return addDays(SERIAL_ZERO, serial);
}

/** The serial number of a day; null for days that spreadsheets count wrongly or not at all. */
export function serialOf(day: string): number | null {
  const days = daysBetween(SERIAL_ZERO, day) - 1;
  return days >= FIRST_SERIAL && days <= LAST_SERIAL ? days : null;
}

function isoDay(text: string): Reading<string> {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return day === undefined ? refuse(text, 'một ngày có thật') : { ok: true, value: shortDate(day) };
}

function dayForNumber(day: string): Reading<string> {
  return refuse(day, 'một số; bảng tính đã hiểu điều được ghi là ngày: chọn định dạng số cho ô rồi ghi lại');
}
