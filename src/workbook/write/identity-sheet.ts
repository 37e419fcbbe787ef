/** The hidden sheet of a template: whose it is, and what it held when it was made. */
import {
  FIELD_BEFORE,
  IDENTITY_KEYS,
  IDENTITY_MARK,
  ROW_BEFORE,
} from '../../domain/collecting/workbook/marks.ts';
import type { TemplateIdentity } from '../../domain/collecting/workbook/identity.ts';
import { heldInput, type TemplateForm } from '../../domain/collecting/workbook/template-form.ts';
import { text, type WrittenSheet } from './sheet.ts';

/** Longer records do not fit into a cell; without one, a blank takes nothing away and any text is a change. */
const LONGEST_RECORD = 32_000;

export function identitySheet(form: TemplateForm, identity: TemplateIdentity): WrittenSheet {
  const records = [
    ...form.sections
      .flatMap(({ fields }) => fields)
      .map((field) => [FIELD_BEFORE, field.id, JSON.stringify(heldInput(field))]),
    ...form.tables.flatMap(({ id, rows }) =>
      rows.map((row) => [ROW_BEFORE, id, row.id, JSON.stringify(row.texts)]),
    ),
  ].filter((record) => (record.at(-1)?.length ?? 0) <= LONGEST_RECORD);
  const lines = [[IDENTITY_MARK], ...IDENTITY_KEYS.map((key) => [key, identity[key]]), ...records];
  return {
    name: '_nhan-dang',
    hidden: true,
    columns: [{ width: 20 }, { width: 30 }],
    rows: lines.map((line, index) => ({
      row: index + 1,
      cells: line.map((words, column) => ({ column, style: 'plain', value: text(words) })),
    })),
    merged: [],
    lists: [],
    locked: 'cells',
  };
}
