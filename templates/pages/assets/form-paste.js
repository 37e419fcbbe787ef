/** A block from a spreadsheet goes cell by cell: down the fields of the form, or right and down through a table. */
import { readBlock, withoutHidden } from './form-block.js';
import { controlsIn, fieldsIn, mainOf, setValue } from './form-fields.js';
import { blankAtEnd, rowsIn } from './form-rows.js';

/** The server takes no more rows in one table. */
const MOST_ROWS = 500;
/** So many of the texts that found no place are named. */
const NAMED = 3;

/**
 * @param {HTMLElement} form
 * @param {{ say: (words: string) => void, warn: (words: string) => void }} status
 * @param {ReturnType<typeof import('./form-undo.js').pasteUndo>} undo
 */
export function pasteBlocks(form, status, undo) {
  form.addEventListener('paste', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const copied = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    const isLong = target instanceof HTMLTextAreaElement && !target.closest('[data-rows]');
    if (!copied || isLong) return;
    const { rows, hidden } = withoutHidden(copied, event.clipboardData?.getData('text/html') ?? '');
    const table = target.closest('[data-table]');
    const field = target.closest('[data-field]');
    const pasted = undo.during((about) => {
      const into = table instanceof HTMLElement ? intoRows(table, target, rows, about) : null;
      if (into || !(field instanceof HTMLElement) || !target.matches('[data-main]')) return into;
      return intoFields(form, field, rows, about);
    });
    if (!pasted) return;
    event.preventDefault();
    tell(status, pasted, hidden);
  });
}

/** @typedef {{ cells: number, left: string[], why: string }} Pasted texts that found no place, and why */
/** @typedef {(place: HTMLElement) => void} About told of each field and row before something is written there */

/** @param {{ say: (words: string) => void, warn: (words: string) => void }} status @param {Pasted} pasted @param {number} hidden */
function tell(status, { cells, left, why }, hidden) {
  const notes = hidden > 0 ? ` Đã bỏ qua ${hidden} cột, dòng ẩn trong bảng tính.` : '';
  const words = `Đã dán ${cells} ô.${notes}`;
  if (left.length === 0) {
    status.say(`${words} Bấm Ctrl+Z để hoàn tác.`);
    return;
  }
  const named = left.slice(0, NAMED).map((text) => `«${text.slice(0, 30)}»`);
  const more = left.length > NAMED ? '…' : '';
  status.warn(`${words} Chưa dán ${left.length} ô vì ${why}: ${named.join(', ')}${more}`);
}

/**
 * Blank cells leave the field as it is: blank is no answer.
 * @param {HTMLElement} form @param {HTMLElement} first @param {string[][]} block @param {About} about @returns {Pasted}
 */
function intoFields(form, first, block, about) {
  const fields = fieldsIn(form);
  const start = fields.indexOf(first);
  const left = block.flatMap((row) => row.slice(1)).filter((text) => text !== '');
  const why = [...(left.length > 0 ? ['mỗi dòng chỉ lấy cột đầu'] : [])];
  let cells = 0;
  block.forEach(([text = ''], index) => {
    if (text === '') return;
    const field = fields[start + index];
    const main = field && mainOf(field);
    if (!main) {
      left.push(text);
      return;
    }
    about(field);
    for (const state of controlsIn(field, '[data-part="state"]')) state.value = 'value';
    put(main, text);
    cells += 1;
  });
  if (start + block.length > fields.length) why.push('bên dưới không còn ô tương ứng');
  return { cells, left, why: why.join(', ') };
}

/** @param {HTMLElement} table @param {HTMLElement} target @param {string[][]} block @param {About} about @returns {Pasted | null} */
function intoRows(table, target, block, about) {
  const firstRow = target.closest('[data-row]');
  if (!(firstRow instanceof HTMLElement)) return null;
  const column = controlsIn(firstRow, '[data-column]').findIndex((control) => control === target);
  const start = rowsIn(table).indexOf(firstRow);
  /** @type {string[]} */
  const left = [];
  const why = new Set();
  let pasted = 0;
  block.forEach((cells, index) => {
    const isRoom = start + index < MOST_ROWS;
    const row = isRoom ? (rowsIn(table)[start + index] ?? blankAtEnd(table)) : null;
    const controls = row ? controlsIn(row, '[data-column]') : [];
    cells.forEach((text, offset) => {
      const control = controls[column + offset];
      if (row && control) {
        about(row);
        put(control, text);
        pasted += 1;
      } else if (text !== '') {
        left.push(text);
        why.add(isRoom ? 'bên phải không còn cột tương ứng' : `một bảng có nhiều nhất ${MOST_ROWS} dòng`);
      }
    });
  });
  blankAtEnd(table);
  return { cells: pasted, left, why: [...why].join(', ') };
}

/** @param {import('./form-fields.js').Control} control @param {string} text */
function put(control, text) {
  setValue(control, control instanceof HTMLTextAreaElement ? text : text.replaceAll('\n', ' '));
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
