/** Parts of definitions for tests: each as plain as it can be, but for what the test is about. */
import type { Field, Indicator, TableColumnDefinition } from '../../src/domain/definition.ts';

/** A flow of whole numbers, called by its code. */
export function indicator(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    label: code,
    unit: 'hồ sơ',
    nature: 'flow',
    decimals: 0,
    window: 'ky',
    breaks: [],
    share: false,
    statuses: [],
    rising: false,
    signed: false,
    outlier: null,
    unchangedFor: null,
    targets: [],
    ...more,
  };
}

/** The field of the indicator of that name, or of a control value, which is optional. */
export function field(id: string, more: Partial<Field> = {}): Field {
  return {
    id,
    ...(more.control ? {} : { indicator: id }),
    label: id,
    optional: more.control !== undefined,
    mayNotApply: false,
    evidence: false,
    asOf: false,
    ...more,
  };
}

/** A column of texts. */
export function column(id: string, more: Partial<TableColumnDefinition> = {}): TableColumnDefinition {
  return { id, label: id, type: 'text', choices: [], optional: false, ...more };
}
