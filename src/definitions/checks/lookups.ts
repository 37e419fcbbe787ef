/** Questions that several rules ask of a definition, answered once. */
import type { Definition, Form, FormTable, Indicator, Validity } from '../../domain/definition.ts';
import type { Path } from '../yaml-source.ts';

/** A field that asks for an indicator, with its place in forms.yaml. */
export interface Asking {
  readonly form: Form;
  readonly path: Path;
  readonly evidence: boolean;
}

export interface Lookups {
  readonly indicator: (code: string) => Indicator | undefined;
  readonly form: (id: string) => Form | undefined;
  /** Every table with the id, one for each form that has it. */
  readonly tables: (id: string) => readonly { readonly form: Form; readonly table: FormTable }[];
  readonly tableIds: readonly string[];
  /** Ids that a count or sum can be made over: blocks, rosters, bodies. */
  readonly scopes: ReadonlySet<string>;
  /** Bodies of a block, roster or body, whatever the day. */
  readonly bodiesOfScope: (id: string) => ReadonlySet<string>;
  readonly bodiesOfForm: (form: Form) => ReadonlySet<string>;
  readonly asked: (code: string) => readonly Asking[];
  /** A field names an indicator that does not exist: until it is put right, nobody can say what is not asked. */
  readonly isMisnamed: boolean;
  /** The indicators that it is derived from, directly. */
  readonly inputs: (indicator: Indicator) => readonly string[];
  /** Bodies that are asked what the indicator is made of; each part has its own set. */
  readonly askedBodies: (code: string) => readonly ReadonlySet<string>[];
  /** Months in which the indicator, its parts and the forms that ask for it are all valid. */
  readonly life: (code: string) => Validity;
}

export function lookupsOf(definition: Definition): Lookups {
  const { indicators, forms, report, rosters, entities } = definition;
  const asking = new Map<string, Asking[]>();
  for (const { field, form, path } of allFields(definition))
    if (field.indicator !== undefined)
      asking.set(field.indicator, [
        ...(asking.get(field.indicator) ?? []),
        { form, path, evidence: field.evidence },
      ]);
  const asked = (code: string): readonly Asking[] => asking.get(code) ?? [];
  const indicator = (code: string): Indicator | undefined =>
    Object.hasOwn(indicators, code) ? indicators[code] : undefined;
  const tables = (id: string): readonly { readonly form: Form; readonly table: FormTable }[] =>
    forms.flatMap((form) => form.tables.filter((table) => table.id === id).map((table) => ({ form, table })));

  const rostersOf = (table: string, column: string): readonly string[] =>
    tables(table).flatMap(({ table: { columns } }) => columns.find(({ id }) => id === column)?.roster ?? []);

  const ids = new Set(entities.map((entity) => entity.id));
  const bodiesOfScope = (id: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
    if (seen.has(id)) return new Set();
    const within = new Set([...seen, id]);
    const block = Object.hasOwn(report.blocks, id) ? report.blocks[id] : undefined;
    const roster = rosters.find((candidate) => candidate.id === id);
    if (block) {
      const all = unionOf([
        new Set(block.bodies?.filter((body) => ids.has(body))),
        ...[...(block.roster === undefined ? [] : [block.roster]), ...(block.union ?? [])].map((part) =>
          bodiesOfScope(part, within),
        ),
      ]);
      return new Set([...all].filter((body) => !block.except?.includes(body)));
    }
    if (roster)
      return unionOf([
        new Set(roster.bodies?.filter((body) => ids.has(body))),
        new Set(entities.filter(({ kind }) => roster.kinds?.includes(kind)).map((entity) => entity.id)),
        ...(roster.union ?? []).map((part) => bodiesOfScope(part, within)),
      ]);
    return new Set(ids.has(id) ? [id] : []);
  };
  const bodiesOfForm = (form: Form): ReadonlySet<string> =>
    unionOf([form.roster, form.body].map((id) => (id === undefined ? new Set<string>() : bodiesOfScope(id))));

  const askedBodies = (
    code: string,
    seen: ReadonlySet<string> = new Set(),
  ): readonly ReadonlySet<string>[] => {
    const found = indicator(code);
    if (!found || seen.has(code)) return [];
    const inputs = inputsOf(found);
    if (inputs.length > 0) return inputs.flatMap((input) => askedBodies(input, new Set([...seen, code])));
    const { rows } = found;
    if (rows?.body !== undefined)
      return [unionOf(rostersOf(rows.table, rows.body).map((id) => bodiesOfScope(id)))];
    const sources = rows ? tables(rows.table).map(({ form }) => form) : asked(code).map(({ form }) => form);
    return [unionOf(sources.map(bodiesOfForm))];
  };
  const life = (code: string, seen: ReadonlySet<string> = new Set()): Validity => {
    const found = indicator(code);
    if (!found || seen.has(code)) return {};
    const within = new Set([...seen, code]);
    const sources = found.rows
      ? tables(found.rows.table).map(({ form }) => form)
      : asked(code).map(({ form }) => form);
    return overlap([found, hull(sources), ...inputsOf(found).map((input) => life(input, within))]);
  };

  return {
    indicator,
    form: (id) => forms.find((form) => form.id === id),
    tables,
    tableIds: [...new Set(forms.flatMap((form) => form.tables.map(({ id }) => id)))],
    scopes: new Set([
      ...Object.keys(report.blocks),
      ...rosters.map(({ id }) => id),
      ...entities.map(({ id }) => id),
    ]),
    bodiesOfScope: (id) => bodiesOfScope(id),
    bodiesOfForm,
    asked,
    isMisnamed: [...asking.keys()].some((code) => indicator(code) === undefined),
    inputs: inputsOf,
    askedBodies: (code) => askedBodies(code),
    life: (code) => life(code),
  };
}

/** Every field with its form and its place in forms.yaml. */
export function allFields(definition: Definition): readonly {
  readonly form: Form;
  readonly field: Form['sections'][number]['fields'][number];
  readonly path: Path;
}[] {
  return definition.forms.flatMap((form) =>
    form.sections.flatMap(({ fields }, section) =>
      fields.map((field, index) => ({
        form,
        field,
        path: [form.id, 'sections', section, 'fields', index],
      })),
    ),
  );
}

/** True when both have a month in common. */
export function overlaps(a: Validity, b: Validity): boolean {
  return !isEmpty(overlap([a, b]));
}

/** True when the first is valid in every month of the second. */
export function covers(outer: Validity, inner: Validity): boolean {
  return (
    (outer.from === undefined || (inner.from !== undefined && inner.from >= outer.from)) &&
    (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to))
  );
}

/** True when it ends before it begins. */
export function isEmpty({ from, to }: Validity): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** The months that all have in common. */
export function overlap(ranges: readonly Validity[]): Validity {
  const from = ranges
    .flatMap((range) => range.from ?? [])
    .sort()
    .at(-1);
  const to = ranges.flatMap((range) => range.to ?? []).sort()[0];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** From the first month of any to the last month of any; without limits when there is none. */
function hull(ranges: readonly Validity[]): Validity {
  if (ranges.length === 0) return {};
  const open = (end: 'from' | 'to'): boolean => ranges.some((range) => range[end] === undefined);
  const from = open('from') ? undefined : ranges.flatMap((range) => range.from ?? []).sort()[0];
  const to = open('to')
    ? undefined
    : ranges
        .flatMap((range) => range.to ?? [])
        .sort()
        .at(-1);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((item) => outer.has(item));
}

export function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((item) => b.has(item));
}

function inputsOf({ sum, difference, numerator, denominator, meets }: Indicator): readonly string[] {
  const single = [numerator, denominator, meets?.indicator];
  return [...(sum ?? []), ...(difference ?? []), ...single.flatMap((code) => code ?? [])];
}

function unionOf(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
