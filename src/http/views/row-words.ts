/** A row of a table as it was typed, in one line: beside what another typed, and of one that was taken out. */
import type { DeskColumn } from '../../workflow/collecting/form-desk.ts';
import { FLAG_CHOICES } from './form-shown.ts';

/** Choices by their labels, in the order of the columns; "để trống" when nothing is written. */
export function rowTextsInWords(
  texts: Readonly<Record<string, string>>,
  columns: readonly Pick<DeskColumn, 'id' | 'type' | 'choices'>[],
): string {
  const words = columns.flatMap(({ id, type, choices }) => {
    const text = (texts[id] ?? '').trim();
    if (text === '') return [];
    return [(type === 'flag' ? FLAG_CHOICES : choices).find((one) => one.id === text)?.label ?? text];
  });
  return words.length === 0 ? 'để trống' : words.join('; ');
}
