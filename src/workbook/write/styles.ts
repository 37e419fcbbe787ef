/** The looks of cells, by name, and the part of the workbook that describes them. */

type Font = 'normal' | 'bold' | 'title' | 'quiet';
type Fill = 'none' | 'heading' | 'section' | 'answer' | 'blocked';

interface Style {
  readonly font: Font;
  readonly fill: Fill;
  readonly border: boolean;
  /** Number format; see FORMATS. */
  readonly format: Format;
  readonly horizontal?: 'center' | 'right' | 'left';
  readonly wrap: boolean;
  readonly locked: boolean;
}

/**
 * Codes do not depend on a language: a program shows "#,##0" as 1.234.567 to Vietnamese users. Built-in formats have
 * their number, others are described.
 */
const FORMATS = {
  general: { id: 0 },
  whole: { id: 3 },
  words: { id: 49 },
  fraction: { id: 164, code: '#,##0.0#####' },
  day: { id: 165, code: 'dd"/"mm"/"yyyy' },
} as const;
type Format = keyof typeof FORMATS;

const BASE: Style = {
  font: 'normal',
  fill: 'none',
  border: true,
  format: 'general',
  wrap: true,
  locked: true,
};
const ANSWER: Style = { ...BASE, fill: 'answer', format: 'words', locked: false };

const STYLES = {
  plain: { ...BASE, border: false, wrap: false },
  title: { ...BASE, font: 'title', border: false },
  about: { ...BASE, font: 'bold', border: false },
  hint: { ...BASE, font: 'quiet', border: false },
  heading: { ...BASE, font: 'bold', fill: 'heading', horizontal: 'center' },
  section: { ...BASE, font: 'bold', fill: 'section' },
  label: BASE,
  order: { ...BASE, horizontal: 'center' },
  guidance: { ...BASE, font: 'quiet' },
  blocked: { ...BASE, fill: 'blocked' },
  earlier: { ...BASE, horizontal: 'right' },
  earlierWhole: { ...BASE, format: 'whole', horizontal: 'right' },
  earlierFraction: { ...BASE, format: 'fraction', horizontal: 'right' },
  answer: ANSWER,
  answerWhole: { ...ANSWER, format: 'whole', horizontal: 'right' },
  answerFraction: { ...ANSWER, format: 'fraction', horizontal: 'right' },
  answerNumber: { ...ANSWER, format: 'general', horizontal: 'right' },
  answerDay: { ...ANSWER, format: 'day', horizontal: 'center' },
  free: { ...BASE, border: false, format: 'words', locked: false },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

const NAMES = Object.keys(STYLES) as readonly StyleName[];
const FONTS: readonly (readonly [Font, string])[] = [
  ['normal', ''],
  ['bold', '<b/>'],
  ['title', '<b/>'],
  ['quiet', '<i/>'],
];
const FILLS: readonly (readonly [Fill, string])[] = [
  ['heading', 'FFD9E2F3'],
  ['section', 'FFEDEDED'],
  ['answer', 'FFFFF9E0'],
  ['blocked', 'FFF2F2F2'],
];

/**
 * Number of a style among the cell styles. A quoted cell stays text when someone edits it, whatever it begins with.
 */
export function styleIndex(name: StyleName, quoted = false): number {
  return NAMES.indexOf(name) * 2 + (quoted ? 1 : 0);
}

export function stylesXml(): string {
  const formats = Object.values(FORMATS).flatMap((format) =>
    'code' in format
      ? [`<numFmt numFmtId="${format.id}" formatCode="${format.code.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const fonts = FONTS.map(([name, marks]) => {
    const colour = name === 'quiet' ? '<color rgb="FF595959"/>' : '<color rgb="FF000000"/>';
    return `<font>${marks}<sz val="${name === 'title' ? 14 : 11}"/>${colour}<name val="Times New Roman"/><family val="1"/></font>`;
  });
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...FILLS.map(
      ([, colour]) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
    ),
  ];
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
  ];
  const styles = NAMES.flatMap((name) => [styleXml(STYLES[name], false), styleXml(STYLES[name], true)]);
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    counted('numFmts', formats),
    counted('fonts', fonts),
    counted('fills', fills),
    counted('borders', borders),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    counted('cellXfs', styles),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}

function line(side: string): string {
  return `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;
}

function styleXml(style: Style, quoted: boolean): string {
  const font = FONTS.findIndex(([name]) => name === style.font);
  const fill = FILLS.findIndex(([name]) => name === style.fill);
  const aligned = style.horizontal === undefined ? '' : ` horizontal="${style.horizontal}"`;
  return [
    `<xf numFmtId="${FORMATS[style.format].id}" fontId="${font}" fillId="${fill < 0 ? 0 : fill + 2}" borderId="${style.border ? 1 : 0}" xfId="0"`,
    quoted ? ' quotePrefix="1"' : '',
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">',
    `<alignment${aligned} vertical="center"${style.wrap ? ' wrapText="1"' : ''}/>`,
    `<protection locked="${style.locked ? 1 : 0}"/></xf>`,
  ].join('');
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
