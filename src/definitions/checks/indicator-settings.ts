/** Rules on indicators.yaml: settings that fit the nature of the indicator, and who is asked for it. */
import type { Problem } from '../problem.ts';
import type { Form } from '../../domain/definition.ts';
import { exact } from '../../domain/exact.ts';
import { isOfKind } from '../../domain/nesting.ts';
import type { CheckContext } from './check-context.ts';
import { isNumber } from './indicator-references.ts';
import { covers, intersects, isEmpty, overlaps, type Asking, type Lookups } from './lookups.ts';
import { lifeName, repeated, unknown } from './wording.ts';

/** A scale word before a unit ("triệu đồng"), but not "tỷ lệ". */
const SCALE_WORD = /^(nghìn tỷ|triệu tỷ|nghìn|triệu|tỷ)(?= )(?! lệ)/u;

/** A status has classes, each once; nothing else has. */
export function* statusClasses({ definition, at }: CheckContext): Generator<Problem> {
  for (const { code, nature, statuses } of Object.values(definition.indicators)) {
    if (nature === 'status' && statuses.length < 2)
      yield at('indicators', [code], 'chỉ tiêu trạng thái (status) phải có ít nhất 2 mức trong statuses.');
    if (nature !== 'status' && statuses.length > 0)
      yield at(
        'indicators',
        [code, 'statuses'],
        'statuses chỉ dùng cho chỉ tiêu trạng thái (nature: status).',
      );
    for (const [id, index] of repeated(statuses, (status) => status.id))
      yield at('indicators', [code, 'statuses', index, 'id'], `mức “${id}” bị ghi hai lần; vui lòng đổi mã.`);
  }
}

/** Settings that mean something only for some natures. */
export function* settingsFitNature({ definition, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const { code, nature } = indicator;
    const numeric = isNumber(indicator) || nature === 'ratio';
    const misplaced: readonly [boolean, string, string][] = [
      [indicator.rising && nature !== 'stock', 'rising', 'số thời điểm (stock)'],
      [indicator.rank === true && nature !== 'stock', 'rank', 'số thời điểm (stock)'],
      [indicator.signed && !numeric, 'signed', 'chỉ tiêu số'],
      [indicator.fraction === true && !isNumber(indicator), 'fraction', 'flow hoặc stock'],
      [indicator.share && nature !== 'ratio' && indicator.unit !== '%', 'share', 'tỷ lệ (ratio)'],
      [indicator.outlier !== null && !numeric, 'outlier', 'chỉ tiêu số'],
      [indicator.unchangedFor !== null && !numeric, 'unchangedFor', 'chỉ tiêu số'],
      [indicator.outOf !== undefined && !isNumber(indicator), 'outOf', 'flow hoặc stock'],
      [indicator.targets.length > 0 && !numeric, 'targets', 'chỉ tiêu số'],
      [indicator.scale !== undefined && !isNumber(indicator), 'scale', 'flow hoặc stock'],
    ];
    for (const [wrong, key, meant] of misplaced)
      if (wrong)
        yield at(
          'indicators',
          [code, key],
          `“${key}” chỉ dùng cho ${meant}; chỉ tiêu này có nature là ${nature}.`,
        );
    if (indicator.unit === '' && numeric)
      yield at(
        'indicators',
        [code, 'unit'],
        '“unit” đang để trống; chỉ tiêu số phải có đơn vị, ví dụ “hồ sơ”.',
      );
    const scaleWord = SCALE_WORD.exec(indicator.unit)?.[0];
    if (scaleWord !== undefined)
      yield at(
        'indicators',
        [code, 'unit'],
        `đơn vị là đơn vị gốc, không kèm “${scaleWord}”; vui lòng ghi unit: ${indicator.unit.slice(scaleWord.length).trim()} và scale: ${scaleWord}, số liệu nhập đủ các chữ số.`,
      );
    if (indicator.outlier && exact(indicator.outlier.low).compare(exact(indicator.outlier.high)) >= 0)
      yield at('indicators', [code, 'outlier'], 'trong “outlier”, low phải nhỏ hơn high.');
  }
}

/** Places are counted, not added up or worked out: one body gives one. */
export function* ranks({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const { code, rank, nature } = indicator;
    if (!rank || nature !== 'stock') continue;
    const fault = (message: string): Problem => at('indicators', [code, 'rank'], message);
    if (find.inputs(indicator).length > 0 || indicator.rows)
      yield fault(`thứ hạng “${code}” do một đơn vị báo cáo, không tính từ chỉ tiêu khác.`);
    if (indicator.fraction) yield fault(`thứ hạng “${code}” là số nguyên; vui lòng bỏ fraction.`);
    if (find.asked(code).some(({ form }) => form.body === undefined && form.roster !== undefined))
      yield fault(
        `thứ hạng “${code}” phải do một đơn vị báo cáo (biểu có body), vì thứ hạng của nhiều đơn vị không cộng được.`,
      );
  }
}

/** Goals: one a year, within the life of the indicator. */
export function* targetYears({ definition, at }: CheckContext): Generator<Problem> {
  for (const { code, targets, from, to } of Object.values(definition.indicators)) {
    for (const [year, index] of repeated(targets, (target) => target.year))
      yield at(
        'indicators',
        [code, 'targets', index],
        `mục tiêu năm ${year} bị ghi hai lần; vui lòng chỉ giữ một.`,
      );
    for (const [index, { year }] of targets.entries())
      if (year < (from ?? year).slice(0, 4) || year > (to ?? year).slice(0, 4))
        yield at(
          'indicators',
          [code, 'targets', index, 'year'],
          `mục tiêu năm ${year} nằm ngoài thời gian hiệu lực của chỉ tiêu (${lifeName({ ...(from ? { from } : {}), ...(to ? { to } : {}) })}).`,
        );
  }
}

/** Every indicator is either asked of somebody or derived, never both. */
export function* askedOrDerived({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const { code, rows } = indicator;
    const derived = rows !== undefined || find.inputs(indicator).length > 0;
    const [asking] = find.asked(code);
    if (derived && asking)
      yield at(
        'forms',
        asking.path,
        `chỉ tiêu “${code}” được hệ thống tính nên không hỏi ở biểu; muốn đối chiếu thì dùng control với id riêng.`,
      );
    if (!derived && !asking && indicator.nature !== 'ratio' && !find.isMisnamed)
      yield at(
        'indicators',
        [code],
        `chưa biểu nào hỏi chỉ tiêu “${code}” và cũng không có cách tính; vui lòng đưa vào forms.yaml hoặc thêm sum, difference, rows, meets.`,
      );
  }
}

/** An indicator is not valid longer than what it is derived from, or than the forms that ask for it. */
export function* livesOfParts({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const life = find.life(indicator.code);
    if (!isEmpty(life) && !covers(life, indicator))
      yield at(
        'indicators',
        [indicator.code],
        `“${indicator.code}” có hiệu lực ${lifeName(indicator)} nhưng chỉ có số liệu ${lifeName(life)}, theo các chỉ tiêu hoặc biểu mà nó lấy số; vui lòng ghi from, to cho khớp.`,
      );
  }
}

/** A body that is asked twice needs to know which answer is printed. */
export function* oneAnswerIsPrinted({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, primary } of Object.values(definition.indicators)) {
    const askings = find.asked(code);
    if (primary !== undefined) {
      if (!find.form(primary))
        yield at(
          'indicators',
          [code, 'primary'],
          unknown(
            'biểu',
            primary,
            definition.forms.map(({ id }) => id),
          ),
        );
      else if (!askings.some(({ form }) => form.id === primary))
        yield at('indicators', [code, 'primary'], `biểu “${primary}” không hỏi chỉ tiêu “${code}”.`);
      continue;
    }
    const clash = firstClash(find, askings);
    if (clash)
      yield at(
        'indicators',
        [code],
        `chỉ tiêu “${code}” được hỏi ở hai biểu của cùng một đơn vị (${clash.join(', ')}); vui lòng ghi primary là biểu được in.`,
      );
  }
}

function firstClash(find: Lookups, askings: readonly Asking[]): readonly string[] | undefined {
  for (const [index, { form }] of askings.entries())
    for (const { form: other } of askings.slice(index + 1))
      if (
        form.id !== other.id &&
        overlaps(form, other) &&
        shareKind(form, other) &&
        intersects(find.bodiesOfForm(form), find.bodiesOfForm(other))
      )
        return [form.id, other.id];
  return undefined;
}

/** True when there is a kind of period in which both are asked. */
function shareKind({ frequencies }: Form, other: Form): boolean {
  return frequencies === undefined || frequencies.some((kind) => isOfKind(other, kind));
}
