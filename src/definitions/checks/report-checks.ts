/** Rules on report.yaml: the outline, its overrides, windows, schedule and blocks of bodies. */
import type { OutlineBlock, Validity } from '../../domain/definition.ts';
import { frequencyOf, isPeriodId, monthsOf, windowOf } from '../../domain/period.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { overlap } from './lookups.ts';
import { repeated, unknown } from './wording.ts';

/** A part of the outline with its place and the months in which it is printed. */
export interface PlacedBlock {
  readonly block: OutlineBlock;
  readonly path: Path;
  readonly life: Validity;
}

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

/** Due, close and publish follow one another. */
export function* schedule({ definition, at }: CheckContext): Generator<Problem> {
  const { due, close, publish } = definition.report.schedule;
  if (due > close || close > publish)
    yield at(
      'report',
      ['schedule'],
      'hạn nộp (due) không được sau ngày khóa (close), ngày khóa không được sau ngày phát hành (publish).',
    );
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
  }
}

/** Parts of the outline: ids once, texts and charts that exist, headings without numbers or helpers. */
export function* outline(context: CheckContext): Generator<Problem> {
  const { definition, at } = context;
  const blocks = placedBlocks(definition.report.outline);
  for (const [id, index] of repeated(blocks, ({ block }) => block.id))
    yield at(
      'report',
      [...(blocks[index]?.path ?? []), 'id'],
      `mục “${id}” có hai lần trong đề cương; vui lòng đặt id khác.`,
    );
  for (const { block, path } of blocks) {
    yield* contentFaults(context, block, path);
    if (block.text === undefined && block.chart === undefined && (block.blocks ?? []).length === 0)
      yield at('report', path, `mục “${block.id}” chưa có nội dung; vui lòng ghi text, chart hoặc blocks.`);
  }
}

/** Overrides: a period of this report and a part that exists, each pair once. */
export function* overrides(context: CheckContext): Generator<Problem> {
  const { definition, at } = context;
  const { overrides: given, frequency, outline: parts } = definition.report;
  const ids = placedBlocks(parts).map(({ block }) => block.id);
  for (const [index, override] of given.entries()) {
    const path = ['overrides', index];
    const { period, block } = override;
    if (!isPeriodId(period))
      yield at(
        'report',
        [...path, 'period'],
        `“${period}” không phải mã kỳ; viết dạng 2024-10 (tháng), 2024-Q3 (quý), 2024-H1 (6 tháng), 2024-9M (9 tháng) hoặc 2024 (năm).`,
      );
    else if (!frequency.includes(frequencyOf(period)))
      yield at(
        'report',
        [...path, 'period'],
        `báo cáo này không có loại kỳ của “${period}”; các loại kỳ: ${frequency.join(', ')}.`,
      );
    if (!ids.includes(block))
      yield at('report', [...path, 'block'], unknown('mục trong đề cương', block, ids));
    yield* contentFaults(context, override, path);
  }
  for (const [, index] of repeated(given, ({ period, block }) => `${period} ${block}`))
    yield at(
      'report',
      ['overrides', index],
      'kỳ này đã có một thay đổi khác cho cùng mục; vui lòng gộp làm một.',
    );
}

/** Every text file is used by a part of the outline. */
export function* unusedTexts({ definition, atText }: CheckContext): Generator<Problem> {
  const { outline: parts, overrides: given } = definition.report;
  const used = new Set([
    ...placedBlocks(parts).map(({ block }) => block.text),
    ...given.map(({ text }) => text),
  ]);
  for (const path of Object.keys(definition.texts))
    if (!used.has(path))
      yield atText(
        path,
        1,
        'không mục nào trong đề cương dùng tệp này; vui lòng đưa vào outline của report.yaml hoặc xóa tệp.',
      );
}

/** "from" is not after "to", wherever both are given. */
export function* validities({ definition, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators))
    if (isEmpty(indicator)) yield at('indicators', [indicator.code, 'from'], endsBeforeStart('chỉ tiêu'));
  for (const form of definition.forms)
    if (isEmpty(form)) yield at('forms', [form.id, 'from'], endsBeforeStart('biểu'));
  for (const { block, path } of placedBlocks(definition.report.outline))
    if (isEmpty(block)) yield at('report', [...path, 'from'], endsBeforeStart('mục'));
  for (const [index, annex] of definition.annexes.entries())
    if (isEmpty(annex)) yield at('annexes', ['annexes', index, 'from'], endsBeforeStart('phụ lục'));
}

/** All parts of the outline at any depth; a part lives only while those around it do. */
export function placedBlocks(
  blocks: readonly OutlineBlock[],
  path: Path = ['outline'],
  around: Validity = {},
): readonly PlacedBlock[] {
  return blocks.flatMap((block, index) => {
    const own = [...path, index];
    const life = overlap([around, block]);
    return [{ block, path: own, life }, ...placedBlocks(block.blocks ?? [], [...own, 'blocks'], life)];
  });
}

/** The months of one period, as a validity. */
export function lifeOfPeriod(period: string): Validity {
  const [from, to] = monthsOf(period);
  return { from, to };
}

function* contentFaults(
  { definition, at }: CheckContext,
  { heading, text, chart }: { readonly heading?: string; readonly text?: string; readonly chart?: string },
  path: Path,
): Generator<Problem> {
  const texts = Object.keys(definition.texts);
  if (text !== undefined && !texts.includes(text)) {
    const known = texts.includes(`text/${text}`) ? [`text/${text}`] : texts;
    yield at('report', [...path, 'text'], unknown('tệp văn bản', text, known));
  }
  const chartIds = definition.charts.map(({ id }) => id);
  if (chart !== undefined && !chartIds.includes(chart))
    yield at('report', [...path, 'chart'], unknown('biểu đồ', chart, chartIds));
  if (heading === undefined) return;
  if (/^\s*([IVXLC]+|\d+(\.\d+)*|[a-zđ])\s*[.)]/u.test(heading))
    yield at(
      'report',
      [...path, 'heading'],
      'tiêu đề không ghi số thứ tự; hệ thống tự đánh số theo cấp của đề cương.',
    );
  if (heading.includes('{{'))
    yield at(
      'report',
      [...path, 'heading'],
      'tiêu đề không dùng hàm {{…}}; vui lòng viết bằng chữ, và đổi theo kỳ bằng overrides.',
    );
}

function endsBeforeStart(what: string): string {
  return `${what} có from sau to; vui lòng sửa lại.`;
}

function isEmpty({ from, to }: Validity): boolean {
  return from !== undefined && to !== undefined && from > to;
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
