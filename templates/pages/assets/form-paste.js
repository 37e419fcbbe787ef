/** A block from a spreadsheet goes cell by cell: down the fields of the form, or right and down through a table. */
import { readBlock } from './form-block.js';
import { controlsIn, fieldsIn, mainOf, setValue } from './form-fields.js';
import { blankAtEnd, rowsIn } from './form-rows.js';

/**
 * @param {HTMLElement} form
 * @param {(words: string) => void} say
 */
export function pasteBlocks(form, say) {
  form.addEventListener('paste', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    const isLong = target instanceof HTMLTextAreaElement && !target.closest('[data-rows]');
    if (!block || isLong) return;
    const table = target.closest('[data-table]');
    const field = target.closest('[data-field]');
    if (table instanceof HTMLElement) {
      event.preventDefault();
      say(`Đã dán ${intoRows(table, target, block)} ô.`);
    } else if (field instanceof HTMLElement && target.matches('[data-main]')) {
      event.preventDefault();
      say(intoFields(form, field, block));
    }
  });
}

/** Blank cells leave the field as it is: blank is no answer. @param {HTMLElement} form @param {HTMLElement} first @param {string[][]} block */
function intoFields(form, first, block) {
  const fields = fieldsIn(form);
  const start = fields.indexOf(first);
  let pasted = 0;
  block.forEach(([text = ''], index) => {
    const field = fields[start + index];
    const main = field && mainOf(field);
    if (!main || text === '') return;
    for (const state of controlsIn(field, '[data-part="state"]')) state.value = 'value';
    put(main, text);
    pasted += 1;
  });
  const beyond = Math.max(0, start + block.length - fields.length);
  const rest = [
    ...((block[0]?.length ?? 0) > 1 ? ['chỉ lấy cột đầu'] : []),
    ...(beyond > 0 ? [`${beyond} dòng cuối không có ô tương ứng`] : []),
  ];
  return `Đã dán ${pasted} ô${rest.length > 0 ? ` (${rest.join('; ')})` : ''}.`;
}

/** @param {HTMLElement} table @param {HTMLElement} target @param {string[][]} block */
function intoRows(table, target, block) {
  const firstRow = target.closest('[data-row]');
  if (!(firstRow instanceof HTMLElement)) return 0;
  const column = controlsIn(firstRow, '[data-column]').findIndex((control) => control === target);
  const start = rowsIn(table).indexOf(firstRow);
  let pasted = 0;
  block.forEach((cells, index) => {
    const row = rowsIn(table)[start + index] ?? blankAtEnd(table);
    const controls = controlsIn(row, '[data-column]');
    cells.forEach((text, offset) => {
      const control = controls[column + offset];
      if (!control) return;
      put(control, text);
      pasted += 1;
    });
  });
  blankAtEnd(table);
  return pasted;
}

/** @param {import('./form-fields.js').Control} control @param {string} text */
function put(control, text) {
  setValue(control, text);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
