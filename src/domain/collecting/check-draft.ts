/**
 * Checks one body's form before it is sent: what is empty, what cannot be read, and what the checks of the report find
 * in it alone, against its own past. What only shows beside other bodies is found when the report is compiled.
 */
import { createBook, type Book } from '../aggregation/book.ts';
import { findingsOfCheck, findingsOfIndicator } from '../checks/run-checks.ts';
import { findWrongControls } from '../checks/controls.ts';
import { valuesOfPaper } from '../checks/given-reasons.ts';
import { isEmpty } from '../completeness.ts';
import type { Form } from '../definition.ts';
import type { Finding, Place } from '../finding.ts';
import { isStaleCell, isTableBlank } from '../standing/age.ts';
import type { Answers, Revision } from '../submission.ts';
import { checkAnswers } from '../validation/check-answers.ts';
import type { KeptReason } from './draft.ts';
import type { FormIssue, FormPlace } from './form-check.ts';
import { answersOf, writtenRows, type LaidField, type LaidForm, type LaidTable } from './lay-draft.ts';
import { ownFacts, ownMatters, type OwnFactsInput } from './own-facts.ts';

export interface CheckInput extends Omit<OwnFactsInput, 'revision'> {
  readonly laid: LaidForm;
  /** The reasons given so far, by the id of what is unusual. */
  readonly reasons: ReadonlyMap<string, KeptReason>;
}

/** Everything that is the matter, in the order of the form: empty, then wrong, then unusual. */
export function checkDraft(input: CheckInput): readonly FormIssue[] {
  const { laid } = input;
  const answers = answersOf(laid);
  const unread = [
    ...laid.fields.flatMap(unreadField),
    ...laid.tables.flatMap(unreadRows),
    ...unreadLetter(laid),
  ];
  const misshapen = unread.length > 0 ? [] : misshapenPlaces(input, answers);
  const found = misshapen.length > 0 ? [] : findingsIn(input, answers);
  return [
    ...emptyPlaces(input, answers),
    ...unread,
    ...misshapen,
    ...found.filter(({ kind }) => kind === 'wrong'),
    ...found.filter(({ kind }) => kind === 'unusual'),
  ];
}

/** True when nothing stops the form from being sent. */
export function isSendable(issues: readonly FormIssue[]): boolean {
  return issues.every(({ kind, reason }) => kind === 'unusual' && reason !== undefined);
}

function emptyPlaces({ laid, form, entity, period }: CheckInput, answers: Answers): readonly FormIssue[] {
  const nothingTyped = laid.fields.every(({ reading }) => reading.kind === 'blank');
  if (nothingTyped && isEmpty(answers) && laid.tables.every((table) => writtenRows(table).length === 0))
    return [
      {
        id: `empty:${form.id}/${entity}`,
        kind: 'empty',
        message: 'Biểu chưa có câu trả lời nào. Đề nghị điền số liệu trước khi gửi.',
        places: [{ kind: 'form' }],
      },
    ];
  const blank = laid.fields.flatMap(({ field, indicator, reading }): readonly FormIssue[] => {
    const stale = reading.kind === 'cell' && isStaleCell(reading.cell, indicator, period.id);
    if (field.optional || (reading.kind !== 'blank' && !stale)) return [];
    const message = stale
      ? `Ô “${field.label}” giữ số liệu đã quá thời hạn. Đề nghị báo cáo lại.`
      : `Ô “${field.label}” chưa có câu trả lời. Đề nghị ghi số liệu, hoặc chọn «không phát sinh», «chưa có số liệu» kèm lý do.`;
    return [
      {
        id: `blank:${form.id}/${entity}/${field.id}`,
        kind: 'empty',
        message,
        places: [{ kind: 'field', field: field.id }],
      },
    ];
  });
  const tables = form.tables
    .filter((table) => isTableBlank(table, answers, period.id))
    .map((table): FormIssue => ({
      id: `blank:${form.id}/${entity}/${table.id}`,
      kind: 'empty',
      message: `Bảng “${table.title}” chưa có dòng nào. Đề nghị nhập, xác nhận giữ nguyên, hoặc chọn «không phát sinh».`,
      places: [{ kind: 'table', table: table.id }],
    }));
  return [...blank, ...tables];
}

function unreadField({ field, reading }: LaidField): readonly FormIssue[] {
  if (reading.kind !== 'unread') return [];
  const faults = reading.problems.map(({ found, expected }) => `tìm thấy ${found}, cần ${expected}`);
  return [
    {
      id: `unread:${field.id}`,
      kind: 'wrong',
      message: `Ô “${field.label}”: ${faults.join('; ')}.`,
      places: [{ kind: 'field', field: field.id }],
    },
  ];
}

function unreadRows(laid: LaidTable): readonly FormIssue[] {
  const { table } = laid;
  return laid.rows.flatMap(({ id, problems }, index) =>
    problems.map(({ column, found, expected }): FormIssue => ({
      id: `unread:${table.id}/${id}/${column}`,
      kind: 'wrong',
      message: `Bảng “${table.title}”, dòng ${index + 1}, cột “${table.columns.find((one) => one.id === column)?.label ?? column}”: tìm thấy ${found}, cần ${expected}.`,
      places: [{ kind: 'row', table: table.id, row: id, column }],
    })),
  );
}

function unreadLetter({ letter: { reading } }: LaidForm): readonly FormIssue[] {
  if (reading.kind !== 'unread') return [];
  const names = { number: 'số, ký hiệu', date: 'ngày' } as const;
  return reading.problems.map(({ part, found, expected }): FormIssue => ({
    id: `unread:letter/${part}`,
    kind: 'wrong',
    message: `Công văn gửi kèm, ${names[part]}: tìm thấy ${found}, cần ${expected}.`,
    places: [{ kind: 'letter' }],
  }));
}

/** What was read but is no answer to the form after all, such as a number of more digits than any amount has. */
function misshapenPlaces({ laid, form, definition }: CheckInput, answers: Answers): readonly FormIssue[] {
  return checkAnswers(form, definition, answers).map(({ field, table, row, column, found, expected }) => {
    const label = laid.fields.find((one) => one.field.id === field)?.field.label;
    const list = laid.tables.find((one) => one.table.id === table);
    const place: FormPlace =
      field !== undefined ? { kind: 'field', field } : (rowPlace(list, row, column) ?? { kind: 'form' });
    const where =
      label !== undefined
        ? `Ô “${label}”`
        : list
          ? `Bảng “${list.table.title}”${row === undefined ? '' : `, dòng ${row}`}`
          : 'Biểu';
    return {
      id: `shape:${field ?? `${table ?? ''}/${row ?? ''}/${column ?? ''}`}`,
      kind: 'wrong',
      message: `${where}: tìm thấy “${found}”, cần ${expected}.`,
      places: [place],
    };
  });
}

/** What the report's own checks find in this form alone. */
function findingsIn(input: CheckInput, answers: Answers): readonly FormIssue[] {
  const { form, entity, period } = input;
  const revision: Revision = {
    ...answers,
    id: `${period.id}/${form.id}/${entity}/0`,
    period: period.id,
    form: form.id,
    entity,
    number: 0,
    receivedAt: period.due,
    hash: '',
  };
  const book = ofOneBody(createBook(ownFacts({ ...input, revision })), form, entity);
  const { indicators, checks } = ownMatters(input);
  const findings = [
    ...findWrongControls(book),
    ...checks.flatMap((check) => findingsOfCheck(book, check)),
    ...indicators.flatMap((indicator) => findingsOfIndicator(book, indicator)),
  ];
  const unique = new Map(findings.map((finding) => [finding.id, finding]));
  return [...unique.values()].map((finding) => issueOf(finding, revision.id, input));
}

/**
 * The book without values of the silent body and of both together: there are none, and to find that out each time would
 * take longer than all else. A form of one owner is answered by all who are asked.
 */
function ofOneBody(book: Book, { roster }: Form, entity: string): Book {
  const bodies = roster === undefined ? [] : (book.facts.members[roster] ?? []);
  if (bodies.length < 2) return book;
  const silent = new Set(['', roster, ...bodies.filter((body) => body !== entity)]);
  return {
    ...book,
    value: (measure) => {
      if (!silent.has(measure.scope)) return book.value(measure);
      const indicator = book.indicator(measure.indicator);
      return { id: '', measure, indicator, value: null, state: 'missing', lacking: [], asOf: '' };
    },
  };
}

function issueOf(finding: Finding, revision: string, { laid, reasons }: CheckInput): FormIssue {
  const { id, severity, message } = finding;
  const own = finding.places.filter((place) => 'revision' in place && place.revision === revision);
  const places = own.flatMap((place) => placeOf(place, laid));
  const issue = { id, message, places: places.length > 0 ? places : [{ kind: 'form' } as const] };
  if (severity === 'hard') return { ...issue, kind: 'wrong' };
  const about = valuesOfPaper(finding, revision.slice(0, revision.lastIndexOf('/')));
  const given = reasons.get(id);
  if (given === undefined) return { ...issue, kind: 'unusual', about };
  return given.about === about
    ? { ...issue, kind: 'unusual', about, reason: given.reason }
    : { ...issue, kind: 'unusual', about, formerReason: given.reason };
}

function placeOf(place: Place, laid: LaidForm): readonly FormPlace[] {
  if (place.kind === 'cell') return [{ kind: 'field', field: place.field }];
  if (place.kind !== 'row') return [];
  const list = laid.tables.find(({ table }) => table.id === place.table);
  return [rowPlace(list, place.row) ?? { kind: 'table', table: place.table }];
}

/** @param number of the row among those that were written, from 1 */
function rowPlace(list: LaidTable | undefined, number?: number, column?: string): FormPlace | undefined {
  if (!list) return undefined;
  const row = number === undefined ? undefined : writtenRows(list)[number - 1];
  if (!row) return { kind: 'table', table: list.table.id };
  return {
    kind: 'row',
    table: list.table.id,
    row: row.id,
    ...(column === undefined ? {} : { column }),
  };
}
