/** Answers that stand: what is said where one is missing or too old, and copies whose original was corrected since. */
import type { Book } from '../aggregation/book.ts';
import { askedBodies } from '../aggregation/total.ts';
import type { FormTable, Indicator } from '../definition.ts';
import { figuresIn, type EarlierFigure } from '../figure-sheets/sheet.ts';
import type { Finding } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { shortPeriodName } from '../period.ts';
import { isStale } from '../standing/age.ts';
import { carriedAnswers, type CarriedAnswer } from '../standing/carried-answers.ts';
import { bodyOf } from '../standing/propose.ts';
import type { Cell, Revision } from '../submission.ts';
import { cellValue, fieldOf } from './describe.ts';
import { soft } from './found.ts';

/**
 * What a blank place of a form lacks, and what the body can do: a cell that was never answered, a standing table without
 * rows, or an answer that was carried forward for longer than it may stand.
 */
export function blankInWords(book: Book, form: string, entity: string, id: string): string {
  const { definition } = book.facts;
  const table = definition.forms.find((one) => one.id === form)?.tables.find((one) => one.id === id);
  const revision = book.index.submission(form, entity)?.revision;
  const place = `Biểu ${form}, ${nameOf(book, entity)}, ${table ? `bảng “${table.title}”` : `ô “${fieldOf(book, form, id)?.label ?? id}”`}`;
  const origin = revision && originOf(revision, id);
  if (origin)
    return `${place}: số liệu giữ từ ${shortPeriodName(origin.from)} đã quá thời hạn giữ nguyên${limitInWords(book, form, id, table)}. Đề nghị đơn vị báo cáo lại.`;
  return table
    ? `${place} chưa có dòng nào. Đề nghị đơn vị gửi các dòng, xác nhận bảng của kỳ trước, hoặc ghi “không phát sinh”.`
    : `${place} còn trống. Đề nghị đơn vị ghi số liệu, hoặc ghi “không phát sinh”, “chưa có số liệu” kèm lý do.`;
}

function originOf({ cells, standingTables }: Revision, id: string): { readonly from: string } | undefined {
  const cell = cells[id];
  const mark = standingTables?.[id];
  if (mark !== undefined && mark !== 'none') return mark;
  return cell && cell.state !== 'pending' ? cell.carried : undefined;
}

function limitInWords(book: Book, form: string, id: string, table: FormTable | undefined): string {
  const code = fieldOf(book, form, id)?.indicator ?? '';
  const limit = table ? table.standing : book.facts.definition.indicators[code]?.standing;
  return limit === undefined ? '' : ` (${limit} kỳ)`;
}

/**
 * True when the value of a scope is the same because its bodies confirmed that it is: every number in it was carried
 * forward, and none for too long. Their confirmation is the reason that a value unchanged for months would need.
 */
export function isConfirmed(book: Book, indicator: Indicator, scope: string): boolean {
  if (indicator.standing === undefined) return false;
  const { period } = book.facts;
  const answers = askedBodies(book, indicator.code, scope).bodies.flatMap((entity) => {
    const answer = book.index.answer(indicator.code, entity);
    return 'cell' in answer && answer.cell.state === 'value' ? [answer.cell] : [];
  });
  return (
    answers.length > 0 &&
    answers.every(({ carried }) => carried && !isStale(carried, indicator.standing, period.id))
  );
}

/** A value that was carried forward from one that has been corrected since: the body confirmed what is no longer so. */
export function findCorrectedOriginals(book: Book): readonly Finding[] {
  const cells = carriedAnswers(book.facts).filter(({ kind }) => kind === 'cell');
  if (cells.length === 0) return [];
  const periods = new Set(cells.map(({ carried }) => carried.from));
  const originals = new Map<string, EarlierFigure>();
  for (const figure of figuresIn(book.facts.earlier.filter(({ period }) => periods.has(period))))
    originals.set(keyOf(figure), figure);
  return cells.flatMap((one) => correction(book, one, originals));
}

function correction(
  book: Book,
  { revision, id, carried }: CarriedAnswer,
  originals: ReadonlyMap<string, EarlierFigure>,
): readonly Finding[] {
  const { form, entity } = revision;
  const cell = revision.cells[id];
  const original = originals.get(
    keyOf({ period: carried.from, form, entity: bodyOf(carried.revision), field: id }),
  );
  const field = fieldOf(book, form, id);
  const indicator = book.facts.definition.indicators[field?.indicator ?? ''];
  const value = cell && indicator && valueOf(cell, indicator);
  if (!original || value === undefined || original.value === value) return [];
  const when = shortPeriodName(carried.from);
  const message = `biểu ${form}, ${nameOf(book, entity)}, ô “${field?.label ?? id}” giữ số liệu ${when} là ${cellValue(book, field, value)}, nhưng số liệu ${when} nay là ${cellValue(book, field, original.value)}`;
  const places = [
    { kind: 'cell', form, entity, field: id, revision: revision.id, value },
    {
      kind: 'cell',
      form,
      entity: original.entity,
      field: id,
      revision: original.revision,
      value: original.value,
    },
  ] as const;
  const advice = 'Đề nghị đơn vị xác nhận lại hoặc báo cáo lại, nếu không thì ghi lý do.';
  return [soft(`carried:${form}/${entity}/${id}`, 'carried', message, [{ places }], advice)];
}

/** The value as figures keep it: "không phát sinh" is zero, of a flag no. */
function valueOf(cell: Cell, { nature }: Indicator): string | undefined {
  if (cell.state === 'value') return cell.value;
  if (cell.state !== 'none') return undefined;
  return nature === 'flag' ? 'no' : '0';
}

function keyOf({
  period,
  form,
  entity,
  field,
}: Pick<EarlierFigure, 'period' | 'form' | 'entity' | 'field'>): string {
  return `${period}/${form}/${entity}/${field}`;
}
