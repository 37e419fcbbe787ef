/** What a person asks to have corrected, read by the rules by which the value itself was read, and held against it. */
import type { Definition, Field, Form, Indicator } from '../definition.ts';
import type { CurrentSubmission } from '../facts.ts';
import { nameKey, plainKey } from '../intake/name-key.ts';
import { nearestName } from '../intake/nearest-name.ts';
import { findEntity } from '../intake/find-entity.ts';
import { readCell } from '../intake/read-cell.ts';
import { formBodies } from '../intake/read-form.ts';
import { LONGEST_NOTE, readText } from '../intake/read-text.ts';
import { refuse, type Reading, type Refusal } from '../intake/reading.ts';
import { stateInWords } from '../model/outcomes.ts';
import { askedFields, owedForms } from '../owed.ts';
import type { Period } from '../period.ts';
import type { Cell, Revision, Waiver } from '../submission.ts';
import { cellInWords, sameAnswer } from './cell-in-words.ts';

/** One correction as it was typed. */
export interface CorrectionRequest {
  readonly body: string;
  readonly form: string;
  /** A field's id, its indicator's code, or its label. */
  readonly field: string;
  /** "" when the old value was not stated. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type RequestPart = keyof CorrectionRequest;

/** What the request is read against. */
export interface CorrectedPeriod {
  readonly definition: Definition;
  readonly period: Period;
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly submissions: readonly CurrentSubmission[];
  readonly waivers: readonly Waiver[];
}

/** A request that can be carried out. */
export interface CellChange {
  readonly form: Form;
  readonly field: Field;
  readonly indicator: Indicator;
  /** The revision that stands. */
  readonly before: Revision;
  readonly from: Cell | null;
  readonly to: Cell;
  readonly reason: string;
}

export type CorrectionReading = { readonly ok: true; readonly change: CellChange } | Fault;

/** The paper that a request is about. */
export interface CorrectedPaper {
  readonly form: Form;
  /** The revision that stands. */
  readonly before: Revision;
  readonly reason: string;
}

export type Fault = { readonly ok: false; readonly part: RequestPart } & Pick<Refusal, 'found' | 'expected'>;

/** Finds the paper; of what is wrong the first thing is named, with the part of the request where it stands. */
export function readPaper(
  context: CorrectedPeriod,
  request: CorrectionRequest,
): { readonly ok: true; readonly paper: CorrectedPaper } | Fault {
  const { definition, period, members } = context;
  const reason = reasonOf(request.reason);
  if (!reason.ok) return refused('reason', reason);
  const form = formOf(context, request.form);
  if (!form.ok) return refused('form', form);
  const bodies = formBodies({ definition, period: period.id, form: form.value, members });
  const body = findEntity(bodies, request.body);
  if (!body.ok) return refused('body', refuse(request.body, body.expected));
  const before = standing(context, form.value, body.entity.id, body.entity.name);
  if (!before.ok) return refused('body', before);
  return { ok: true, paper: { form: form.value, before: before.value, reason: reason.value } };
}

/** Reads what a request wants of a cell. */
export function readCorrection(
  context: CorrectedPeriod,
  { form, before, reason }: CorrectedPaper,
  request: CorrectionRequest,
): CorrectionReading {
  const { definition } = context;
  const field = fieldOf(context, form, request.field);
  if (!field.ok) return refused('field', field);
  const indicator = indicatorOf(definition, field.value);
  if (indicator?.nature === 'text' || !indicator)
    return refused('field', refuse(request.field, 'một ô số liệu: lời văn đã in không đính chính bằng số'));
  const from = before.cells[field.value.id] ?? null;
  const stated = statedOf(request.from, from, field.value, indicator);
  if (!stated.ok) return refused('from', stated);
  const to = newCell(request.to, from, field.value, indicator);
  if (!to.ok) return refused('to', to);
  return {
    ok: true,
    change: {
      form,
      field: field.value,
      indicator,
      before,
      from,
      to: to.value,
      reason,
    },
  };
}

/** The reason on one line; without words there is none. */
export function reasonOf(text: string): Reading<string> {
  const reading = readText(text.replace(/\s+/g, ' '), LONGEST_NOTE);
  return reading.ok && reading.value === '' ? refuse('', 'lý do đính chính, ghi bằng chữ') : reading;
}

function formOf({ definition, period, members }: CorrectedPeriod, text: string): Reading<Form> {
  const owed = owedForms({ definition, period, members }).map(({ form }) => form);
  const found = owed.find(({ id }) => id === text.trim());
  if (found) return { ok: true, value: found };
  const near = nearestName(
    text,
    owed.map(({ id }) => [plainKey(id), id] as const),
  );
  return refuse(
    text,
    `mã của một biểu được thu trong kỳ ${period.id}${near === undefined ? '' : `; có phải «${near}»?`}`,
  );
}

/** The paper that stands: only what was sent and accepted has a value to correct. */
function standing(context: CorrectedPeriod, form: Form, entity: string, name: string): Reading<Revision> {
  const current = context.submissions.find(
    ({ revision }) => revision.form === form.id && revision.entity === entity,
  );
  if (current?.state === 'accepted') return { ok: true, value: current.revision };
  const waived = context.waivers.some(
    (waiver) => waiver.entity === entity && (waiver.form ?? form.id) === form.id,
  );
  const state = waived ? 'waived' : (current?.state ?? 'not-started');
  const owed = {
    entity,
    form: form.id,
    state,
    timeliness: 'not-due',
    empty: false,
    blank: [],
    pending: [],
  } as const;
  const words = stateInWords(owed).toLocaleLowerCase('vi');
  return {
    ok: false,
    found: `phiếu biểu ${form.id} của ${name}: ${words}`,
    expected: 'một phiếu đã tiếp nhận; chưa có số liệu thì không có gì để đính chính',
  };
}

function fieldOf({ definition, period }: CorrectedPeriod, form: Form, text: string): Reading<Field> {
  const asked = askedFields(form, definition, period.id);
  const [typed, key] = [text.trim(), nameKey(text)];
  const found =
    asked.find(({ id }) => id === typed) ??
    asked.find(({ indicator }) => indicator === typed) ??
    asked.find(
      (field) => nameKey(field.label) === key || nameKey(indicatorOf(definition, field)?.label ?? '') === key,
    );
  if (found) return { ok: true, value: found };
  const near = nearestName(
    text,
    asked.flatMap(({ id, label }) => [[plainKey(id), id] as const, [plainKey(label), id] as const]),
  );
  return refuse(
    text,
    `mã hoặc tên một ô của biểu ${form.id} trong kỳ ${period.id}${near === undefined ? '' : `; có phải «${near}»?`}`,
  );
}

function indicatorOf({ indicators }: Definition, field: Field): Indicator | undefined {
  return indicators[field.indicator ?? field.control?.indicator ?? ''];
}

/** The stated old value must be the one that stands, or nobody knows what is being corrected. */
function statedOf(text: string, from: Cell | null, field: Field, indicator: Indicator): Reading<null> {
  if (text.trim() === '') return { ok: true, value: null };
  const reading = readCell(text, field, indicator);
  if (!reading.ok) return reading;
  return sameAnswer(reading.value, from)
    ? { ok: true, value: null }
    : refuse(text, `số đang có trong hệ thống, là ${cellInWords(from, indicator)}`);
}

/** The new answer. A number keeps its day and its note; the document behind a yes is not one behind a no. */
function newCell(text: string, from: Cell | null, field: Field, indicator: Indicator): Reading<Cell> {
  const reading = readCell(text, field, indicator);
  if (!reading.ok) return reading;
  const { value: cell } = reading;
  if (cell === null) return refuse('', 'số mới; để rút số đã báo cáo, ghi «chưa có số liệu: lý do»');
  if (sameAnswer(cell, from)) return refuse(text, `số khác số đang có, là ${cellInWords(from, indicator)}`);
  if (cell.state !== 'value' || from?.state !== 'value' || indicator.nature === 'flag')
    return { ok: true, value: cell };
  // What is typed now is not carried forward any more.
  const { carried: _carried, ...kept } = from;
  return { ok: true, value: { ...kept, value: cell.value } };
}

/** A refusal of one part of a request. */
export function refused(part: RequestPart, { found, expected }: Refusal): Fault {
  return { ok: false, part, found, expected };
}
