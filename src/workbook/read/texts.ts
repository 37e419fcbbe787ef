/** Texts of a workbook: those that cells share, plain or in pieces of different looks. */
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';
import { readXml, type XmlReader } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** Counts characters over the whole file. */
export type Allowance = (characters: number) => void;

export function allowanceOfCharacters(): Allowance {
  let left: number = LIMITS.characters;
  return (characters) => {
    left -= characters;
    if (left < 0) throw new WorkbookRefused('too-many-cells');
  };
}

/**
 * Gathers the text of one string item: its `t` elements, but not how it is pronounced (`rPh`). Feed it the events
 * within the item, then take what it gathered.
 */
export function textGatherer(): Required<XmlReader> & { readonly take: () => string } {
  let gathered = '';
  let isText = false;
  let pronounced = 0;
  return {
    open: (name) => {
      if (name === 'rPh') pronounced += 1;
      isText = name === 't' && pronounced === 0;
    },
    close: (name) => {
      if (name === 'rPh') pronounced -= 1;
      isText = false;
    },
    text: (text) => {
      if (isText) gathered += text;
    },
    take: () => {
      const text = unescaped(gathered);
      gathered = '';
      return text;
    },
  };
}

/** The texts that cells refer to by number. */
export async function readSharedStrings(
  parts: ZipParts,
  part: string,
  spend: Allowance,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const item = textGatherer();
  await readXml(await parts.open(part), {
    open: item.open,
    text: item.text,
    close: (name) => {
      item.close(name);
      if (name !== 'si') return;
      const text = item.take();
      spend(text.length);
      strings.push(text);
      if (strings.length > LIMITS.sharedStrings) throw new WorkbookRefused('too-many-cells');
    },
  });
  return strings;
}

/** Spreadsheets write characters that XML does not allow as "_x000D_". */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
