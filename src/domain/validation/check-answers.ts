/** Checks answers against the schema of their form and names each wrong place once, in words a person understands. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isIsoDate } from '../dates.ts';
import type { Definition, Form } from '../definition.ts';
import { isPeriodId } from '../period.ts';
import type { Answers } from '../submission.ts';
import { answersSchema } from './answers-schema.ts';
import { expectedOfCell, expectedOfColumn } from './expected-answer.ts';

/** One place of the answers that has the wrong shape. */
export interface AnswerProblem {
  /** Field id, for a cell … */
  readonly field?: string;
  /** … or table id, number of the row from 1, and column id. */
  readonly table?: string;
  readonly row?: number;
  readonly column?: string;
  /** What stands there; "" when nothing does. */
  readonly found: string;
  /** What should stand there, continuing "cần …". */
  readonly expected: string;
}

const ajv = new Ajv({ allErrors: true, discriminator: true, strictTypes: false, strictRequired: false });
ajv.addFormat('day', isIsoDate);
ajv.addFormat('period', isPeriodId);
ajv.addFormat('written', isWritten);

/** Compiled once for each form: forms of a loaded definition are frozen. */
const compiled = new WeakMap<Definition, Map<string, ValidateFunction>>();

/**
 * The places of the answers that have the wrong shape, in the order of the form; none when all have the right one.
 * Answers come from outside, so anything may stand in them whatever their type says.
 * @throws RangeError when the form is not of this definition.
 */
export function checkAnswers(form: Form, definition: Definition, answers: Answers): readonly AnswerProblem[] {
  const validate = validatorOf(form, definition);
  if (validate(answers)) return [];
  const problems = new Map<string, AnswerProblem>();
  for (const error of validate.errors ?? []) {
    const problem = problemOf(error, form, definition, answers);
    const key = JSON.stringify([problem.field, problem.table, problem.row, problem.column]);
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

function validatorOf(form: Form, definition: Definition): ValidateFunction {
  const validators = compiled.get(definition) ?? new Map<string, ValidateFunction>();
  compiled.set(definition, validators);
  const validator = validators.get(form.id) ?? ajv.compile(answersSchema(form, definition));
  validators.set(form.id, validator);
  return validator;
}

function problemOf(error: ErrorObject, form: Form, definition: Definition, answers: unknown): AnswerProblem {
  const path = pathOf(error);
  const [part, id, ...rest] = path;
  const found = shown(path.reduce(child, answers));
  if (part === 'cells' && id !== undefined) return cellProblem(id, rest, found, form, definition, answers);
  if (part === 'standingTables' && id !== undefined)
    return { table: id, found, expected: '“none”, hoặc nơi có số liệu gốc của một bảng được giữ nguyên' };
  if (part === 'tables' && id !== undefined) return tableProblem(id, rest, found, form);
  return { found, expected: 'một phiếu gồm các ô (cells) và các bảng (tables)' };
}

function cellProblem(
  id: string,
  [part]: readonly string[],
  found: string,
  form: Form,
  definition: Definition,
  answers: unknown,
): AnswerProblem {
  const field = form.sections.flatMap(({ fields }) => fields).find((candidate) => candidate.id === id);
  if (!field) return { field: id, found: '', expected: `một ô có trong biểu ${form.id}` };
  if (part !== undefined && part !== 'value' && part !== 'state')
    return { field: id, found, expected: expectedOfPart(part, field) };
  const cell = child(child(answers, 'cells'), id);
  const value = child(cell, 'value');
  const shownCell = child(cell, 'state') === 'value' ? shown(value) : shown(child(cell, 'state') ?? cell);
  return { field: id, found: shownCell, expected: expectedOfCell(field, definition) };
}

function expectedOfPart(part: string, field: { readonly evidence: boolean; readonly asOf: boolean }): string {
  switch (part) {
    case 'asOf':
      return field.asOf ? 'ngày có thật dạng YYYY-MM-DD' : 'để trống: ô này không hỏi ngày của số liệu';
    case 'date':
      return field.evidence ? 'ngày có thật dạng YYYY-MM-DD' : 'để trống: ô này không hỏi ngày văn bản';
    case 'document':
      return field.evidence
        ? 'số, ký hiệu văn bản, không quá 1.000 ký tự'
        : 'để trống: ô này không hỏi văn bản';
    case 'expected':
      return 'ngày có thật dạng YYYY-MM-DD';
    case 'reason':
      return 'lý do chưa có số liệu, không quá 1.000 ký tự';
    case 'carried':
      return 'để trống, hoặc kỳ (from), bản (revision) và ngày (asOf) của số liệu gốc, ở chỉ tiêu được giữ nguyên';
    case 'note':
      return 'ghi chú không quá 1.000 ký tự';
    default:
      return `bỏ phần “${part}”, vì ô không có phần này`;
  }
}

function tableProblem(
  id: string,
  [index, column]: readonly string[],
  found: string,
  form: Form,
): AnswerProblem {
  const table = form.tables.find((candidate) => candidate.id === id);
  if (!table) return { table: id, found: '', expected: `một bảng có trong biểu ${form.id}` };
  if (index === undefined) return { table: id, found, expected: 'một danh sách các dòng' };
  const row = Number(index) + 1;
  if (column === undefined) return { table: id, row, found, expected: 'một dòng gồm các cột của bảng' };
  const definition = table.columns.find((candidate) => candidate.id === column);
  if (!definition) return { table: id, row, column, found, expected: `một cột có trong bảng ${id}` };
  return { table: id, row, column, found, expected: expectedOfColumn(definition) };
}

function pathOf(error: ErrorObject): readonly string[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params: Readonly<Record<string, unknown>> = error.params;
  const key =
    error.keyword === 'additionalProperties' ? params['additionalProperty'] : params['missingProperty'];
  return typeof key === 'string' ? [...path, key] : path;
}

function child(parent: unknown, key: string): unknown {
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? Reflect.get(parent, key)
    : undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** NFC, without control characters but line ends and tabs, and without spaces at the ends. */
function isWritten(text: string): boolean {
  return text === text.normalize('NFC').trim() && !/[^\P{Cc}\n\t]/u.test(text);
}
