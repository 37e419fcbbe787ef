/** What a cell or column takes, in words: shown beside what was found there. */
import type { Definition, Field, TableColumnDefinition } from '../definition.ts';
import { indicatorOf, mayBeNone, numberKind } from './answers-schema.ts';

const TEXT = 'nội dung bằng chữ (Unicode NFC), không quá 10.000 ký tự, không có dấu cách ở hai đầu';

/** "số nguyên không âm theo đơn vị hồ sơ, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do" */
export function expectedOfCell(field: Field, definition: Definition): string {
  const indicator = indicatorOf(field, definition);
  const others = [
    ...(mayBeNone(field, indicator) ? ['không phát sinh'] : []),
    ...(field.mayNotApply ? ['không áp dụng'] : []),
    'chưa có số liệu kèm lý do',
  ];
  return [expectedValue(field, definition), ...others].join(', hoặc ');
}

export function expectedOfColumn({ type, choices }: TableColumnDefinition): string {
  switch (type) {
    case 'text':
      return TEXT;
    case 'code':
      return 'số, ký hiệu không quá 1.000 ký tự, không có dấu cách ở hai đầu';
    case 'choice':
      return `một trong: ${choices.map(({ id }) => id).join(', ')}`;
    case 'flag':
      return 'yes hoặc no';
    case 'body':
      return 'mã của một đơn vị';
    case 'date':
      return 'ngày có thật dạng YYYY-MM-DD';
    case 'number':
      return 'số viết gọn, dấu chấm thập phân, không có dấu phân cách hàng nghìn';
  }
}

function expectedValue(field: Field, definition: Definition): string {
  const indicator = indicatorOf(field, definition);
  if (field.control === undefined && indicator.nature === 'flag') return 'yes hoặc no';
  if (field.control === undefined && indicator.nature === 'status')
    return `một trong: ${indicator.statuses.map(({ id }) => id).join(', ')}`;
  if (field.control === undefined && indicator.nature === 'text') return TEXT;
  const { signed, fraction } = numberKind(field, indicator);
  const kind = fraction ? 'số viết gọn, dấu chấm thập phân' : 'số nguyên';
  const unit = indicator.unit === '' ? '' : ` theo đơn vị ${indicator.unit}`;
  return `${kind}${signed ? '' : ' không âm'}${unit}`;
}
