/**
 * Writes that make up one act, put together before any of them is made: PostgreSQL makes them all with one statement,
 * SQLite one after the other. Data until then, so that both make the same ones.
 */
import type { Knex } from 'knex';
import type { Tables } from 'knex/types/tables.js';
import { dialectOf } from './dialect.ts';
import { onConnection, type Run, type Value } from './direct.ts';
import { insertAll } from './insert.ts';

type Row = Readonly<Record<string, Cell>>;
type Cell = Value | WithNumber;
type Values = Readonly<Record<string, Value>>;

export type Write =
  | Insert
  | { readonly kind: 'update'; readonly table: string; readonly set: Values; readonly where: Values }
  | { readonly kind: 'delete'; readonly table: string; readonly where: Values };

interface Insert {
  readonly kind: 'insert';
  readonly table: string;
  readonly rows: readonly Row[];
  /** The column that the database counts, where the act needs to know the number. */
  readonly counted?: string;
}

/** A text around the number that the same act was given by an earlier insert; in a column that is never null. */
export interface WithNumber {
  readonly before: string;
  readonly after: string;
}

export interface Written {
  /** The number that the database counted; 0 when the act asked for none. */
  readonly number: number;
}

type Columns<Table extends keyof Tables> = Knex.ResolveTableType<Tables[Table], 'insert'>;

export function insertOf<Table extends keyof Tables>(
  table: Table,
  rows: readonly { readonly [Name in keyof Columns<Table>]: Columns<Table>[Name] | WithNumber }[],
  options: { readonly counted?: string } = {},
): Write {
  return { kind: 'insert', table, rows: rows as readonly Row[], ...options };
}

export function updateOf<Table extends keyof Tables>(
  table: Table,
  set: Partial<Columns<Table>>,
  where: Values,
): Write {
  return { kind: 'update', table, set: set as Values, where };
}

export function deleteOf(table: keyof Tables, where: Values): Write {
  return { kind: 'delete', table, where };
}

/** Makes them within a transaction. */
export async function write(trx: Knex.Transaction, writes: readonly Write[]): Promise<Written> {
  if (!writes.some(writesSomething)) return NOTHING;
  const make = dialectOf(trx).foldsWrites ? makeAtOnce : makeInTurn;
  return onConnection(trx, async (run) => (await make(run, writes)) ?? NOTHING);
}

/** Something that must be so for any of the writes to be made. */
export interface Condition {
  /** A query for one text, called "value". */
  readonly sql: string;
  readonly values: readonly Value[];
  readonly is: string;
}

const NOTHING: Written = { number: 0 };

/** One statement for each. Undefined when the condition does not hold, and nothing was written. */
export async function makeInTurn(
  run: Run,
  writes: readonly Write[],
  condition?: Condition,
): Promise<Written | undefined> {
  if (condition) {
    const [now] = await run(condition.sql, condition.values);
    if ((now as { readonly value: string } | undefined)?.value !== condition.is) return undefined;
  }
  let written = NOTHING;
  for (const one of writes)
    if (one.kind === 'insert')
      await insertAll(one.rows, async (rows) => {
        const { sql, values } = insertionOf({ ...one, rows }, written);
        const [row] = await run(sql, values);
        if (row !== undefined) written = row as Written;
      });
    else await run(changeOf(one).sql, changeOf(one).values);
  return written;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

function insertionOf(insert: Insert, { number }: Written): Statement {
  const { table, rows, counted } = insert;
  const columns = columnsOf(insert);
  const row = `(${columns.map(() => '?').join(', ')})`;
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => row).join(', ')}${
      counted === undefined ? '' : ` returning ${counted} as number`
    }`,
    values: rows.flatMap((cells) =>
      Object.values(cells).map((cell) => (isText(cell) ? `${cell.before}${number}${cell.after}` : cell)),
    ),
  };
}

function changeOf({ table, where, ...change }: Exclude<Write, Insert>): Statement {
  const set = change.kind === 'update' ? change.set : {};
  const start =
    change.kind === 'update' ? `update ${table} set ${equalities(set, ', ')}` : `delete from ${table}`;
  return {
    sql: `${start} where ${equalities(where, ' and ')}`,
    values: [...Object.values(set), ...Object.values(where)],
  };
}

function equalities(values: Values, between: string): string {
  return Object.keys(values)
    .map((name) => `${name} = ?`)
    .join(between);
}

/**
 * One statement for all. Its parts all see the database as it was before, and references between their rows are looked at
 * when all are made. Undefined as with `makeInTurn`.
 */
export async function makeAtOnce(
  run: Run,
  writes: readonly Write[],
  condition?: Condition,
): Promise<Written | undefined> {
  const parts = writes.filter(writesSomething).map(partOf);
  const holds = condition ? `select from (${condition.sql}) as now where now.value = ?` : 'select';
  const isCounted = parts.some(({ name }) => name === COUNTED);
  const [row] = await run(
    `with holds as materialized (${holds})${parts
      .map(({ sql, name }, index) => `, ${name ?? `part_${index}`} as (${sql})`)
      .join('')} select ${isCounted ? NUMBER : '0'} as number from holds`,
    [...(condition ? [...condition.values, condition.is] : []), ...parts.flatMap(({ values }) => values)],
  );
  return row as Written | undefined;
}

const COUNTED = 'counted';
const NUMBER = `(select number from ${COUNTED})`;

/** The rows of an insert are one value, which the server takes apart: each value that is bound costs both sides. */
function partOf(one: Write): Statement & { readonly name?: string } {
  const ifHolds = 'exists (select from holds)';
  if (one.kind !== 'insert') {
    const { sql, values } = changeOf(one);
    return { sql: `${sql} and ${ifHolds}`, values };
  }
  const { table, rows, counted } = one;
  const columns = columnsOf(one);
  const texts = new Map(
    rows.flatMap((row) =>
      Object.entries(row).filter((entry): entry is [string, WithNumber] => isText(entry[1])),
    ),
  );
  const plain = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, isText(cell) ? null : cell])),
  );
  const taken = columns.map((name) =>
    texts.has(name) ? `coalesce(${name}, ?::text || ${NUMBER} || ?)` : name,
  );
  return {
    sql: `insert into ${table} (${columns.join(', ')}) select ${taken.join(', ')}
      from json_populate_recordset(null::${table}, ?) where ${ifHolds}${
        counted === undefined ? '' : ` returning ${counted} as number`
      }`,
    values: [...[...texts.values()].flatMap(({ before, after }) => [before, after]), JSON.stringify(plain)],
    ...(counted === undefined ? {} : { name: COUNTED }),
  };
}

function writesSomething(one: Write): boolean {
  return one.kind !== 'insert' || one.rows.length > 0;
}

function columnsOf({ rows }: Insert): readonly string[] {
  return Object.keys(rows[0] ?? {});
}

function isText(cell: Cell): cell is WithNumber {
  return typeof cell === 'object' && cell !== null;
}
