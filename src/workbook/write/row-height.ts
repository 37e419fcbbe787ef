/** How high a row must be for its texts: programs do not agree on doing this themselves when they open a file. */
import type { WrittenCell, WrittenColumn } from './sheet.ts';

const LINE = 15;
const MOST_LINES = 12;

/** Height in points; undefined when one line is enough. */
export function heightOf(
  cells: readonly WrittenCell[],
  columns: readonly Pick<WrittenColumn, 'width'>[],
): number | undefined {
  const lines = cells.map(({ column, value }) => {
    const width = Math.max(1, (columns[column]?.width ?? 10) - 1);
    const paragraphs = value?.kind === 'text' ? value.text.split('\n') : [''];
    return paragraphs.reduce((sum, words) => sum + Math.max(1, Math.ceil(words.length / width)), 0);
  });
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most === 1 ? undefined : most * LINE + 3;
}
