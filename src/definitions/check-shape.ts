/** Checks one file's value against its schema and says in Vietnamese, by line, what does not fit. */
import { Ajv, type ErrorObject } from 'ajv';
import { isIsoDate } from '../domain/dates.ts';
import { suggestion } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Schema } from './schemas/parts.ts';
import type { Path } from './yaml-source.ts';

/** A value and where its parts stand; numbers keep the characters they were typed with. */
export interface ShapeSource {
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
  readonly numberText: (path: Path) => string | undefined;
}

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  discriminator: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
});
ajv.addKeyword({ keyword: 'hint', schemaType: 'string' });
ajv.addFormat('day', isIsoDate);

/** A value of the wanted shape, or what is wrong with it. */
export type Shaped<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

/**
 * Checks a value against the schema of `T`. A number where text is wanted (a year, 0.2) is taken as it was typed, in
 * place.
 */
export function checkShape<T>(schema: Schema, source: ShapeSource, file: string): Shaped<T> {
  const validate = ajv.compile<T>(schema);
  const { value } = source;
  if (validate(value)) return { value, problems: [] };
  const typed = takeNumbersAsTyped(validate.errors ?? [], source);
  if (typed && validate(value)) return { value, problems: [] };
  // Of alternatives only the whole is named, not why each of them fails.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/anyOf\/\d+\//.test(schemaPath));
  const named = errors.filter((error) => !isMisspelt(error, errors));
  const problems = named.flatMap((error) => {
    const message = messageOf(error);
    return message === undefined ? [] : [{ file, line: source.lineOf(pathOf(error)), message }];
  });
  return { problems };
}

/** A key that is missing only because it stands there misspelt. */
function isMisspelt(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'required') return false;
  const missing = String(error.params['missingProperty']);
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === error.instancePath &&
      suggestion(String(params['additionalProperty']), [missing]) !== '',
  );
}

function takeNumbersAsTyped(errors: readonly ErrorObject[], source: ShapeSource): boolean {
  let changed = false;
  for (const error of errors) {
    if (error.keyword !== 'type' || error.params['type'] !== 'string' || typeof error.data !== 'number')
      continue;
    const path = pathOf(error);
    const text = source.numberText(path);
    if (text !== undefined && replaceAt(source.value, path, text)) changed = true;
  }
  return changed;
}

function replaceAt(root: unknown, path: Path, value: string): boolean {
  let parent: unknown = root;
  for (const part of path.slice(0, -1)) parent = child(parent, part);
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined) return false;
  return Reflect.set(parent, last, value);
}

function child(parent: unknown, part: string | number): unknown {
  return typeof parent === 'object' && parent !== null ? Reflect.get(parent, part) : undefined;
}

function pathOf(error: ErrorObject): Path {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'additionalProperties') path.push(String(error.params['additionalProperty']));
  if (error.propertyName !== undefined) path.push(error.propertyName);
  return path;
}

function messageOf(error: ErrorObject): string | undefined {
  const key = keyOf(error);
  const params: Readonly<Record<string, unknown>> = error.params;
  const schema = isSchema(error.parentSchema) ? error.parentSchema : {};
  const hint = schema.hint;
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(schema.properties ?? {});
      const unknown = String(params['additionalProperty']);
      const meant = suggestion(unknown, known);
      return `không có khóa “${unknown}” ở đây${meant === '' ? `; các khóa dùng được: ${known.join(', ')}` : meant}.`;
    }
    case 'required':
      return `thiếu khóa “${String(params['missingProperty'])}”; vui lòng bổ sung.`;
    case 'type':
      if (error.data === null) return `${key} đang để trống; vui lòng ghi nội dung hoặc bỏ khóa này.`;
      return `${key} phải là ${typeName(schema)}; đang là ${shown(error.data)}.`;
    case 'enum':
      return `${key} phải là một trong: ${choices(schema)}; đang là ${shown(error.data)}${near(error, schema)}.`;
    case 'anyOf':
      return `${key} phải là ${hint ?? 'giá trị hợp lệ'}; đang là ${shown(error.data)}.`;
    case 'pattern':
    case 'format':
      return error.propertyName === undefined
        ? `${key} phải là ${hint}; đang là ${shown(error.data)}.`
        : `khóa “${error.propertyName}” phải viết bằng ${hint}.`;
    case 'minLength':
      return `${key} đang để trống; vui lòng ghi nội dung hoặc bỏ khóa này.`;
    case 'minimum':
    case 'maximum':
      return `${key} phải trong khoảng từ ${schema.minimum} đến ${schema.maximum}; đang là ${shown(error.data)}.`;
    case 'minItems':
      return `${key} phải có ít nhất ${String(params['limit'])} mục.`;
    case 'uniqueItems':
      return `${key} có mục ghi hai lần; vui lòng bỏ bớt.`;
    case 'discriminator': {
      const kinds = (schema.oneOf ?? []).flatMap((branch) => branch.properties?.['kind']?.const ?? []);
      const kind = params['tagValue'];
      if (typeof kind !== 'string') return undefined;
      return `“kind” phải là một trong: ${kinds.join(', ')}; đang là ${shown(kind)}${suggestion(kind, kinds)}.`;
    }
    default:
      return undefined;
  }
}

/** Ajv gives back the very object that the schema was written as. */
function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** What the message calls the value: its own key, or its place in a list. */
function keyOf(error: ErrorObject): string {
  const parts = pathOf(error);
  const last = parts.at(-1);
  if (last === undefined) return 'nội dung tệp';
  if (!/^\d+$/.test(String(last))) return `“${last}”`;
  const listName = parts.at(-2);
  return listName === undefined
    ? `mục thứ ${Number(last) + 1}`
    : `mục thứ ${Number(last) + 1} của “${listName}”`;
}

function near(error: ErrorObject, schema: Schema): string {
  return typeof error.data === 'string' ? suggestion(error.data, schema.enum ?? []) : '';
}

function choices(schema: Schema): string {
  return (schema.enum ?? []).join(', ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'true hoặc false',
  object: 'một nhóm “khóa: giá trị”',
  array: 'một danh sách (mỗi dòng bắt đầu bằng “- ”)',
  null: 'null',
};

function typeName(schema: Schema): string {
  return [schema.type ?? []]
    .flat()
    .map((type) => TYPE_NAMES[type] ?? type)
    .join(' hoặc ');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'trống';
  if (Array.isArray(value)) return 'một danh sách';
  if (typeof value === 'object') return 'một nhóm “khóa: giá trị”';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
