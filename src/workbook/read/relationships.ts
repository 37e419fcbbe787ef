/** Which part of the zip another part means: parts name each other by relationships, at any path. */
import { posix } from 'node:path';
import { readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address, e.g. "worksheet". */
  readonly type: string;
  /** Path of the part within the zip. */
  readonly target: string;
}

/** The relationships of a part ("" is the whole file); none when it has no list of them. */
export async function readRelationships(parts: ZipParts, part: string): Promise<readonly Relationship[]> {
  const { dir, base } = posix.parse(part);
  const list = posix.join(dir, '_rels', `${base}.rels`);
  if (!parts.names.has(list)) return [];
  const found: Relationship[] = [];
  await readXml(await parts.open(list), {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
      });
    },
  });
  return found;
}
