/**
 * Which statements PostgreSQL is told to keep planned, on each connection: those that come again and again. To plan a
 * short statement takes longer than to run it.
 */

/** Statements that are kept planned. */
const MOST_PLANNED = 200;
/** Statements that are watched for coming again. */
const MOST_WATCHED = 2_000;
/** Longer ones insert many rows, or name many bodies: hardly two are alike. */
const LONGEST = 6_000;
/** Runs after which a statement is kept. */
const OFTEN = 3;
const REPEATED = /^\s*(?:select|insert|update|delete|with)\b/i;

interface Planned {
  /** By statement: its name once it has one, before that how often it ran. */
  readonly names: Map<string, string | number>;
  count: number;
  /** Rises when all are forgotten: a name never stands for two plans. */
  round: number;
}

/** By database, as its configuration names it. */
const planned = new WeakMap<object, Planned>();

/** The name under which a statement is kept planned; undefined for one that is not. */
export function nameOfPlan(database: object, sql: string): string | undefined {
  if (sql.length > LONGEST || !REPEATED.test(sql)) return undefined;
  const known = plannedOf(database);
  const entry = known.names.get(sql) ?? 0;
  if (typeof entry === 'string') return entry;
  if (known.count >= MOST_PLANNED || (entry === 0 && known.names.size >= MOST_WATCHED)) return undefined;
  if (entry + 1 < OFTEN) known.names.set(sql, entry + 1);
  else known.names.set(sql, `tong-hop-${known.round}-${(known.count += 1)}`);
  return undefined;
}

/** A table was changed under a plan: all are made anew. */
export function forgetPlans(database: object): void {
  const known = plannedOf(database);
  known.names.clear();
  known.count = 0;
  known.round += 1;
}

function plannedOf(database: object): Planned {
  const known = planned.get(database) ?? { names: new Map<string, string | number>(), count: 0, round: 1 };
  planned.set(database, known);
  return known;
}
