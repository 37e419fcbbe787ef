/** Words that a body wrote, cleaned of what only programs see. */
import { quoted } from './file-problem.ts';
import type { Reading } from './reading.ts';

const LONGEST = 20_000;

/** NFC, line ends as "\n", no spaces at the ends of lines; control characters and whole books are refused. */
export function readText(text: string): Reading<string> {
  const value = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim();
  if (/[^\P{Cc}\n\t]/u.test(value))
    return {
      ok: false,
      found: quoted(value.replace(/\p{Cc}/gu, '�')),
      expected: 'văn bản không có ký tự điều khiển',
    };
  if (value.length > LONGEST)
    return {
      ok: false,
      found: `${value.length} ký tự`,
      expected: `không quá ${LONGEST} ký tự`,
    };
  return { ok: true, value };
}
