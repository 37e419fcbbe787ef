/** A form as a workbook to be filled in: this body, this period, what was answered before, and lists to choose from. */
import type { TemplateIdentity } from '../../domain/collecting/workbook/identity.ts';
import type { TemplateForm } from '../../domain/collecting/workbook/template-form.ts';
import { choiceLists } from './choice-lists.ts';
import { FORM_SHEET, formSheet } from './form-sheet.ts';
import { identitySheet } from './identity-sheet.ts';
import { workbookBytes } from './package.ts';
import { tableSheet } from './table-sheet.ts';

const LONGEST_NAME = 31;

/** The bytes of an .xlsx file; the same form gives the same bytes. */
export async function templateBytes(form: TemplateForm, identity: TemplateIdentity): Promise<Buffer> {
  const lists = choiceLists();
  const names = sheetNames(form.tables.map(({ title }) => title));
  const main = formSheet(form, lists);
  const tables = form.tables.map((table, index) => tableSheet(names[index] ?? table.id, form, table, lists));
  const hidden = lists.sheet();
  return workbookBytes([main, ...tables, ...(hidden ? [hidden] : []), identitySheet(form, identity)]);
}

/** Names that a spreadsheet admits: short, without its special characters, no two alike. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set([FORM_SHEET.toLocaleLowerCase('vi')]);
  return titles.map((title) => {
    const bare =
      title
        .replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim() || 'Bảng';
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const name = `${bare.slice(0, LONGEST_NAME - suffix.length).trim()}${suffix}`;
      if (taken.has(name.toLocaleLowerCase('vi'))) continue;
      taken.add(name.toLocaleLowerCase('vi'));
      return name;
    }
  });
}
