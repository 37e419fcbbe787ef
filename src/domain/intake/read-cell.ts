/** One answer as typed into a form, turned into a cell: a value, or one of the states that are not a value. */
import type { Field, Indicator } from '../definition.ts';
import type { Cell } from '../submission.ts';
import { readNumber } from '../numbers/read-number.ts';
import { nameKey } from './name-key.ts';
import { DATE_EXPECTED, readDate } from './read-date.ts';
import { LONGEST_NOTE, LONGEST_TEXT, readText } from './read-text.ts';
import { refuse, type Reading } from './reading.ts';

const PENDING = /^chưa có số liệu\b[\s:]*/iu;
const PENDING_EXPECTED = 'lý do sau dấu hai chấm, ví dụ «chưa có số liệu: đang đối soát; dự kiến 2024-11-15»';
const FLAGS: Readonly<Record<string, 'yes' | 'no'>> = {
  có: 'yes',
  yes: 'yes',
  không: 'no',
  chưa: 'no',
  no: 'no',
};

/**
 * Reads the answer to a field; `indicator` is the one that the field asks, or that its control value is about.
 * A blank is null, never zero. The states are written in words: "không phát sinh", "không áp dụng" (where the field
 * admits it), "chưa có số liệu: lý do; dự kiến 2024-11-15".
 */
export function readCell(text: string, field: Field, indicator: Indicator): Reading<Cell | null> {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (words === '') return { ok: true, value: null };
  const state = readState(words, field, indicator);
  if (state) return state;
  const value = field.control ? readControl(words, field, indicator) : readValue(text, indicator);
  return value.ok ? { ok: true, value: { state: 'value', value: value.value } } : value;
}

/** "có", "không", "chưa", "yes" or "no" as "yes" or "no". */
export function readFlag(text: string): Reading<string> {
  const value = FLAGS[text.normalize('NFC').trim().toLocaleLowerCase('vi')];
  return value === undefined ? refuse(text, '«có» hoặc «không»') : { ok: true, value };
}

/** One of some choices by its id or label, however it is spelled, as its id. */
export function readChoice(
  text: string,
  choices: readonly { readonly id: string; readonly label: string }[],
): Reading<string> {
  const typed = text.trim();
  const key = nameKey(typed);
  const found =
    choices.find(({ id }) => id === typed) ??
    choices.find(({ id, label }) => [id, label].map(nameKey).includes(key));
  if (found) return { ok: true, value: found.id };
  return refuse(text, oneOf(choices));
}

function oneOf(choices: readonly { readonly label: string }[]): string {
  return `một trong các giá trị: ${choices.map(({ label }) => `«${label}»`).join(', ')}`;
}

function readState(words: string, field: Field, indicator: Indicator): Reading<Cell> | null {
  const bare = words.replace(/[.;]$/, '').toLocaleLowerCase('vi');
  if (bare === 'không phát sinh')
    return field.control === undefined && indicator.nature === 'status'
      ? refuse(words, oneOf(indicator.statuses))
      : { ok: true, value: { state: 'none' } };
  if (bare === 'không áp dụng')
    return field.mayNotApply
      ? { ok: true, value: { state: 'not-applicable' } }
      : refuse(words, 'một câu trả lời khác: ô này không được ghi «không áp dụng»');
  return PENDING.test(words) ? readPending(words) : null;
}

function readPending(words: string): Reading<Cell> {
  const [, reason = '', , expected] =
    /^(.*?)\s*([;,]\s*dự kiến\s*:?\s*(?:ngày\s+)?([^;]*?))?[.;]?$/iu.exec(words.replace(PENDING, '')) ?? [];
  if (reason === '') return refuse(words, PENDING_EXPECTED);
  if (reason.length > LONGEST_NOTE) return refuse(words, `lý do không quá ${LONGEST_NOTE} ký tự`);
  if (expected === undefined) return { ok: true, value: { state: 'pending', reason } };
  const day = readDate(expected);
  return day === null
    ? refuse(words, `${DATE_EXPECTED} sau chữ «dự kiến»`)
    : { ok: true, value: { state: 'pending', reason, expected: day } };
}

function readValue(text: string, indicator: Indicator): Reading<string> {
  const { nature } = indicator;
  if (nature === 'flag') return readFlag(text);
  if (nature === 'status') return readChoice(text, indicator.statuses);
  if (nature === 'text') return readText(text, LONGEST_TEXT);
  return readQuantity(text, indicator, mayBeFraction(indicator), indicator.signed);
}

/** A control value is a number whatever it is about: a total, a rate, how many bodies, or a change of one of them. */
function readControl(text: string, { control }: Field, indicator: Indicator): Reading<string> {
  const isChange = control?.versus !== undefined;
  const isFraction = isChange || (control?.decimals ?? 0) > 0 || mayBeFraction(indicator);
  return readQuantity(text, indicator, isFraction, isChange || indicator.signed);
}

function readQuantity(
  text: string,
  { unit }: Indicator,
  isFraction: boolean,
  isSigned: boolean,
): Reading<string> {
  const reading = readNumber(text);
  if (!reading.ok && text.includes('%') && !isFraction)
    return refuse(text, `số lượng theo đơn vị ${unit}, không phải tỷ lệ phần trăm`);
  if (!reading.ok) return refuse(text, reading.expected);
  if (reading.value.startsWith('-') && !isSigned) return refuse(text, 'số không âm');
  if (reading.value.includes('.') && !isFraction) return refuse(text, `số nguyên theo đơn vị ${unit}`);
  return { ok: true, value: reading.value };
}

/** True when an answer may have decimals: speeds, areas, percentages. */
export function mayBeFraction(indicator: Indicator): boolean {
  return indicator.fraction === true || indicator.unit === '%' || indicator.nature === 'ratio';
}
