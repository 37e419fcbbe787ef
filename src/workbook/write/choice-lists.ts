/** The lists that cells of a template choose from: short ones within the rule, long ones on a hidden sheet. */
import { columnAt } from '../../domain/intake/file-problem.ts';
import { sheetInFormula } from './package.ts';
import { text, type WrittenSheet } from './sheet.ts';

const SHEET = '_danh-muc';
/** Longest list that fits into a rule. */
const LONGEST_INLINE = 250;

export interface ChoiceLists {
  /** The formula for a list of labels. */
  readonly source: (labels: readonly string[]) => string;
  /** The hidden sheet, when any list needed it. */
  readonly sheet: () => WrittenSheet | undefined;
}

export function choiceLists(): ChoiceLists {
  const onSheet = new Map<string, readonly string[]>();
  return {
    source: (labels) => {
      const inline = labels.join(',');
      const fits = inline.length <= LONGEST_INLINE && labels.every((label) => !/[",]/.test(label));
      if (fits) return `"${inline}"`;
      const key = JSON.stringify(labels);
      onSheet.set(key, labels);
      const { letter } = columnAt([...onSheet.keys()].indexOf(key));
      return `${sheetInFormula(SHEET)}!$${letter}$1:$${letter}$${labels.length}`;
    },
    sheet: () => {
      const lists = [...onSheet.values()];
      if (lists.length === 0) return undefined;
      const longest = Math.max(...lists.map((labels) => labels.length));
      return {
        name: SHEET,
        hidden: true,
        columns: lists.map(() => ({ width: 30 })),
        rows: Array.from({ length: longest }, (_, index) => ({
          row: index + 1,
          cells: lists.flatMap((labels, column) => {
            const label = labels[index];
            return label === undefined ? [] : [{ column, style: 'plain' as const, value: text(label) }];
          }),
        })),
        merged: [],
        lists: [],
        locked: 'cells',
      };
    },
  };
}
