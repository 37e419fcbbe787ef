/** Conditions on rows as texts write them: "loai=nghi-dinh, nguoi-dung>10000000, han<@end". */
import type { RowCondition } from '../definition.ts';
import type { Narrator } from './narrator.ts';

type Sign = '<' | '>' | '<=' | '>=' | '=';

const CONDITION = /^\s*([\p{L}\p{N}_-]+)\s*(<=|>=|=|<|>)\s*(.+?)\s*$/u;

/**
 * Reads the conditions; an empty text gives none.
 * @throws RangeError for a text that is none (definitions are checked for that).
 */
export function parseFilter(text: string): readonly RowCondition[] {
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

/** The conditions with @start and @end as days of the period's default window. */
export function filterOf({ book }: Narrator, text: string | undefined): readonly RowCondition[] {
  const window = book.facts.period.windows['ky'];
  const resolved = (text ?? '').replaceAll('@start', window?.from ?? '').replaceAll('@end', window?.to ?? '');
  return parseFilter(resolved);
}
