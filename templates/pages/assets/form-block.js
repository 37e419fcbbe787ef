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
  return rows;
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
