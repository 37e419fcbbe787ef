/** Fills templates in with SheetJS, as another program would: looks, rules and inline strings are lost on the way. */
import * as XLSX from '@e965/xlsx';
import { FORM_COLUMNS, type FormColumn } from '../../src/domain/collecting/workbook/marks.ts';

export type Value = string | number | boolean | Date | null;

export interface Filling {
  /** Values by field id and column. */
  readonly fields?: Readonly<Record<string, Partial<Readonly<Record<FormColumn, Value>>>>>;
  /** Values by sheet and cell. */
  readonly cells?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** Last touches on the workbook. */
  readonly touch?: (book: XLSX.WorkBook) => void;
}

export function openBook(bytes: Buffer): XLSX.WorkBook {
  return XLSX.read(bytes, { type: 'buffer', cellNF: true });
}

export function fill(bytes: Buffer, { fields = {}, cells = {}, touch }: Filling): Buffer {
  const book = openBook(bytes);
  const form = sheetOf(book, 'Biểu');
  for (const [id, values] of Object.entries(fields))
    for (const [column, value] of Object.entries(values))
      put(form, placeOf(form, id, column as FormColumn), value);
  for (const [name, values] of Object.entries(cells))
    for (const [place, value] of Object.entries(values)) put(sheetOf(book, name), place, value);
  touch?.(book);
  return Buffer.from(XLSX.write(book, { bookType: 'xlsx', type: 'buffer', bookSST: true }) as Uint8Array);
}

export function sheetOf(book: XLSX.WorkBook, name: string): XLSX.WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Where a field's column stands on a form's sheet, e.g. "E8". */
export function placeOf(sheet: XLSX.WorkSheet, field: string, column: FormColumn): string {
  const mark = FORM_COLUMNS.find(({ id }) => id === column)?.mark;
  const row = cellsOf(sheet).find(([place, text]) => place.c === 0 && text === field)?.[0].r;
  const at = cellsOf(sheet).find(([, text]) => text === mark)?.[0].c;
  if (row === undefined || at === undefined) throw new Error(`no ${column} of ${field}`);
  return XLSX.utils.encode_cell({ r: row, c: at });
}

function cellsOf(sheet: XLSX.WorkSheet): readonly (readonly [XLSX.CellAddress, unknown])[] {
  return Object.entries(sheet).flatMap(([place, cell]: [string, XLSX.CellObject]) =>
    place.startsWith('!') ? [] : [[XLSX.utils.decode_cell(place), cell.v] as const],
  );
}

/** Puts a value into a cell, which keeps its number format; null empties it. */
export function put(sheet: XLSX.WorkSheet, place: string, value: Value): void {
  const { z } = (sheet[place] ?? {}) as XLSX.CellObject;
  if (value === null) {
    delete sheet[place];
    return;
  }
  const { r, c } = XLSX.utils.decode_cell(place);
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  sheet['!ref'] = XLSX.utils.encode_range({
    s: range.s,
    e: { r: Math.max(r, range.e.r), c: Math.max(c, range.e.c) },
  });
  const format = z === undefined ? {} : { z };
  if (typeof value === 'number') sheet[place] = { t: 'n', v: value, ...format };
  else if (typeof value === 'boolean') sheet[place] = { t: 'b', v: value };
  else if (typeof value === 'string') sheet[place] = { t: 's', v: value, ...format };
  else sheet[place] = { t: 'n', v: value.getTime() / 86_400_000 + 25_569, z: 'dd/mm/yyyy' };
}
