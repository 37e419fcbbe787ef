/**
 * Widths of Tinos (= Times New Roman) in thousandths of an em. Charts and the lines under titles are laid out without
 * a browser, and ECharts' own guess takes every Vietnamese letter for a Chinese one.
 */

type Widths = readonly (readonly [width: number, letters: string])[];

const REGULAR: Widths = [
  [250, ' .,\u00a0'],
  [278, "ijlt/:;\\'"],
  [333, 'Ifr()[]-!`’'],
  [389, 'Js'],
  [444, 'acez?“”'],
  [500, '0123456789bdghknopquvxyđ$–_*#'],
  [529, 'ơ'],
  [542, 'ư'],
  [556, 'FPS'],
  [564, '+<=>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOƠQUVXYwĐ'],
  [776, 'Ư'],
  [778, 'm&'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
  [1000, '…—'],
];

const BOLD: Widths = [
  [250, ' .,\u00a0'],
  [278, "il/\\'"],
  [333, 'fjt()[]-!:;`’'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, '0123456789agovxyJ$–_*#?“”'],
  [554, 'ơ'],
  [556, 'bdđhknpquS'],
  [570, '+<=>'],
  [600, 'ư'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDĐNRUVXYw'],
  [778, 'GHKOƠQ'],
  [796, 'Ư'],
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
  for (const letter of text) {
    let own = widths.get(letter);
    if (own === undefined) {
      own = plainWidth(letter, widths);
      widths.set(letter, own);
    }
    width += own;
  }
  return (width * fontSize) / 1000;
}

/** Of a letter with marks, which is taken apart only once; the horn of ơ and ư alone makes a letter wider. */
function plainWidth(letter: string, widths: ReadonlyMap<string, number>): number {
  const plain = letter
    .normalize('NFD')
    .replaceAll(/[^\P{M}\u031B]/gu, '')
    .normalize('NFC');
  return /^\p{M}*$/u.test(plain) ? 0 : (widths.get(plain) ?? UNKNOWN);
}

function tabulate(widths: Widths): Map<string, number> {
  return new Map(widths.flatMap(([width, letters]) => letters.split('').map((letter) => [letter, width])));
}
