/** The page on which a body fills in one of its forms; while it may not be changed, the same page to be read. */
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { answersView } from './answers-view.ts';
import { titleWith, type ErrorLink } from './components.ts';
import { computedBySection, type ComputedView } from './form-computed.ts';
import { fieldView, type FieldContext, type FieldView, type TypedCell } from './form-field.ts';
import { formFrame } from './form-frame.ts';
import { shownOf, type Shown } from './form-shown.ts';
import { tableView, type TableView, type TypedRows } from './form-table.ts';
import { clockInWords, shortPeriod } from './form-words.ts';
import { momentInWords } from './standing-words.ts';

/** What was typed and is not saved, over what the server has. */
export interface Typed {
  readonly cells: ReadonlyMap<string, TypedCell>;
  readonly rows: ReadonlyMap<string, TypedRows>;
  /** What the page that it was typed on was told. */
  readonly shown: Shown;
}

export interface FormPageState {
  readonly person: { readonly id: number; readonly name: string; readonly role: string };
  readonly now: string;
  /** The person wants to change what waits for the approver. */
  readonly resume?: boolean;
  /** Id of the table of which a row was taken out just now. */
  readonly removing?: string;
  readonly typed?: Typed;
  readonly problem?: { readonly message: string; readonly details: readonly string[] };
  readonly notice?: string;
  readonly status?: number;
}

interface SectionView {
  readonly number: number;
  readonly title: string;
  readonly fields: readonly FieldView[];
  readonly computed: readonly ComputedView[];
  readonly done: number;
  readonly total: number;
}

/** Every module is named, so that the browser asks for all of them at once. */
export const FORM_SCRIPTS = [
  'form.js',
  'form-block.js',
  'form-context.js',
  'form-conflicts.js',
  'form-contents.js',
  'form-fields.js',
  'form-figures.js',
  'form-keys.js',
  'form-number.js',
  'form-others.js',
  'form-page.js',
  'form-paste.js',
  'form-print.js',
  'form-row-acts.js',
  'form-row-notes.js',
  'form-rows.js',
  'form-saving.js',
  'form-server.js',
  'form-standing.js',
  'form-status.js',
  'form-undo.js',
  'form-unsaved.js',
];

export function formPage(desk: FormDesk, state: FormPageState): PageAnswer {
  const { person, typed } = state;
  const frame = formFrame(desk, person.role === 'approver' ? 'approver' : 'clerk', 'form');
  const common = {
    frame,
    problem: state.problem ?? null,
    notice: state.notice ?? null,
    window: desk.period.window.name,
  };
  const mayEdit = desk.acts.includes('edit');
  const waits = desk.standing.state === 'awaiting-approval';
  if (!mayEdit || (waits && state.resume !== true && !typed))
    return page(
      'form-read',
      desk.title,
      {
        ...common,
        errors: [],
        answers: isEmptyToApprover(desk, person) ? null : answersView(desk, new Set()),
        mayResume: mayEdit,
        why: whyReadOnly(desk, person),
        kept: keptInWords(desk),
      },
      { status: state.status ?? 200, wide: true },
    );
  const context: FieldContext = {
    person: person.name,
    now: state.now,
    shortNames: {
      previous: shortPeriod(desk.period.previous.name),
      yearAgo: shortPeriod(desk.period.yearAgo.name),
    },
  };
  const sections = sectionViews(desk, typed, context);
  const tables = desk.tables.map((table) =>
    tableView(table, typed?.rows.get(table.id), context, state.removing),
  );
  const errors = errorsOf(sections, tables);
  return page(
    'form',
    titleWith(desk.title, state.problem ? [state.problem] : errors),
    {
      ...common,
      errors,
      sections,
      tables,
      contents: contentsOf(sections, tables),
      done: sections.reduce((sum, { done }) => sum + done, 0),
      total: sections.reduce((sum, { total }) => sum + total, 0),
      names: { ...context.shortNames, now: shortPeriod(desk.period.name) },
      shown: JSON.stringify(shownWith(desk, typed)),
      version: desk.version,
      owner: `${person.id}`,
      user: person.name,
      waits: waitingInWords(desk),
      saved: savedInWords(desk, state),
      offers: desk.offered.length === 0 ? null : offersInWords(desk),
      overtaken: desk.overtaken ? momentInWords(desk.overtaken.receivedAt) : null,
    },
    { status: state.status ?? 200, wide: true, scripts: FORM_SCRIPTS },
  );
}

function sectionViews(
  { sections, computed }: FormDesk,
  typed: Typed | undefined,
  context: FieldContext,
): readonly SectionView[] {
  const figures = computedBySection(computed, sections);
  return sections.map(({ title, fields }, index) => {
    const views = fields.map((field) => fieldView(field, typed?.cells.get(field.id), context));
    const counted = views.filter(({ optional, done }) => !optional || done);
    return {
      number: index + 1,
      title,
      fields: views,
      computed: figures.get(index) ?? [],
      done: counted.filter(({ done }) => done).length,
      total: counted.length,
    };
  });
}

/** The list of sections beside the form, with what is done of each. */
function contentsOf(
  sections: readonly SectionView[],
  tables: readonly TableView[],
): readonly {
  readonly href: string;
  readonly key: string;
  readonly title: string;
  readonly progress: string;
  readonly complete: boolean;
}[] {
  return [
    ...sections.map(({ number, title, done, total }) => ({
      href: `#muc-${number}`,
      key: `muc-${number}`,
      title,
      progress: `${done}/${total}`,
      complete: done === total,
    })),
    ...tables.map(({ id, title, count, isNone, carried, standing }) => ({
      href: `#table-${id}`,
      key: `table-${id}`,
      title,
      progress: isNone ? 'không phát sinh' : `${count} dòng`,
      complete: count > 0 || isNone || carried !== null || !standing,
    })),
  ];
}

function errorsOf(sections: readonly SectionView[], tables: readonly TableView[]): readonly ErrorLink[] {
  return [
    ...sections
      .flatMap(({ fields }) => fields)
      .flatMap(({ id, label, problems, conflict }) =>
        conflict
          ? [{ text: `${label}: người khác vừa sửa, cần chọn`, href: `#field-${id}` }]
          : problems.map(({ message }) => ({ text: `${label}: ${message}`, href: `#field-${id}` })),
      ),
    ...tables.flatMap(({ id, title, rows }) =>
      rows.flatMap((row) => {
        const place = `${title}, dòng ${row.number}`;
        const href = `#row-${id}-${row.id}`;
        if (row.conflict) return [{ text: `${place}: người khác vừa sửa, cần chọn`, href }];
        return row.cells.flatMap(({ label, problem }) =>
          problem ? [{ text: `${place}, ${label}: ${problem.message}`, href }] : [],
        );
      }),
    ),
  ];
}

/** What the next page says it was told: of what is typed and not saved, still what the page before was told. */
function shownWith(desk: FormDesk, typed: Typed | undefined): Shown {
  const current = shownOf(desk);
  if (!typed) return current;
  const cells = [...typed.cells.keys()].flatMap((id) => {
    const was = typed.shown.cells[id];
    return was ? [[id, was] as const] : [];
  });
  const tables = Object.entries(current.tables).map(([id, table]) => {
    const rows = [...(typed.rows.get(id)?.rows.keys() ?? [])].flatMap((row) => {
      const was = typed.shown.tables[id]?.rows[row];
      return was ? [[row, was] as const] : [];
    });
    return [id, { ...table, rows: { ...table.rows, ...Object.fromEntries(rows) } }] as const;
  });
  return { cells: { ...current.cells, ...Object.fromEntries(cells) }, tables: Object.fromEntries(tables) };
}

function savedInWords({ saved }: FormDesk, { person, now, typed }: FormPageState): string {
  if (typed && typed.cells.size + typed.rows.size > 0) return 'Có nội dung chưa lưu';
  if (!saved) return 'Chưa có thay đổi nào cần lưu';
  const by = saved.by === person.name ? '' : ` (${saved.by})`;
  return `Đã lưu lúc ${clockInWords(saved.at, now)}${by}`;
}

function offersInWords({ offered, tables }: FormDesk): string {
  const rows = tables.filter(({ id }) => offered.includes(id)).length;
  const cells = offered.length - rows;
  return [...(cells > 0 ? [`${cells} ô`] : []), ...(rows > 0 ? [`${rows} bảng`] : [])].join(' và ');
}

/** What is sent is never overwritten: what is typed beside it is a newer one. */
function waitingInWords({ standing, revisions }: FormDesk): string | null {
  const latest = revisions.at(-1);
  if (latest?.approval !== 'awaiting') return null;
  return standing.state === 'awaiting-approval'
    ? `Phiên bản ${latest.number} đang chờ lãnh đạo duyệt. Nội dung sửa tại đây là một bản mới và phải gửi duyệt lại.`
    : `Phiên bản ${latest.number} đã gửi và đang chờ lãnh đạo duyệt. Phần đang sửa tại đây là một bản mới, lãnh đạo chỉ thấy sau khi gửi duyệt lại.`;
}

/** What was typed after the revision that was then submitted. */
function keptInWords({ saved, standing }: FormDesk): string | null {
  if (!saved || (standing.state !== 'submitted' && standing.state !== 'accepted')) return null;
  return `Phần sửa sau khi gửi (lưu lúc ${momentInWords(saved.at)}) không nằm trong phiếu đã nộp. Phần này vẫn được giữ và hiện lại khi phiếu được mở lại.`;
}

function isEmptyToApprover({ revisions }: FormDesk, { role }: FormPageState['person']): boolean {
  return role === 'approver' && revisions.length === 0;
}

function whyReadOnly(desk: FormDesk, person: FormPageState['person']): string {
  const { standing, period, acts } = desk;
  if (isEmptyToApprover(desk, person) && standing.state !== 'waived')
    return 'Chuyên viên chưa gửi phiên bản nào. Khi chuyên viên gửi, phiếu hiện tại trang này và trang “Xem và duyệt”.';
  if (period.state === 'closed') return 'Kỳ báo cáo đã đóng nên phiếu chỉ còn để xem.';
  switch (standing.state) {
    case 'awaiting-approval':
      return acts.includes('edit')
        ? 'Phiếu đang chờ lãnh đạo duyệt. Nếu sửa, phần sửa là một bản mới và phải gửi duyệt lại.'
        : 'Phiếu đang chờ duyệt.';
    case 'submitted':
    case 'accepted':
      return 'Phiếu đã nộp. Nếu cần sửa, đề nghị xin mở lại phiếu tại trang “Các phiên bản”.';
    case 'waived':
      return `Đơn vị được miễn nộp biểu này${standing.waived === undefined ? '' : `: ${standing.waived}`}.`;
    case 'not-started':
    case 'draft':
    case 'returned':
      return 'Phiếu do chuyên viên của đơn vị nhập; trang này để xem phiên bản gửi gần nhất.';
  }
}
