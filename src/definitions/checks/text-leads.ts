/** Bold leads of paragraphs: "**…**" stands at the beginning of a paragraph or item, once, and is closed. */
import type { Fault } from './text-calls.ts';

const MARK = '**';
/** Where a paragraph or an item can begin: at the start of a line, or within a helper that chooses or repeats. */
const BEGINNING = /(?:^|\}\})\s*(?:[-+] )?$/;

export function leadFaults(source: string): readonly Fault[] {
  const faults: Fault[] = [];
  const lines = source.split('\n');
  let opened: number | undefined;
  for (const [index, text] of lines.entries()) {
    const parts = text.split(MARK);
    for (const [place, before] of parts.slice(0, -1).entries()) {
      if (opened !== undefined) opened = undefined;
      else {
        opened = index;
        if (place !== 0 || !BEGINNING.test(before))
          faults.push({
            line: index + 1,
            message:
              'chữ đậm “**…**” chỉ đứng đầu đoạn hoặc đầu gạch đầu dòng; vui lòng bỏ dấu ** ở giữa câu.',
          });
      }
    }
    const endsHere = text.trim() === '' || index === lines.length - 1;
    if (endsHere && opened !== undefined) {
      faults.push({
        line: opened + 1,
        message: 'chữ đậm mở bằng “**” nhưng chưa đóng; vui lòng thêm ** sau chữ cuối cùng in đậm.',
      });
      opened = undefined;
    }
  }
  return faults;
}
