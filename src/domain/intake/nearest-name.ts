/** Suggests what a person probably meant to write. */
import { plainKey } from './name-key.ts';

/** A candidate under the plain key of one of its names. */
export type Keyed<T> = readonly [key: string, candidate: T];

/** The candidate whose key differs least from what was typed, or undefined when none is close. */
export function nearestName<T>(typed: string, candidates: Iterable<Keyed<T>>): T | undefined {
  const key = plainKey(typed);
  let least = Math.max(1, Math.floor(key.length / 3)) + 1;
  let nearest: T | undefined;
  for (const [other, candidate] of candidates) {
    if (Math.abs(other.length - key.length) >= least) continue;
    const distance = distanceOf(key, other);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** Levenshtein distance: insertions, deletions and replacements of characters. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
