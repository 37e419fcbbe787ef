/** Days as people type them, turned into "YYYY-MM-DD". */
import { isIsoDate, type IsoDate } from '../dates.ts';

/** Said after "cần …" when a text is no day. */
export const DATE_EXPECTED = 'một ngày có thật, ghi như 23/10/2024 hoặc 2024-10-23';

/** Reads "2024-10-23" or day/month/year "23/10/2024", "5/1/2024"; null for anything else, such as 31/4/2024. */
export function readDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed) ?? [];
  const iso = year === '' ? trimmed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) && iso >= '1900-01-01' ? iso : null;
}
