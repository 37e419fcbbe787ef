/** What differs between two versions of a form, as tables to look at. */
import type { FormDifferences } from '../../domain/collecting/form-differences.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { answerInWords, besideInWords, changeInWords, rowInWords } from './answer-words.ts';

interface AnswerView {
  readonly text: string;
  readonly beside: readonly string[];
}

export interface DifferencesView {
  readonly cells: readonly {
    readonly label: string;
    readonly unit: string;
    readonly numeric: boolean;
    readonly before: AnswerView;
    readonly after: AnswerView;
    readonly change: string;
  }[];
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly {
      readonly added: boolean;
      readonly cells: readonly { readonly label: string; readonly text: string }[];
    }[];
  }[];
  readonly none: boolean;
}

export function differencesView(
  { cells, tables }: FormDifferences,
  desk: Pick<FormDesk, 'sections' | 'tables'>,
): DifferencesView {
  const fields = new Map(
    desk.sections.flatMap((section) => section.fields).map((field) => [field.id, field]),
  );
  return {
    none: cells.length === 0 && tables.length === 0,
    cells: cells.map(({ field: id, label, before, after }) => {
      // A field that the period no longer asks has no kind any more; its value is shown as it is.
      const field = fields.get(id) ?? { kind: 'text', choices: [], unit: '' };
      return {
        label,
        unit: field.unit,
        numeric: field.kind === 'number',
        before: { text: answerInWords(before, field), beside: besideInWords(before) },
        after: { text: answerInWords(after, field), beside: besideInWords(after) },
        change: changeInWords(before, after, field) ?? '',
      };
    }),
    tables: tables.map(({ table: id, title, added, removed }) => {
      const columns = desk.tables.find((table) => table.id === id)?.columns ?? [];
      const rowsOf = (rows: typeof added, isAdded: boolean): DifferencesView['tables'][number]['rows'] =>
        rows.map((row) => ({
          added: isAdded,
          cells: rowInWords(row, columns).map((text, index) => ({
            label: columns[index]?.label ?? '',
            text,
          })),
        }));
      return {
        title,
        head: columns.map(({ label }) => label),
        rows: [...rowsOf(removed, false), ...rowsOf(added, true)],
      };
    }),
  };
}
