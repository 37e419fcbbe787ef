/** What a period's book takes from the books of the shorter periods that make it up, instead of from its own forms. */
import type { Definition, Indicator } from '../definition.ts';
import type { Facts } from '../facts.ts';
import { asks, followsFromParts, hasTable, nestedForms, type NestedForm } from '../nesting.ts';
import { owedForms, validIn } from '../owed.ts';
import type { PeriodId } from '../period.ts';
import type { AnswerIndex } from './answers.ts';
import type { Book } from './book.ts';

export interface Nesting {
  /** The shorter periods that an asked flow or stock is compiled from; undefined when the period asks for it itself. */
  periodsOf(code: string): readonly PeriodId[] | undefined;
  /** The same of a table's rows. */
  periodsOfTable(table: string): readonly PeriodId[] | undefined;
  /** Bodies of the period's rosters that owe the nested forms which fulfil a condition, in roster order. */
  owing(condition: (form: NestedForm['form']) => boolean): readonly string[];
}

const NONE: Nesting = {
  periodsOf: () => undefined,
  periodsOfTable: () => undefined,
  owing: () => [],
};

function remembered<T>(memory: Map<string, T>, id: string, find: () => T): T {
  const known = memory.get(id);
  if (known !== undefined || memory.has(id)) return known as T;
  const found = find();
  memory.set(id, found);
  return found;
}

/** The nesting of a period; for one that is not made up of others the same empty one. */
export function nestingOf(facts: Pick<Facts, 'definition' | 'period' | 'members'>): Nesting {
  const { definition, period, members } = facts;
  const nested = nestedForms(definition, period.id);
  if (nested.length === 0) return NONE;
  const own = owedForms(facts).map(({ form }) => form);
  const byCode = new Map<string, readonly PeriodId[] | undefined>();
  const byTable = new Map<string, readonly PeriodId[] | undefined>();
  return {
    periodsOf: (code) =>
      remembered(byCode, code, () => {
        const indicator = definition.indicators[code];
        if (!indicator || !followsFromParts(indicator) || own.some((form) => asks(form, code)))
          return undefined;
        const periods = periodsAsking(nested, (form) => asks(form, code));
        return periods?.filter((part) => validIn(withoutKinds(indicator), part));
      }),
    periodsOfTable: (table) =>
      remembered(byTable, table, () => {
        if (own.some((form) => hasTable(form, table))) return undefined;
        const periods = periodsAsking(nested, (form) => hasTable(form, table));
        return periods && holdsOnDay(definition, table) ? periods.slice(-1) : periods;
      }),
    owing: (condition) => {
      const forms = nested.filter(({ form, periods }) => {
        const last = periods.at(-1);
        return last !== undefined && condition(form) && validIn(withoutKinds(form), period.id);
      });
      return [
        ...new Set(
          forms.flatMap(({ form }) => (form.body ? [form.body] : (members[form.roster ?? ''] ?? []))),
        ),
      ];
    },
  };
}

/** The shorter periods whose sum a flow is, an asked one or one that is made of such; undefined for all else. */
export function periodsOfFlow(book: Book, code: string): readonly PeriodId[] | undefined {
  const { nature, sum, difference } = book.indicator(code);
  if (nature !== 'flow') return undefined;
  const [first, ...others] = (sum ?? difference ?? []).map((part) => periodsOfFlow(book, part));
  if (!first) return book.nesting.periodsOf(code);
  return others.every((periods) => periods?.join() === first.join()) ? first : undefined;
}

/** The index of a period with what its parts were asked and answered, where it does not ask itself. */
export function withParts(
  own: AnswerIndex,
  nesting: Nesting,
  parts: ReadonlyMap<PeriodId, Book>,
): AnswerIndex {
  if (nesting === NONE) return own;
  const within = (table: string): readonly Book[] | undefined =>
    nesting.periodsOfTable(table)?.flatMap((period) => parts.get(period) ?? []);
  const asked = new Map<string, ReadonlySet<string>>();
  return {
    ...own,
    asked: (code) => {
      if (nesting.periodsOf(code) === undefined) return own.asked(code);
      const known = asked.get(code) ?? new Set(nesting.owing((form) => asks(form, code)));
      asked.set(code, known);
      return known;
    },
    rows: (table) => within(table)?.flatMap(({ index }) => index.rows(table)) ?? own.rows(table),
    lackingRows: (table) => {
      const lacking = within(table)?.flatMap(({ index }) => index.lackingRows(table));
      return lacking
        ? [...new Map(lacking.map((lack) => [lack.entity, lack])).values()]
        : own.lackingRows(table);
    },
  };
}

function periodsAsking(
  nested: readonly NestedForm[],
  condition: (form: NestedForm['form']) => boolean,
): readonly PeriodId[] | undefined {
  const periods = new Set(nested.filter(({ form }) => condition(form)).flatMap((one) => one.periods));
  return periods.size === 0 ? undefined : [...periods].sort();
}

/** A register that is sent whole each time, because it stands or its rows are counted as a stock: only the last one holds. */
function holdsOnDay({ indicators, forms }: Definition, table: string): boolean {
  const stands = forms.some(({ tables }) =>
    tables.some(({ id, standing }) => id === table && standing !== undefined),
  );
  return (
    stands ||
    Object.values(indicators).some(({ nature, rows }) => nature === 'stock' && rows?.table === table)
  );
}

/** Validity in months alone. */
function withoutKinds({ from, to }: Pick<Indicator, 'from' | 'to'>): Pick<Indicator, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
