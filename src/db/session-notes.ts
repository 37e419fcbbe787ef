/**
 * Notes when sessions were last used. Everybody's note falls due once a minute, and each would wait for the disk: those
 * that come while one is written are written together by the next.
 */
import type { Knex } from 'knex';
import { lists } from './insert.ts';
import { inTurn } from './transaction.ts';

interface Notes {
  /** The time of each session whose note waits. */
  waiting: Map<string, string>;
  /** Ends when all that waits now is written. */
  written: Promise<void>;
}

const notes = new WeakMap<object, Notes>();

/** Ends when it is written. */
export async function touchSession(db: Knex, idHash: string, at: string): Promise<void> {
  const { config } = db.client as { readonly config: object };
  const known: Notes = notes.get(config) ?? { waiting: new Map(), written: Promise.resolve() };
  notes.set(config, known);
  known.waiting.set(idHash, at);
  if (known.waiting.size > 1) return known.written;
  // Whoever comes first writes for all who come until the note before is written.
  const before = known.written.catch(() => undefined);
  known.written = before.then(() => inTurn(db, () => write(db, known)));
  return known.written;
}

async function write(db: Knex, known: Notes): Promise<void> {
  const { waiting } = known;
  known.waiting = new Map();
  const byTime = new Map<string, string[]>();
  for (const [idHash, at] of waiting) byTime.set(at, [...(byTime.get(at) ?? []), idHash]);
  for (const [at, ids] of byTime)
    for (const part of lists(ids.sort()))
      await db('sessions').whereIn('id_hash', part).where('seen_at', '<', at).update({ seen_at: at });
}
