/** Reads the bodies that all reports share, without any report. */
import type { Entity } from '../domain/entity.ts';
import { readEntities } from './entities-source.ts';
import type { Problem } from './problem.ts';
import { fileReader } from './read-files.ts';

export type LoadedEntities =
  | { readonly ok: true; readonly entities: readonly Entity[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The bodies of `<reportsDir>/entities.csv`, in the order of the file, or every fault of its shape. */
export async function loadEntities(reportsDir: string): Promise<LoadedEntities> {
  const reader = fileReader(reportsDir);
  const read = await reader.read('entities.csv', 'problem');
  if (!read) return { ok: false, problems: reader.problems };
  const { source, problems } = readEntities(read.file, read.text);
  const all = [...reader.problems, ...problems];
  return source && all.length === 0 ? { ok: true, entities: source.entities } : { ok: false, problems: all };
}
