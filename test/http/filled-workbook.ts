/** A template as a body fills it in, with a library that did not write it. */
import { read, utils, write } from '@e965/xlsx';

/** Writes values into the form's sheet, at the rows of the fields that are named. */
export function filledWorkbook(template: Buffer, values: Readonly<Record<string, string | number>>): Buffer {
  const workbook = read(template);
  for (const sheet of Object.values(workbook.Sheets)) {
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true });
    const marks = rows.find((row) => row.includes('#bieu'));
    if (!marks) continue;
    const [ids, answers] = [marks.indexOf('#bieu'), marks.indexOf('#so-lieu')];
    for (const [row, cells] of rows.entries()) {
      const value = values[String(cells[ids])];
      if (value !== undefined) utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: answers } });
    }
  }
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
