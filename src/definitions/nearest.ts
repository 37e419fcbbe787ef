/** Suggests the word that an author probably meant. */
import { plainKey } from '../domain/intake/name-key.ts';
import { nearestName } from '../domain/intake/nearest-name.ts';

/** "; có lẽ cần viết “x”", or nothing when no candidate is close. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const near = nearestName(
    word,
    [...candidates].map((candidate) => [plainKey(candidate), candidate] as const),
  );
  return near === undefined ? '' : `; có lẽ cần viết “${near}”`;
}
