/** Rules on the outline in report.yaml: its parts, what single periods change in them, the text files that they print. */
import type { OutlineBlock, Validity } from '../../domain/definition.ts';
import { frequencyOf, isPeriodId, monthsOf } from '../../domain/period.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { isEmpty, overlap } from './lookups.ts';
import { argumentFaults } from './text-arguments.ts';
import { readText } from './text-calls.ts';
import { repeated, unknown } from './wording.ts';

const DEEPEST = 3;
const HEADING_HELPERS: readonly string[] = ['periodName', 'year'];

/** A part of the outline with its place and the months in which it is printed. */
export interface PlacedBlock {
  readonly block: OutlineBlock;
  readonly path: Path;
  readonly life: Validity;
  /** Its own limits and those of the parts around it. */
  readonly limits: readonly Validity[];
}

/** Parts of the outline: ids once, texts and charts that exist, headings without numbers, at most three levels of them. */
export function* outline(context: CheckContext): Generator<Problem> {
  const { definition, at } = context;
  const blocks = placedBlocks(definition.report.outline);
  for (const [id, index] of repeated(blocks, ({ block }) => block.id))
    yield at(
      'report',
      [...(blocks[index]?.path ?? []), 'id'],
      `mục “${id}” có hai lần trong đề cương; vui lòng đặt id khác.`,
    );
  yield* deepHeadings(context, definition.report.outline);
  for (const { block, path } of blocks) {
    yield* contentFaults(context, block, path);
    const drawn = block.text ?? block.chart ?? block.table;
    if (drawn === undefined && (block.blocks ?? []).length === 0)
      yield at(
        'report',
        path,
        `mục “${block.id}” chưa có nội dung; vui lòng ghi text, table, chart hoặc blocks.`,
      );
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
    if (!ids.includes(block)) yield at('report', [...path, 'block'], unknown('mục', block, ids, 'đề cương'));
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

/** Every table of the body is drawn by a part of the outline. */
export function* undrawnTables({ definition, at }: CheckContext): Generator<Problem> {
  const { outline: parts, overrides: given } = definition.report;
  const drawn = new Set([
    ...placedBlocks(parts).map(({ block }) => block.table),
    ...given.map(({ table }) => table),
  ]);
  for (const [index, { id }] of definition.tables.entries())
    if (!drawn.has(id))
      yield at(
        'annexes',
        ['tables', index],
        `không mục nào trong đề cương vẽ bảng “${id}”; vui lòng ghi table: ${id} ở một mục của outline trong report.yaml hoặc xóa bảng.`,
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
  for (const [index, table] of definition.tables.entries())
    if (isEmpty(table)) yield at('annexes', ['tables', index, 'from'], endsBeforeStart('bảng'));
}

/** All parts of the outline at any depth; a part lives only while those around it do. */
export function placedBlocks(
  blocks: readonly OutlineBlock[],
  path: Path = ['outline'],
  around: readonly Validity[] = [],
): readonly PlacedBlock[] {
  return blocks.flatMap((block, index) => {
    const own = [...path, index];
    const limits = [...around, block];
    const life = overlap(limits);
    return [
      { block, path: own, life, limits },
      ...placedBlocks(block.blocks ?? [], [...own, 'blocks'], limits),
    ];
  });
}

/** The months of one period, as a validity. */
export function lifeOfPeriod(period: string): Validity {
  const [from, to] = monthsOf(period);
  return { from, to };
}

/** Decree 30/2020/NĐ-CP numbers I., 1., a): there is no mark for a fourth level. */
function* deepHeadings(
  context: CheckContext,
  blocks: readonly OutlineBlock[],
  path: Path = ['outline'],
  above = 0,
): Generator<Problem> {
  const { definition, at } = context;
  for (const [index, block] of blocks.entries()) {
    const own = [...path, index];
    const headed =
      block.heading !== undefined ||
      definition.report.overrides.some((given) => given.block === block.id && given.heading !== undefined);
    const level = above + Number(headed);
    if (headed && level > DEEPEST)
      yield at(
        'report',
        own,
        `tiêu đề của mục “${block.id}” ở cấp thứ tư; đề cương chỉ có ba cấp (I., 1., a)), vui lòng đưa mục lên hoặc bỏ heading.`,
      );
    else yield* deepHeadings(context, block.blocks ?? [], [...own, 'blocks'], level);
  }
}

function* headingFaults(context: CheckContext, heading: string): Generator<string> {
  if (/^\s*([IVXLC]+|\d+(\.\d+)*|[a-zđ])\s*[.)]/u.test(heading))
    yield 'tiêu đề không ghi số thứ tự; hệ thống tự đánh số theo cấp của đề cương.';
  if (!heading.includes('{{')) return;
  // Digits may be typed in a heading: those outside of helpers are left out of the reading.
  const parts = heading.split(/(\{\{.*?\}\})/);
  const { calls, faults } = readText(
    parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/\p{Nd}/gu, ''))).join(''),
  );
  for (const { message } of faults) yield message;
  for (const call of calls)
    if (HEADING_HELPERS.includes(call.name)) yield* argumentFaults(context, call);
    else
      yield `tiêu đề chỉ dùng được {{periodName}} và {{year}}, không dùng {{${call.name}}}; vui lòng viết bằng chữ, và đổi theo kỳ bằng overrides.`;
}

function* contentFaults(
  context: CheckContext,
  { heading, text, chart, table }: Pick<OutlineBlock, 'heading' | 'text' | 'chart' | 'table'>,
  path: Path,
): Generator<Problem> {
  const { definition, at } = context;
  const texts = Object.keys(definition.texts);
  if (text !== undefined && !texts.includes(text))
    yield at(
      'report',
      [...path, 'text'],
      texts.includes(`text/${text}`)
        ? `tên tệp văn bản phải ghi kèm thư mục: “text/${text}”.`
        : unknown('tệp văn bản', text, texts),
    );
  const chartIds = definition.charts.map(({ id }) => id);
  if (chart !== undefined && !chartIds.includes(chart))
    yield at('report', [...path, 'chart'], unknown('biểu đồ', chart, chartIds));
  const tableIds = definition.tables.map(({ id }) => id);
  if (table !== undefined && !tableIds.includes(table))
    yield at('report', [...path, 'table'], unknown('bảng', table, tableIds, 'mục tables của annexes.yaml'));
  if (heading === undefined) return;
  for (const message of headingFaults(context, heading)) yield at('report', [...path, 'heading'], message);
}

function endsBeforeStart(what: string): string {
  return `${what} có from sau to; vui lòng sửa lại.`;
}
