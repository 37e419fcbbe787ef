/** Conditions on rows as texts write them: "loai=nghi-dinh, nguoi-dung>10000000, han<@end". */
import type { RowCondition } from '../definition.ts';

type Sign = '<' | '>' | '<=' | '>=' | '=';

const CONDITION = /^\s*([\p{L}\p{N}_-]+)\s*(<=|>=|=|<|>)\s*(.+?)\s*$/u;

/**
 * Reads the conditions; an empty text gives none. The names @start and @end are turned into days where rows are filtered.
 * @throws RangeError for a text that is none (definitions are checked for that).
 */
export function parseFilter(text = ''): readonly RowCondition[] {
  if (text.trim() === '') return [];
  return text.split(',').map((part) => {
    const [, column, sign = '=', value] = CONDITION.exec(part) ?? [];
    if (column === undefined || value === undefined) throw new RangeError(`not a condition: ${part}`);
    switch (sign as Sign) {
      case '<':
        return { column, below: value };
      case '>':
        return { column, above: value };
      case '<=':
        return { column, atMost: value };
      case '>=':
        return { column, atLeast: value };
      case '=':
        return { column, is: value };
    }
  });
}
