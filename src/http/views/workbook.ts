/** The form as a workbook: out, in, and what a workbook that came in would change. */
import { placeInWords } from '../../domain/collecting/workbook/content.ts';
import type { FieldChange, RowChange, WorkbookProblem } from '../../domain/collecting/workbook/preview.ts';
import type { UploadPreview } from '../../workflow/collecting/preview-upload.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { errorLinks, titleWith } from './components.ts';
import { formFrame } from './form-frame.ts';

export interface WorkbookPageState {
  /** What is wrong with the file that was sent. */
  readonly fileError?: string;
  readonly notice?: string | undefined;
  /** What the notice leaves out, a line each. */
  readonly left?: readonly string[];
  readonly status?: number;
}

export function workbookPage(desk: FormDesk, state: WorkbookPageState = {}): PageAnswer {
  const fileError = state.fileError ?? null;
  const errors = errorLinks([{ id: 'tep', error: fileError }]);
  return page(
    'workbook',
    titleWith('Nhập từ Excel', errors),
    {
      frame: formFrame(desk, 'clerk', 'workbook'),
      errors,
      fileError,
      notice: state.notice ?? null,
      left: state.left ?? [],
      mayEdit: desk.acts.includes('edit'),
      previousName: desk.period.previous.name,
    },
    { status: state.status ?? 200 },
  );
}

/** @param name of the file, as its sender calls it */
export function previewPage(desk: FormDesk, name: string, preview: UploadPreview): PageAnswer {
  const { fields, rows, problems, notices } = preview;
  const changes = fields.length + rows.length;
  return page(
    'workbook-preview',
    'Xem trước tệp Excel',
    {
      frame: formFrame(desk, 'clerk', 'workbook'),
      name,
      notices,
      changes,
      summary: summaryInWords(changes, problems.length),
      fields: fields.map(fieldRow),
      tables: tablesOf(rows, desk),
      problems: problems.map(problemRow),
      overtakes: [...fields, ...rows].some(({ overtakes }) => overtakes),
      token: preview.token ?? null,
    },
    { wide: true },
  );
}

function summaryInWords(changes: number, problems: number): string {
  const change = changes === 0 ? 'không có ô nào thay đổi' : `${changes} chỗ sẽ thay đổi`;
  const problem = problems === 0 ? 'không có lỗi' : `${problems} chỗ có lỗi, không nhận được`;
  return `Tệp đã đọc xong: ${change}; ${problem}. Chưa ghi gì vào phiếu.`;
}

function fieldRow({ label, unit, place, before, after, overtakes }: FieldChange): object {
  return { label, unit, place: placeInWords(place), before, after, overtakes };
}

const KINDS: Readonly<Record<RowChange['kind'], string>> = {
  add: 'Thêm',
  change: 'Sửa',
  remove: 'Bỏ',
  none: 'Không phát sinh',
};

/** The rows by their tables, each with its columns. */
function tablesOf(rows: readonly RowChange[], desk: FormDesk): readonly object[] {
  return [...new Set(rows.map(({ table }) => table))].map((id) => {
    const columns = desk.tables.find((table) => table.id === id)?.columns ?? [];
    const own = rows.filter(({ table }) => table === id);
    return {
      title: own[0]?.title ?? '',
      head: columns.map(({ label }) => label),
      rows: own.map((row) => ({
        kind: KINDS[row.kind],
        place: row.kind === 'remove' ? '' : placeInWords(row.place),
        overtakes: row.overtakes,
        removed: row.kind === 'remove',
        cells: columns.map(({ id: column, label }) => {
          const [before, after] = [row.before?.[column] ?? '', row.after?.[column] ?? ''];
          const changed = row.kind === 'change' && before !== after;
          return {
            label,
            text: row.kind === 'remove' ? before : after,
            was: changed ? before || 'để trống' : null,
          };
        }),
      })),
    };
  });
}

function problemRow({ place, label, found, expected }: WorkbookProblem): object {
  return { place: placeInWords(place), label: label ?? '', found, expected };
}
