/** What may stand beside an answer in columns of its own: "<field>.document", ".date", ".asOf", ".note". */
import type { Field } from '../definition.ts';
import type { Cell } from '../submission.ts';
import { quoted, type FileProblem } from './file-problem.ts';
import { DATE_EXPECTED, readDate } from './read-date.ts';
import { LONGEST_NOTE, readText } from './read-text.ts';
import { refuse, type Reading } from './reading.ts';
import type { SheetRow } from './sheet.ts';

type Suffix = 'document' | 'date' | 'asOf' | 'note';

export const COMPANIONS: readonly { readonly suffix: Suffix; readonly label: string }[] = [
  { suffix: 'document', label: 'số, ký hiệu văn bản' },
  { suffix: 'date', label: 'ngày văn bản' },
  { suffix: 'asOf', label: 'ngày chốt số liệu' },
  { suffix: 'note', label: 'ghi chú' },
];

/** The cell with what stands beside it; what the field does not ask, or the answer does not admit, is a problem. */
export function addCompanions(
  cell: Cell | null,
  field: Field,
  row: SheetRow,
  problems: FileProblem[],
): Cell | null {
  const beside: Partial<Record<Suffix, string>> = {};
  for (const { suffix, label } of COMPANIONS) {
    const column = `${field.id}.${suffix}`;
    const text = row.text(column);
    if (text.trim() === '') continue;
    const reading = suffix === 'date' || suffix === 'asOf' ? dateOf(text) : readText(text, LONGEST_NOTE);
    if (!isAsked(suffix, field))
      problems.push(row.problem(column, quoted(text), `để trống: «${field.id}» không hỏi ${label}`));
    else if (!mayStandBeside(suffix, cell))
      problems.push(row.problem(column, quoted(text), `để trống, hoặc trả lời ở cột «${field.id}»`));
    else if (reading.ok) beside[suffix] = reading.value;
    else problems.push(row.problem(column, reading.found, reading.expected));
  }
  return cell && { ...cell, ...beside };
}

function isAsked(suffix: Suffix, { evidence, asOf }: Field): boolean {
  if (suffix === 'note') return true;
  return suffix === 'asOf' ? asOf : evidence;
}

/** Only a value has a document and days; a note goes with everything but a blank and "chưa có số liệu: lý do". */
function mayStandBeside(suffix: Suffix, cell: Cell | null): boolean {
  if (cell === null || cell.state === 'pending') return false;
  return suffix === 'note' || cell.state === 'value';
}

function dateOf(text: string): Reading<string> {
  const day = readDate(text);
  return day === null ? refuse(text, DATE_EXPECTED) : { ok: true, value: day };
}
