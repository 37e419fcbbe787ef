/** What is wrong with a file that was sent in, at a place that its author finds in the spreadsheet. */

export interface FileProblem {
  /** Name of the file, without folders. */
  readonly file: string;
  /** Row as a spreadsheet counts it: 1 is the header. */
  readonly row?: number;
  readonly column?: Column;
  /** What stands there, as a phrase: a quoted text, "ô trống", "tệp rỗng". Continues "tìm thấy …". */
  readonly found: string;
  /** What should stand there. Continues "cần …". */
  readonly expected: string;
}

export interface Column {
  /** "A", "B" … "AA". */
  readonly letter: string;
  /** Name in the header; absent when the header has none. */
  readonly name?: string;
}

/** More are counted, not listed: nobody reads them, and most have the same cause. */
const LISTED = 200;
const LONGEST_QUOTE = 60;

/** The column at a 0-based index, with its name from the header. */
export function columnAt(index: number, name?: string): Column {
  let letter = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letter = String.fromCodePoint(65 + ((rest - 1) % 26)) + letter;
  return name === undefined || name === '' ? { letter } : { letter, name };
}

/** A cell's text in quotes, shortened; "ô trống" for a blank. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return 'ô trống';
  const characters = Array.from(line.slice(0, 2 * LONGEST_QUOTE + 2));
  return characters.length > LONGEST_QUOTE
    ? `«${characters.slice(0, LONGEST_QUOTE).join('')}…»`
    : `«${line}»`;
}

/** "F-TINH.csv, dòng 12, cột D (tong-ho-so): tìm thấy «1.234», cần …". */
export function formatProblem({ file, row, column, found, expected }: FileProblem): string {
  const places = [file];
  if (row !== undefined) places.push(`dòng ${row}`);
  if (column) places.push(`cột ${column.letter}${column.name === undefined ? '' : ` (${column.name})`}`);
  return `${places.join(', ')}: tìm thấy ${found}, cần ${expected}`;
}

/** One problem a line; after the first 200 only how many more there are. */
export function formatProblems(problems: readonly FileProblem[]): string {
  const lines = problems.slice(0, LISTED).map(formatProblem);
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`và còn ${more} lỗi khác`] : [])].join('\n');
}
