/** The name of a definition's exact content: periods store it, editions print from it. */
import { createHash } from 'node:crypto';
import type { Definition } from '../domain/definition.ts';

/** SHA-256, in hexadecimal, of the definition as JSON with sorted keys: the same content gives the same hash. */
export function definitionHash(definition: Definition): string {
  return createHash('sha256').update(sortedJson(definition), 'utf8').digest('hex');
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`).join(',')}}`;
}
