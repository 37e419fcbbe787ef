/** Numbers of headings and annexes: I., 1., a) (Decree 30/2020/NĐ-CP, Appendix I, II.6). */
import type { Runs } from './report-model.ts';

const ANNEX = 'Phụ lục';

/** Letters of points in the Vietnamese alphabet, as the decree itself uses them. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The number of the nth heading (from 1) of a level, with its mark. */
export function headingNumber(level: 1 | 2 | 3, place: number): Runs {
  const text =
    level === 1 ? `${roman(place)}.` : level === 2 ? `${place}.` : `${LETTERS[place - 1] ?? place})`;
  return [{ kind: 'numbering', text }];
}

/** "Phụ lục", or "Phụ lục II" for the second (place 1) of several (Decree 30/2020/NĐ-CP, Appendix I, III.1). */
export function annexName(place: number, count: number): string {
  return count > 1 && place >= 0 ? `${ANNEX} ${roman(place + 1)}` : ANNEX;
}

export function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, sign] of signs) {
    while (rest >= size) [rest, text] = [rest - size, text + sign];
  }
  return text;
}
