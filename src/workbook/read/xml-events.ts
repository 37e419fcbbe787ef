/** One part's XML as events, read as it is unpacked. Names come without their prefix: programs differ in prefixes. */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';

/** Names are taken as written; prefixes are not looked up. */
type PlainNames = { xmlns: false; position: boolean };

export type Attributes = (name: string) => string | undefined;

export interface XmlReader {
  readonly open: (name: string, attribute: Attributes) => void;
  readonly close?: (name: string) => void;
  /** Characters of the innermost element, in any number of pieces. */
  readonly text?: (text: string) => void;
}

/**
 * Reads a part to its end.
 * @throws WorkbookRefused "entities" for a DOCTYPE, "damaged" for what is no well-formed XML in UTF-8
 */
export async function readXml(part: Readable, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser<PlainNames>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new WorkbookRefused('entities');
  });
  parser.on('error', (cause) => {
    throw new WorkbookRefused('damaged', {}, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > LIMITS.depth) throw new WorkbookRefused('damaged');
    reader.open(localName(name), (wanted) => attributeOf(attributes, wanted));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(localName(name));
  });
  const onText = (text: string): void => reader.text?.(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of part as AsyncIterable<Buffer>)
      parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (cause) {
    if (cause instanceof WorkbookRefused) throw cause;
    throw new WorkbookRefused('damaged', {}, { cause });
  }
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  if (Object.hasOwn(attributes, wanted)) return attributes[wanted];
  const prefixed = Object.keys(attributes).find((name) => name.endsWith(`:${wanted}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
