/**
 * Keys under which names compare equal however they were typed: Unicode form, letter case, spaces, dashes, where the
 * tone mark sits ("Hòa", "Hoà"), "tỉnh" and "TP." before a name, "&" for "và", and the spellings of Đắk and Lắk.
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const PREFIX = /^((ủy|uỷ) ban nhân dân |ubnd )?(tỉnh |thành phố |t\.?p[. ]\s*|tp)/;
const PLAIN_PREFIX = /^(uy ban nhan dan |ubnd )?(tinh |thanh pho |t\.?p[. ]\s*|tp)/;

/** The key of a name as written with its marks: letters without spaces, then the tones in their order. */
export function nameKey(text: string): string {
  const name = tidy(text).replace(PREFIX, '');
  const tones: string[] = [];
  const letters = name.split(/[^\p{L}\p{M}\p{N}]+/u).map((word) => {
    const bare = word.normalize('NFD').replace(TONES, '').normalize('NFC');
    const highland = highlandSpelling(bare);
    if (highland === null) tones.push(...(word.normalize('NFD').match(TONES) ?? []));
    return highland ?? bare;
  });
  return tones.length === 0 ? letters.join('') : `${letters.join('')} ${tones.join('')}`;
}

/** The key of a name without any marks: "Đắk Lắk" and "dak-lak" are "daklak". */
export function plainKey(text: string): string {
  return withoutMarks(tidy(text))
    .replace(PLAIN_PREFIX, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/dac(?=$|l|n)/g, 'dak')
    .replace(/lac$/, 'lak');
}

/** True when the text was typed without Vietnamese marks, as in "Ha Noi". */
export function isPlain(text: string): boolean {
  return withoutMarks(tidy(text)) === tidy(text);
}

function tidy(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replaceAll('&', ' và ').replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** Đắk, Đắc, Đăk, Dak … and Lắk, Lắc, Lak … under one spelling; null for other words. */
function highlandSpelling(word: string): string | null {
  if (/^[đd][aăâ][kc]$/.test(word)) return 'đăk';
  if (/^l[aăâ][kc]$/.test(word)) return 'lăk';
  return /^[đd][aăâ][kc]l[aăâ][kc]$/.test(word) ? 'đăklăk' : null;
}
