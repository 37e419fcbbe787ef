/** Cuts long lists into statements that both databases take: SQLite allows 500 rows and 32,766 values in one. */

const ROWS = 400;
const VALUES = 30_000;
/** Values in one `in (…)`. */
const LIST = 5_000;

/** Inserts rows that all have the same columns, in order, in few statements. */
export async function insertAll<Row extends object>(
  rows: readonly Row[],
  insert: (part: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const size = Math.max(1, Math.min(ROWS, Math.floor(VALUES / Math.max(1, columns))));
  for (const part of parts(rows, size)) await insert(part);
}

/** Cuts a list into parts that fit into one `in (…)`. */
export function lists<Item>(items: readonly Item[]): readonly Item[][] {
  return parts(items, LIST);
}

function parts<Item>(items: readonly Item[], size: number): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
