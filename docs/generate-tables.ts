/**
 * Writes the tables of docs/authoring.md from the code that they describe: the keys of every file from the JSON Schemas,
 * the helpers of the texts from their signatures. Run by `npm run docs`; a test compares the page with what this gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FILE_SCHEMAS } from '../src/definitions/schemas/files.ts';
import type { Schema } from '../src/definitions/schemas/parts.ts';
import { HELPERS, type Argument, type HelperSignature } from '../src/domain/narration/signatures.ts';
import { PERIOD_SCHEMA } from '../src/workflow/files/period-schema.ts';

export const PAGE = fileURLToPath(new URL('authoring.md', import.meta.url));

const BLOCK = /(<!-- generated: ([^ ]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;
/** Prettier would pad the columns of a table to its longest cell. */
const UNTOUCHED = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/** Every table by the name in its markers. */
export function generatedTables(): Readonly<Record<string, string>> {
  const files = { ...FILE_SCHEMAS, 'period.yaml': PERIOD_SCHEMA };
  return {
    ...Object.fromEntries(
      Object.entries(files).map(([path, schema]) => [path.replace('<id>/', ''), fileTables(schema)]),
    ),
    helpers: helperSections(),
  };
}

/**
 * The page with every generated part as it should be.
 * @throws RangeError when a marker names no table, or a table has no marker.
 */
export function withTables(page: string): string {
  const tables = generatedTables();
  const written = new Set<string>();
  const result = page.replace(BLOCK, (_whole, open: string, name: string, close: string) => {
    const table = tables[name];
    if (table === undefined) throw new RangeError(`no table is called ${name}`);
    written.add(name);
    return `${open}\n${UNTOUCHED[0]}\n\n${table}\n\n${UNTOUCHED[1]}\n\n${close}`;
  });
  const missing = Object.keys(tables).filter((name) => !written.has(name));
  if (missing.length > 0) throw new RangeError(`the page has no place for ${missing.join(', ')}`);
  return result;
}

interface Key {
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** One table of keys; where a `kind` decides which keys there are, one for each kind. */
function fileTables(schema: Schema): string {
  const keys = keysOf(schema, '', schema.$defs ?? {});
  const choices = kindsOf(schema, '');
  const common = keys.length > 0 ? [keyTable(keys)] : [];
  const kinds = choices.flatMap(({ path, kind, schema: own }) => [
    `${path === '[]' ? '' : `\`${path}\` with `}\`kind: ${kind}\`: ${own.description ?? ''}`,
    keyTable(keysOf(own, path, {}).filter(({ path: key }) => !key.endsWith('.kind'))),
  ]);
  return [...common, ...kinds].join('\n\n');
}

function keyTable(keys: readonly Key[]): string {
  return tableOf(
    ['key', 'holds', 'required', 'meaning'],
    keys.map(({ path, schema, required }) => [
      `\`${path.replace(/^\[\]\.?/, '')}\``,
      holds(schema),
      required ? 'yes' : '',
      schema.description ?? '',
    ]),
  );
}

/** The keys of a schema at any depth, in their order. `[]` stands for each item of a list, `<id>` for a name of one's own. */
function keysOf(schema: Schema, path: string, parts: Readonly<Record<string, Schema>>): readonly Key[] {
  if (schema.items) return keysOf(schema.items, `${path}[]`, parts);
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, child]): Key[] => {
    const own = path === '' ? name : `${path}.${name}`;
    return [
      { path: own, schema: child, required: schema.required?.includes(name) ?? false },
      ...keysOf(resolved(child, parts), own, parts),
    ];
  });
  const values = schema.additionalProperties;
  if (typeof values !== 'object') return named;
  const own = path === '' ? '<id>' : `${path}.<id>`;
  const within = keysOf(values, own, parts);
  return [...named, ...(within.length > 0 ? within : [{ path: own, schema: values, required: false }])];
}

/** A part of the outline holds parts: the inner ones are not written out again. */
function resolved(schema: Schema, parts: Readonly<Record<string, Schema>>): Schema {
  const ref = schema.items?.$ref ?? schema.$ref;
  const part = ref === undefined ? undefined : parts[ref.replace('#/$defs/', '')];
  if (!part) return schema;
  const { blocks: inner, ...rest } = part.properties ?? {};
  const closed = inner ? { ...inner, items: {} } : undefined;
  return {
    items: { ...part, properties: { ...rest, ...(closed ? { blocks: closed } : {}) } },
  };
}

function kindsOf(
  schema: Schema,
  path: string,
): readonly { readonly path: string; readonly kind: string; readonly schema: Schema }[] {
  if (schema.oneOf && schema.discriminator)
    return schema.oneOf.map((own) => ({ path, kind: own.properties?.['kind']?.const ?? '', schema: own }));
  if (schema.items) return kindsOf(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    kindsOf(child, path === '' ? name : `${path}.${name}`),
  );
}

/** What stands under a key, in words. */
function holds(schema: Schema): string {
  const { type, items, additionalProperties } = schema;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(holds).join(' or ');
  if (schema.format === 'day') return 'day `2024-10-31`';
  if (schema.pattern !== undefined) return patternInWords(schema.pattern);
  if (items) return `list of ${itemsInWords(items)}${schema.minItems ? `, at least ${schema.minItems}` : ''}`;
  if (typeof additionalProperties === 'object') return 'map by id';
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const words = types.map((one) => {
    switch (one) {
      case 'string':
        return 'text';
      case 'boolean':
        return '`true`, `false`';
      case 'integer':
        return `whole number ${schema.minimum}–${schema.maximum}`;
      case 'null':
        return '`null`';
      default:
        return 'keys below';
    }
  });
  return words.join(' or ');
}

function itemsInWords(items: Schema): string {
  const one = items.enum || items.pattern !== undefined || items.type === 'string' ? holds(items) : '';
  return one === ''
    ? 'keys below'
    : one
        .replace(/^id/, 'ids')
        .replace(/^text$/, 'texts')
        .replace(/^day/, 'days');
}

function patternInWords(pattern: string): string {
  if (pattern.includes('T([01]')) return 'time `2024-10-25T17:00:00+07:00`';
  if (pattern.startsWith('^\\d{4}-(0')) return 'month `2024-10`';
  if (pattern === '^\\d{4}$') return 'year `"2024"`';
  if (pattern.startsWith('^(?!-0$)')) return 'decimal text `"0.2"`';
  return pattern.startsWith('^[A-Za-z') ? 'id, capitals allowed' : 'id';
}

function helperSections(): string {
  return Object.entries(HELPERS)
    .map(([name, helper]) => helperSection(name, helper))
    .join('\n\n');
}

function helperSection(name: string, helper: HelperSignature): string {
  const call = helper.block ? `{{#${name} …}} … {{else}} … {{/${name}}}` : `{{${name} …}}`;
  const rows = [
    ...helper.positional.map((argument) => argumentRow(`${argument.name} (first)`, argument)),
    ...Object.entries(helper.options).map(([option, argument]) => argumentRow(option, argument)),
  ];
  const example = ['```text', helper.example, '→', helper.prints, '```'].join('\n');
  return [
    `#### ${name}`,
    `\`${call}\` ${helper.about}`,
    ...(rows.length > 0 ? [tableOf(['argument', 'holds', 'required', 'meaning'], rows)] : []),
    example,
  ].join('\n\n');
}

function argumentRow(name: string, { type, about, required }: Argument): readonly string[] {
  const { kind } = type;
  const what = {
    indicator: 'code of an indicator',
    block: 'id of a block, roster or body',
    table: 'id of a table',
    column: 'id of a column',
    form: 'id of a form',
    body: 'id of a body or form',
    status: 'id of a class',
    window: 'id of a window',
    period: `\`previous\`, \`year-ago\`, \`year-start\`,${kind === 'period' && type.next ? ' `next`,' : ''} or the id of a period`,
    annex: 'id of an annex',
    number: 'whole number, no quotes',
    boolean: '`true` or `false`, no quotes',
    text: 'text',
    date: 'day or month',
    filter: 'conditions',
    choice: kind === 'choice' ? type.values.map((value) => `\`${value}\``).join(', ') : '',
  }[kind];
  const natures =
    kind === 'indicator' && type.natures
      ? ` of nature ${type.natures.map((one) => `\`${one}\``).join(', ')}`
      : '';
  return [
    `\`${name.replace(' (first)', '')}\`${name.endsWith(' (first)') ? ', stands first' : ''}`,
    what + natures,
    required ? 'yes' : '',
    about,
  ];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(PAGE, withTables(await readFile(PAGE, 'utf8')));
}
