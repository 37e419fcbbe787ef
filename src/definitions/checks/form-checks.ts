/** Rules on forms.yaml: who owes a form, and that its fields, tables and control values make sense. */
import type { Control, FormTable } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { allFields } from './lookups.ts';
import { scopeFault, spanFault, statusFault } from './measure-faults.ts';
import { NATURE_NAMES, repeated, unknown } from './wording.ts';

/** Names that import files and texts use for the sender of a row. */
const RESERVED = ['entity', 'body'];

/** Somebody owes each form: a roster or one body. */
export function* formOwners({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const form of definition.forms) {
    const { id, roster, body } = form;
    if ((roster === undefined) === (body === undefined))
      yield at(
        'forms',
        [id],
        `biểu “${id}” phải có đúng một trong hai khóa roster (danh sách) hoặc body (một đơn vị).`,
      );
    const rosters = definition.rosters.map((known) => known.id);
    if (roster !== undefined && !rosters.includes(roster))
      yield at('forms', [id, 'roster'], unknown('danh sách đơn vị', roster, rosters));
    else if (roster !== undefined && find.bodiesOfForm(form).size === 0)
      yield at(
        'forms',
        [id, 'roster'],
        `danh sách “${roster}” không có đơn vị nào nên không ai nộp biểu này.`,
      );
    const bodies = definition.entities.map((entity) => entity.id);
    if (body !== undefined && !bodies.includes(body))
      yield at('forms', [id, 'body'], unknown('đơn vị', body, bodies));
  }
}

/** Ids of fields, and an indicator, stand once in a form. */
export function* fieldIds({ definition, at }: CheckContext): Generator<Problem> {
  for (const form of definition.forms) {
    const fields = allFields(definition).filter((entry) => entry.form === form);
    for (const [id, index] of repeated(fields, ({ field }) => field.id))
      if (id !== '')
        yield at(
          'forms',
          fields[index]?.path ?? [],
          `trường “${id}” có hai lần trong biểu “${form.id}”; vui lòng bỏ một hoặc đặt id khác.`,
        );
    const asking = fields.filter(({ field }) => field.indicator !== undefined);
    for (const [code, index] of repeated(asking, ({ field }) => field.indicator ?? ''))
      if (asking[index]?.field.id !== code)
        yield at(
          'forms',
          asking[index]?.path ?? [],
          `chỉ tiêu “${code}” được hỏi hai lần trong biểu “${form.id}”; vui lòng bỏ một.`,
        );
    for (const { field, path } of fields)
      if (RESERVED.includes(field.id))
        yield at('forms', path, `id “${field.id}” đã dành cho tên đơn vị; vui lòng đặt id khác.`);
  }
}

/** A field answers one indicator or states one control value, and asks only what its nature has. */
export function* fieldKinds({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { field, path } of allFields(definition)) {
    if ((field.indicator === undefined) === (field.control === undefined)) {
      yield at(
        'forms',
        path,
        'trường phải có đúng một trong hai khóa indicator (chỉ tiêu) hoặc control (giá trị đối chiếu).',
      );
      continue;
    }
    if (field.control && field.id === '')
      yield at('forms', path, 'giá trị đối chiếu phải có id riêng, ví dụ “dc-tong-ho-so”.');
    if (field.indicator === undefined) continue;
    const indicator = find.indicator(field.indicator);
    if (!indicator)
      yield at(
        'forms',
        [...path, 'indicator'],
        unknown('chỉ tiêu', field.indicator, Object.keys(definition.indicators)),
      );
    else if (field.evidence && indicator.nature !== 'flag' && indicator.nature !== 'status')
      yield at(
        'forms',
        [...path, 'evidence'],
        `“evidence” chỉ dùng cho chỉ tiêu có/chưa hoặc trạng thái; “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`,
      );
  }
}

/** What a control value is compared with exists and can be computed. */
export function* controls(context: CheckContext): Generator<Problem> {
  for (const { field, path } of allFields(context.definition))
    if (field.control) yield* controlFaults(context, field.control, [...path, 'control']);
}

function* controlFaults(
  { definition, find, at }: CheckContext,
  control: Control,
  path: Path,
): Generator<Problem> {
  const indicator = find.indicator(control.indicator);
  if (!indicator) {
    const codes = Object.keys(definition.indicators);
    yield at('forms', [...path, 'indicator'], unknown('chỉ tiêu', control.indicator, codes));
    return;
  }
  if (indicator.nature === 'text')
    yield at(
      'forms',
      [...path, 'indicator'],
      `“${indicator.code}” là chỉ tiêu chữ nên không có giá trị đối chiếu.`,
    );
  const faults: readonly [string, string | undefined][] = [
    ['status', statusFault(indicator, control.status)],
    ['span', spanFault(find, indicator, control.span)],
    ['of', control.of === undefined ? undefined : scopeFault(find, indicator, control.of)],
  ];
  for (const [key, fault] of faults) if (fault !== undefined) yield at('forms', [...path, key], fault);
}

/** Tables: ids once, choices exactly where they are chosen from. */
export function* tables({ definition, at }: CheckContext): Generator<Problem> {
  for (const { id: formId, tables: formTables } of definition.forms) {
    for (const [id, index] of repeated(formTables, (table) => table.id))
      yield at(
        'forms',
        [formId, 'tables', index, 'id'],
        `bảng “${id}” có hai lần trong biểu “${formId}”; vui lòng đặt id khác.`,
      );
    for (const [index, table] of formTables.entries())
      for (const [path, message] of columnFaults(table))
        yield at('forms', [formId, 'tables', index, 'columns', ...path], message);
  }
}

function* columnFaults({ columns }: FormTable): Generator<[Path, string]> {
  for (const [id, index] of repeated(columns, (column) => column.id))
    yield [[index, 'id'], `cột “${id}” có hai lần trong bảng; vui lòng đặt id khác.`];
  for (const [index, { id, type, choices, unit }] of columns.entries()) {
    if (RESERVED.includes(id))
      yield [[index, 'id'], `id “${id}” đã dành cho tên đơn vị; vui lòng đặt id khác.`];
    if (type === 'choice' && choices.length === 0)
      yield [[index], `cột lựa chọn “${id}” phải có danh sách choices.`];
    if (type !== 'choice' && choices.length > 0)
      yield [[index, 'choices'], `chỉ cột có type: choice mới có choices; cột “${id}” có type là ${type}.`];
    if (type !== 'number' && unit !== undefined)
      yield [[index, 'unit'], `chỉ cột số (type: number) mới có unit; cột “${id}” có type là ${type}.`];
    for (const [choice, place] of repeated(choices, (value) => value.id))
      yield [[index, 'choices', place, 'id'], `lựa chọn “${choice}” bị ghi hai lần; vui lòng đổi mã.`];
  }
}
