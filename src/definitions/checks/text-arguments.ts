/** Checks the arguments of one call against its signature and against the definition. */
import type { Definition, Indicator } from '../../domain/definition.ts';
import { isIsoDate } from '../../domain/dates.ts';
import { isPeriodId } from '../../domain/period.ts';
import { parseFilter } from '../../domain/narration/filters.ts';
import {
  HELPERS,
  type Argument,
  type ArgumentKind,
  type HelperSignature,
} from '../../domain/narration/signatures.ts';
import { suggestion } from '../nearest.ts';
import type { CheckContext } from './check-context.ts';
import { columnsNamed, conditionFault } from './row-filter.ts';
import type { ArgumentValue, Call } from './text-calls.ts';
import { hasDigit, unknown } from './wording.ts';

/** Where an earlier period stands to the one that is printed. */
const PLACES: readonly string[] = ['previous', 'year-ago', 'year-start'];

interface Given {
  readonly call: Call;
  /** As messages name it. */
  readonly name: string;
  readonly value: ArgumentValue;
}

/** Faults of form and reference; what the arguments mean together is checked in text-meaning.ts. */
export function* argumentFaults(context: CheckContext, call: Call): Generator<string> {
  const signature = HELPERS[call.name];
  if (!signature) return;
  yield* countFaults(call, signature);
  for (const [index, value] of call.positional.entries()) {
    const argument = signature.positional[index];
    if (argument) yield* valueFaults(context, { call, name: argument.name, value }, argument);
  }
  for (const [name, value] of call.options) {
    const argument = Object.hasOwn(signature.options, name) ? signature.options[name] : undefined;
    if (argument) yield* valueFaults(context, { call, name, value }, argument);
    else {
      const known = Object.keys(signature.options);
      const rest =
        known.length === 0 ? '; hàm này không có đối số tùy chọn' : `; các đối số: ${known.join(', ')}`;
      yield `hàm “${call.name}” không có đối số “${name}”${suggestion(name, known) || rest}.`;
    }
  }
}

/** The indicator that a call names first, when it exists. */
export function indicatorOf({ find }: CheckContext, call: Call): Indicator | undefined {
  const [first] = call.positional;
  const takesIndicator =
    HELPERS[call.name]?.positional[0]?.type.kind === 'indicator' || call.name === 'ifAny';
  return takesIndicator && typeof first === 'string' ? find.indicator(first) : undefined;
}

/** The table whose rows a call is about, when there is one. */
export function tableOf(call: Call): string | undefined {
  const [first] = call.positional;
  const takesTable = HELPERS[call.name]?.positional[0]?.type.kind === 'table' || call.name === 'ifAny';
  return takesTable && typeof first === 'string' ? first : call.rowsOf;
}

function* countFaults(call: Call, signature: HelperSignature): Generator<string> {
  for (const argument of signature.positional.slice(call.positional.length))
    if (argument.required) yield `hàm “${call.name}” thiếu đối số “${argument.name}” đứng ngay sau tên hàm.`;
  if (call.positional.length > signature.positional.length)
    yield `hàm “${call.name}” thừa đối số; đối số tùy chọn viết dạng tên=giá trị.`;
  for (const [name, argument] of Object.entries(signature.options))
    if (argument.required && !call.options.has(name)) yield `hàm “${call.name}” thiếu đối số “${name}”.`;
}

function* valueFaults(context: CheckContext, given: Given, { type }: Argument): Generator<string> {
  const { call, name, value } = given;
  const expected = expectedForm(type, value);
  if (expected !== undefined) {
    yield `đối số “${name}” của hàm “${call.name}” phải là ${expected}; đang là “${String(value)}”.`;
    return;
  }
  if (typeof value === 'string') yield* referenceFaults(context, given, type, value);
}

/** What the value should look like, when it does not. */
function expectedForm(type: ArgumentKind, value: ArgumentValue): string | undefined {
  switch (type.kind) {
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? undefined
        : 'số nguyên không âm, không có dấu nháy';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true hoặc false, không có dấu nháy';
    case 'period': {
      const places = type.next ? [...PLACES, 'next'] : PLACES;
      if (typeof value === 'string' && (places.includes(value) || isPeriodId(value))) return undefined;
      return `một trong: ${places.join(', ')}, hoặc mã kỳ như 2023, 2023-H1, 2023-9M, 2023-Q2, 2023-06, trong dấu nháy${suggestion(String(value), places)}`;
    }
    case 'choice': {
      if (typeof value === 'string' && type.values.includes(value)) return undefined;
      return `một trong: ${type.values.join(', ')}${suggestion(String(value), type.values)}`;
    }
    case 'date':
      return typeof value === 'string' && ['', '-01', '-01-01'].some((rest) => isIsoDate(`${value}${rest}`))
        ? undefined
        : 'ngày dạng YYYY-MM-DD, tháng dạng YYYY-MM hoặc năm dạng YYYY, trong dấu nháy';
    case 'indicator':
    case 'block':
    case 'table':
    case 'column':
    case 'form':
    case 'body':
    case 'status':
    case 'window':
    case 'annex':
    case 'filter':
    case 'text':
      return typeof value === 'string' ? undefined : 'chữ trong dấu nháy';
  }
}

function* referenceFaults(
  context: CheckContext,
  given: Given,
  type: ArgumentKind,
  value: string,
): Generator<string> {
  const { definition, find } = context;
  switch (type.kind) {
    case 'indicator': {
      const indicator = find.indicator(value);
      if (!indicator) yield unknown('chỉ tiêu', value, Object.keys(definition.indicators));
      else if (type.natures ? !type.natures.includes(indicator.nature) : indicator.nature === 'text')
        yield `hàm “${given.call.name}” không dùng cho chỉ tiêu ${indicator.nature} như “${value}”${type.natures ? `; chỉ dùng cho: ${type.natures.join(', ')}` : '; lời của đơn vị in bằng {{narrative}}'}.`;
      break;
    }
    case 'block':
      if (!find.scopes.has(value)) yield unknown('khối, danh sách hoặc đơn vị', value, find.scopes);
      break;
    case 'table':
      if (find.tables(value).length === 0) yield unknown('bảng', value, find.tableIds);
      break;
    case 'column':
      yield* columnFaults(context, given, value);
      break;
    case 'form':
      if (!find.form(value)) yield unknown('biểu', value, formIds(definition));
      break;
    case 'body':
      yield* bodyFaults(context, value);
      break;
    case 'window': {
      const windows = Object.keys(definition.report.windows);
      if (!windows.includes(value)) yield unknown('khoảng thời gian', value, windows);
      break;
    }
    case 'annex': {
      const annexes = definition.annexes.map(({ id }) => id);
      if (!annexes.includes(value)) yield unknown('phụ lục', value, annexes);
      break;
    }
    case 'filter':
      yield* filterFaults(context, given, value);
      break;
    case 'text':
      yield* textFaults(given, value);
      break;
    case 'status':
    case 'period':
    case 'number':
    case 'boolean':
    case 'date':
    case 'choice':
      break;
  }
}

function* columnFaults({ find }: CheckContext, { call }: Given, value: string): Generator<string> {
  if (call.rowsOf === undefined) yield `hàm “${call.name}” chỉ dùng được bên trong {{#rows}}…{{/rows}}.`;
  else if (value !== 'body')
    for (const { fault } of columnsNamed(find, call.rowsOf, value)) if (fault !== undefined) yield fault;
}

function* bodyFaults({ definition, find }: CheckContext, value: string): Generator<string> {
  if (definition.entities.some(({ id }) => id === value)) return;
  const form = find.form(value);
  if (!form)
    yield unknown('đơn vị hoặc biểu', value, [
      ...definition.entities.map(({ id }) => id),
      ...formIds(definition),
    ]);
  else if (form.body === undefined && form.roster !== undefined)
    yield `biểu “${value}” do cả danh sách “${form.roster}” nộp; {{body}} cần biểu của một đơn vị hoặc mã đơn vị.`;
}

function* filterFaults({ find }: CheckContext, { call, name }: Given, value: string): Generator<string> {
  const table = tableOf(call);
  try {
    for (const condition of parseFilter(value)) {
      const fault = table === undefined ? undefined : conditionFault(find, table, condition);
      if (fault !== undefined) yield fault;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield `đối số “${name}” của hàm “${call.name}” phải là các điều kiện cách nhau bằng dấu phẩy, ví dụ “loai=nghi-dinh, nguoi-dung>1000”; đang là “${value}”.`;
  }
}

/** Only cite and name may have digits: anything else would be a figure typed by hand. */
function* textFaults({ call, name }: Given, value: string): Generator<string> {
  const isFixed = call.name === 'cite' || call.name === 'name';
  if (isFixed && value.trim() === '') yield `đối số “${name}” của hàm “${call.name}” đang để trống.`;
  const isCode = name === 'count' || name === 'order' || call.name === 'ifAny';
  if (!isFixed && !isCode && hasDigit(value))
    yield `đối số “${name}” của hàm “${call.name}” có chữ số gõ thẳng; số liệu chỉ được in qua các hàm.`;
}

function formIds(definition: Definition): readonly string[] {
  return definition.forms.map(({ id }) => id);
}
