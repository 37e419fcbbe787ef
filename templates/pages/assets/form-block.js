/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows, quotes where needed. */

/**
 * Rows of cells; null when the text is no block, and is pasted as any other.
 * @param {string} text
 * @returns {string[][] | null}
 */
export function readBlock(text) {
  const body = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(body)) return null;
  /** @type {string[][]} */
  const rows = [[]];
  let at = 0;
  while (at <= body.length) {
    const [cell, end] = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at);
    rows.at(-1)?.push(cell.trim());
    if (body[end] === '\n') rows.push([]);
    at = end + 1;
  }
  while (rows.length > 1 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

/**
 * The block without the columns and rows that the sheet hides, which are copied all the same: the copy in HTML that comes
 * along says which. As it is where the two do not fit together.
 * @param {string[][]} block
 * @param {string} html
 * @returns {{ rows: string[][], hidden: number }} how many columns and rows were left out
 */
export function withoutHidden(block, html) {
  const columns = [...html.matchAll(/<col\b([^>]*)>/gi)].flatMap(([, about = '']) => {
    const span = Number(/\bspan=["']?(\d{1,4})/i.exec(about)?.[1] ?? '1');
    return Array.from({ length: span }, () => isHidden(about));
  });
  const rows = [...html.matchAll(/<tr\b([^>]*)>/gi)].map(([, about = '']) => isHidden(about));
  const isSameSize = block.every((row) => row.length === columns.length) && rows.length >= block.length;
  const count = [...columns, ...rows].filter(Boolean).length;
  if (!isSameSize || count === 0 || columns.every(Boolean)) return { rows: block, hidden: 0 };
  const seen = block.filter((_row, index) => !rows[index]);
  return { rows: seen.map((row) => row.filter((_cell, index) => !columns[index])), hidden: count };
}

/** @param {string} about the attributes of a column or row */
function isHidden(about) {
  return /display:\s*none/i.test(about);
}

/** @param {string} body @param {number} start @returns {[cell: string, end: number]} */
function plainCell(body, start) {
  const mark = /[\t\n]/g;
  mark.lastIndex = start;
  const end = mark.exec(body)?.index ?? body.length;
  return [body.slice(start, end), end];
}

/**
 * A quote that does not end where its cell ends is a character as any other.
 * @param {string} body
 * @param {number} start
 * @returns {[cell: string, end: number]}
 */
function quotedCell(body, start) {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const [all, inside] = quoted.exec(body) ?? [];
  if (all === undefined || inside === undefined) return plainCell(body, start);
  return [inside.replaceAll('""', '"'), start + all.length];
}
