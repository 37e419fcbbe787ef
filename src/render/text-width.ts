/**
 * Widths of Tinos (= Times New Roman) regular in thousandths of an em. The charts are laid out without a browser, and
 * ECharts' own guess takes every Vietnamese letter for a Chinese one.
 */

const GROUPS: readonly (readonly [width: number, letters: string])[] = [
  [250, ' .,\u00a0'],
  [278, "ijlt/:;\\'"],
  [333, 'Ifr()[]-!`'],
  [389, 'Js'],
  [444, 'acez?'],
  [500, '0123456789bdghknopquvxyđ$–_*#'],
  [556, 'FPS'],
  [564, '+<=>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐ'],
  [778, 'm&'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
  [1000, '…—'],
];

const WIDTHS = new Map(GROUPS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));
const UNKNOWN = 600;

/** Width of one line of text in the unit of `fontSize`. Marks above and below a letter take no room. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    width += WIDTHS.get(letter) ?? UNKNOWN;
  return (width * fontSize) / 1000;
}
