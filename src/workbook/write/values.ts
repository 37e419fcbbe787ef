/** Answers as cells of a spreadsheet: numbers as numbers where they fit, days as days, everything else as text. */
import { serialOf } from '../../domain/collecting/workbook/spreadsheet-value.ts';
import { readDate } from '../../domain/intake/read-date.ts';
import { readNumber } from '../../domain/numbers/read-number.ts';
import { number, text, type CellValue } from './sheet.ts';

/** A spreadsheet keeps no more digits; a longer number is written as text. */
const DIGITS = 15;

/** A canonical number. */
export function numberValue(canonical: string): CellValue {
  const digits = canonical.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length > DIGITS ? text(canonical.replace('.', ',')) : number(canonical);
}

/** A number as it was typed; what cannot be read stays as it is. */
export function typedNumber(typed: string): CellValue {
  const reading = readNumber(typed);
  return reading.ok ? numberValue(reading.value) : text(typed);
}

/** A day as it was typed, e.g. "23/10/2024". */
export function typedDay(typed: string): CellValue {
  const day = readDate(typed);
  const serial = day === null ? null : serialOf(day);
  return serial === null ? text(typed) : number(String(serial));
}
