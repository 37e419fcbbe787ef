/** Rules on report.yaml: its id, windows, schedule and blocks of bodies. */
import type { Schedule } from '../../domain/definition.ts';
import { windowOf } from '../../domain/period.ts';
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { scopeFault } from './measure-faults.ts';
import { FREQUENCIES, FREQUENCY_NAMES, unknown } from './wording.ts';

/** The id is the folder's name: paths, commands and periods use it. */
export function* reportId({ definition, folder, at }: CheckContext): Generator<Problem> {
  if (definition.report.id !== folder)
    yield at(
      'report',
      ['id'],
      `id phải trùng với tên thư mục là “${folder}”; đang là “${definition.report.id}”.`,
    );
}

/** Windows: the default is there, and none ends before it begins. */
export function* windows({ definition, at }: CheckContext): Generator<Problem> {
  const { windows: rules, frequency } = definition.report;
  if (!Object.hasOwn(rules, 'ky'))
    yield at(
      'report',
      ['windows'],
      'thiếu khoảng thời gian “ky”, là khoảng mặc định của mọi chỉ tiêu; vui lòng bổ sung.',
    );
  const samples = {
    month: '2024-03',
    quarter: '2024-Q1',
    half: '2024-H1',
    'nine-months': '2024-9M',
    year: '2024',
  };
  for (const [id, rule] of Object.entries(rules))
    if (frequency.some((kind) => backwards(windowOf(rule, samples[kind]))))
      yield at(
        'report',
        ['windows', id],
        `khoảng thời gian “${id}” kết thúc trước khi bắt đầu; vui lòng sửa from, to.`,
      );
}

/** Changes of the issuer stand in the order of their days, and change something. */
export function* issuerChanges({ definition, at }: CheckContext): Generator<Problem> {
  const changes = definition.report.changes ?? [];
  for (const [index, { from, issuer, document }] of changes.entries()) {
    const before = changes[index - 1];
    if (before && before.from >= from)
      yield at(
        'report',
        ['changes', index, 'from'],
        `các thay đổi phải theo thứ tự ngày; ${from} không sau ${before.from}.`,
      );
    if (issuer === undefined && Object.keys(document ?? {}).length === 0)
      yield at(
        'report',
        ['changes', index],
        'thay đổi này chưa ghi gì khác; vui lòng ghi issuer hoặc document, hoặc bỏ mục này.',
      );
  }
}

function inOrder({ due, close, publish }: Schedule): boolean {
  return due <= close && close <= publish;
}

/** Due, close and publish follow one another. */
export function* schedule({ definition, at }: CheckContext): Generator<Problem> {
  const { schedule: usual, frequency } = definition.report;
  const message =
    'hạn nộp (due) không được sau ngày khóa (close), ngày khóa không được sau ngày phát hành (publish).';
  if (!inOrder(usual)) yield at('report', ['schedule'], message);
  for (const kind of FREQUENCIES) {
    const own = usual[kind];
    if (own && !inOrder(own)) yield at('report', ['schedule', kind], message);
    if (own && !frequency.includes(kind))
      yield at(
        'report',
        ['schedule', kind],
        `báo cáo này không có kỳ ${FREQUENCY_NAMES[kind]} nên không có lịch của kỳ ấy; vui lòng bỏ, hoặc thêm ${kind} vào frequency.`,
      );
  }
}

/** Blocks of bodies name rosters, blocks, bodies and a flag that exist, under an id of their own. */
export function* blocksOfBodies({ definition, find, at }: CheckContext): Generator<Problem> {
  const rosters = definition.rosters.map(({ id }) => id);
  const bodies = definition.entities.map(({ id }) => id);
  const { blocks } = definition.report;
  for (const [id, block] of Object.entries(blocks)) {
    const path = ['blocks', id];
    if (rosters.includes(id) || bodies.includes(id))
      yield at('report', path, `mã “${id}” đã là mã của một danh sách hoặc đơn vị; vui lòng đặt mã khác.`);
    if (block.roster === undefined && block.union === undefined && block.bodies === undefined)
      yield at('report', path, `khối “${id}” chưa có đơn vị; vui lòng ghi roster, union hoặc bodies.`);
    if (block.roster !== undefined && !rosters.includes(block.roster))
      yield at('report', [...path, 'roster'], unknown('danh sách đơn vị', block.roster, rosters));
    for (const [index, part] of (block.union ?? []).entries())
      if (!rosters.includes(part) && !Object.hasOwn(blocks, part))
        yield at(
          'report',
          [...path, 'union', index],
          unknown('khối hoặc danh sách', part, [...Object.keys(blocks), ...rosters]),
        );
    for (const [index, body] of (block.bodies ?? []).entries())
      if (!bodies.includes(body))
        yield at('report', [...path, 'bodies', index], unknown('đơn vị', body, bodies));
    const within = new Set([
      ...(block.bodies ?? []),
      ...[...(block.roster === undefined ? [] : [block.roster]), ...(block.union ?? [])].flatMap((part) => [
        ...find.bodiesOfScope(part),
      ]),
    ]);
    for (const [index, body] of (block.except ?? []).entries())
      if (!bodies.includes(body))
        yield at('report', [...path, 'except', index], unknown('đơn vị', body, bodies));
      else if (!within.has(body))
        yield at(
          'report',
          [...path, 'except', index],
          `“${body}” không thuộc khối “${id}” nên không cần loại trừ; vui lòng bỏ khỏi except.`,
        );
    if (reaches(id, id, (part) => (Object.hasOwn(blocks, part) ? (blocks[part]?.union ?? []) : []), []))
      yield at('report', path, `khối “${id}” hợp từ chính nó; vui lòng sửa union.`);
    if (block.when === undefined) continue;
    const flag = find.indicator(block.when);
    if (!flag)
      yield at(
        'report',
        [...path, 'when'],
        unknown('chỉ tiêu', block.when, Object.keys(definition.indicators)),
      );
    else if (flag.nature !== 'flag')
      yield at(
        'report',
        [...path, 'when'],
        `“${block.when}” phải là chỉ tiêu có/chưa (flag); đang là ${flag.nature}.`,
      );
    else if (block.union !== undefined && block.roster === undefined && block.bodies === undefined)
      yield at(
        'report',
        [...path, 'when'],
        `“when” chỉ chọn trong roster hoặc bodies của chính khối; với khối hợp, vui lòng ghi when ở từng khối thành phần.`,
      );
    else if (scopeFault(find, flag, id) !== undefined)
      yield at(
        'report',
        [...path, 'when'],
        `không đơn vị nào của khối “${id}” được hỏi “${block.when}”; vui lòng đưa chỉ tiêu này vào biểu của các đơn vị đó.`,
      );
  }
}

function backwards({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from > to;
}

/** True when following the union of blocks leads back. */
function reaches(
  goal: string,
  from: string,
  parts: (id: string) => readonly string[],
  passed: readonly string[],
): boolean {
  return parts(from).some(
    (part) => part === goal || (!passed.includes(part) && reaches(goal, part, parts, [...passed, part])),
  );
}
