/** Sentences and small tests that several rules share. */
import type { Frequency, Nature, Validity } from '../../domain/definition.ts';
import { suggestion } from '../nearest.ts';

/** "không có chỉ tiêu “x”; có lẽ cần viết “y”.", or "bảng van-ban không có cột “x”; …". */
export function unknown(what: string, id: string, candidates: Iterable<string>, where = ''): string {
  const near = suggestion(id, candidates) || '; vui lòng khai báo hoặc sửa lại';
  return `${where === '' ? '' : `${where} `}không có ${what} “${id}”${near}.`;
}

export const NATURE_NAMES: Readonly<Record<Nature, string>> = {
  flow: 'số phát sinh (flow)',
  stock: 'số thời điểm (stock)',
  flag: 'có/chưa (flag)',
  status: 'trạng thái (status)',
  ratio: 'tỷ lệ (ratio)',
  text: 'chữ (text)',
};

export const FREQUENCY_NAMES: Readonly<Record<Frequency, string>> = {
  month: 'tháng',
  quarter: 'quý',
  half: 'sáu tháng',
  'nine-months': 'chín tháng',
  year: 'năm',
};

export const FREQUENCIES = ['month', 'quarter', 'half', 'nine-months', 'year'] as const;

/** "từ 2024-07 đến 2024-12", "từ 2024-07", "đến 2024-12", "mọi kỳ". */
export function lifeName({ from, to }: Validity): string {
  const words = [...(from === undefined ? [] : [`từ ${from}`]), ...(to === undefined ? [] : [`đến ${to}`])];
  return words.length === 0 ? 'mọi kỳ' : words.join(' ');
}

/** Items that stand in a list more than once, with the index of each repetition. */
export function* repeated<T>(items: readonly T[], keyOf: (item: T) => string): Generator<[string, number]> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) yield [key, index];
    seen.add(key);
  }
}

/** True for text with a digit of any script. */
export function hasDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}
