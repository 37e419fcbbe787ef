/**
 * Widths of Tinos (= Times New Roman) in thousandths of an em. Charts and the lines under titles are laid out without
 * a browser, and ECharts' own guess takes every Vietnamese letter for a Chinese one.
 */

type Widths = readonly (readonly [width: number, letters: string])[];

const REGULAR: Widths = [
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

const BOLD: Widths = [
  [250, ' .,\u00a0'],
  [278, "il/\\'"],
  [333, 'fjt()[]-!:;`'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, '0123456789agovxyJ$–_*#?'],
  [556, 'bdđhknpquS'],
  [570, '+<=>'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDĐNRUVXYw'],
  [778, 'GHKOQ'],
  [833, 'm&'],
  [944, 'M'],
  [1000, 'W%…—'],
];

/** A letter that is not in the tables: wide enough for any. */
const UNKNOWN = 700;
const byWeight = { regular: tabulate(REGULAR), bold: tabulate(BOLD) };

/** Width of one line of text in the unit of `fontSize`. Marks above and below a letter take no room. */
export function textWidth(text: string, fontSize: number, weight: keyof typeof byWeight = 'regular'): number {
  const widths = byWeight[weight];
  let width = 0;
  for (const letter of text.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    width += widths.get(letter) ?? UNKNOWN;
  return (width * fontSize) / 1000;
}

function tabulate(widths: Widths): ReadonlyMap<string, number> {
  return new Map(widths.flatMap(([width, letters]) => letters.split('').map((letter) => [letter, width])));
}
