/** Gives a form as an Excel template: this body, this period, what the draft holds and what was answered before. */
import type { Person } from '../../domain/account.ts';
import { TEMPLATE_VERSION } from '../../domain/collecting/workbook/marks.ts';
import type { TemplateIdentity } from '../../domain/collecting/workbook/identity.ts';
import { canonicalJson, sha256 } from '../../db/json.ts';
import { askedFields } from '../../domain/owed.ts';
import { indicatorOf } from '../../domain/validation/answers-schema.ts';
import { templateBytes } from '../../workbook/write/template.ts';
import type { Workplace } from '../workplace.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, type Paper } from './paper.ts';
import { readForm } from './read-form.ts';

export interface FormTemplate {
  /** Letters, digits, "-", "_" and "." only. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** @throws WorkflowProblem as `requirePaper`. */
export async function formTemplate(
  workplace: Workplace,
  person: Person,
  key: FormKey,
): Promise<FormTemplate> {
  const paper = await requirePaper(workplace.db, person, key);
  const desk = await readForm(workplace, person, key);
  const { period, form, entity } = paper.key;
  return {
    fileName: `${[form, entity, period].join('_').replace(/[^A-Za-z0-9._-]/g, '-')}.xlsx`,
    bytes: await templateBytes(desk, identityOf(paper)),
  };
}

/** What a template of this paper says of itself now; one that says otherwise is not taken. */
export function identityOf({ key, form, pinned: { definition } }: Paper): TemplateIdentity {
  const fields = askedFields(form, definition, key.period).map((field) => {
    const { nature, unit, fraction = false, signed, statuses } = indicatorOf(field, definition);
    const { id, indicator = '', control = {}, mayNotApply, evidence, asOf } = field;
    const meaning = { nature, unit, fraction, signed, statuses: statuses.map((status) => status.id) };
    return { id, indicator, control, mayNotApply, evidence, asOf, meaning };
  });
  const tables = form.tables.map(({ id, columns }) => ({
    id,
    columns: columns.map(({ id: column, type, unit = '', optional, choices }) => ({
      column,
      type,
      unit,
      optional,
      choices: choices.map((choice) => choice.id),
    })),
  }));
  // Labels and guidance may be put right without making templates old: only what is asked counts.
  return {
    version: TEMPLATE_VERSION,
    report: key.report,
    period: key.period,
    form: key.form,
    entity: key.entity,
    shape: sha256(canonicalJson({ fields, tables })),
  };
}
