/** Words that a body wrote, cleaned of what only programs see. */
import { quoted } from './file-problem.ts';
import type { Reading } from './reading.ts';

/** Longest answer in words, in characters: some pages. */
export const LONGEST_TEXT = 10_000;
/** Longest note, reason, number of a document or code, in characters. */
export const LONGEST_NOTE = 1_000;

/** NFC, line ends as "\n", no spaces at the ends of lines; control characters and longer texts are refused. */
export function readText(text: string, longest: number): Reading<string> {
  const value = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim();
  if (/[^\P{Cc}\n\t]/u.test(value)) {
    const found = quoted(value.replace(/\p{Cc}/gu, '\ufffd'));
    return { ok: false, found, expected: 'văn bản không có ký tự điều khiển' };
  }
  if (value.length > longest)
    return { ok: false, found: `${value.length} ký tự`, expected: `không quá ${longest} ký tự` };
  return { ok: true, value };
}
