/**
 * The ledger (sổ nguồn số liệu): where each printed number comes from, as a graph of entries by id, from what is
 * printed down to cells of revisions. Nothing is inlined: an entry names its inputs.
 */

import type { Carried } from './submission.ts';

export interface LedgerEntry {
  readonly id: string;
  /** cell, cells, history, target: leaves · display: what was printed · the others: how the value was computed. */
  readonly kind:
    | 'cell'
    /** The cells of one field of very many bodies. */
    | 'cells'
    | 'row'
    | 'history'
    | 'target'
    | 'roster'
    | 'days'
    | 'sum'
    | 'difference'
    | 'ratio'
    | 'count'
    | 'ranking'
    | 'total'
    | 'change'
    | 'break'
    | 'rows'
    | 'submission'
    | 'finding'
    /** What part of a divided body's figures goes with one that took over, and such a part. */
    | 'weight'
    | 'share'
    /** A corrected value, what a total gains by it, or what a published edition would now print. */
    | 'correction'
    /** What a published edition prints: a leaf. */
    | 'published'
    | 'display';
  /** In words and symbols, e.g. "Σ", "a + b", "100 × a ÷ b", "(a − b) ÷ b × 100". */
  readonly formula: string;
  readonly inputs: readonly string[];
  /** Exact: canonical decimal, "a/b", a class, a date or a text; null when it is not known. */
  readonly value: string | null;
  readonly unit?: string;
  readonly label?: string;
  readonly cell?: {
    readonly entity: string;
    readonly form: string;
    readonly revision: string;
    readonly field: string;
  };
  /** Which cells, and of how many bodies: the edition's inputs have each of them. */
  readonly cells?: {
    readonly period: string;
    readonly form: string;
    readonly field: string;
    readonly bodies: number;
  };
  /** Of a cell or row that was carried forward: the period, day and revision of the original. */
  readonly carried?: Carried;
  readonly history?: { readonly basis: 'published' | 'illustrative'; readonly source: string };
  /** Set where the bodies of then are not those of today. */
  readonly restated?: Restatement;
  /** Bodies without which the value was computed, and why. */
  readonly lacking?: readonly { readonly entity: string; readonly why: string }[];
  readonly display?: {
    readonly text: string;
    readonly rounding: 'half-up' | 'down' | 'up' | 'none';
    readonly decimals: number;
    readonly scale: string | null;
    /** Word the text asked for, and the one that was printed. */
    readonly wordAsked: string | null;
    readonly wordPrinted: string | null;
  };
}

/** An earlier value of a body (or block of bodies) of today, made of those whose place it took. */
export interface Restatement {
  /** Id of the body or block of today. */
  readonly scope: string;
  /** Bodies of then; `weight` is the ledger id of the part, where it is not the whole. */
  readonly from: readonly { readonly entity: string; readonly weight?: string }[];
  /** Bodies that it took over too, but that were not asked then. */
  readonly unasked: readonly string[];
}

export interface Ledger {
  readonly version: 1;
  /** By id, sorted. */
  readonly entries: Readonly<Record<string, LedgerEntry>>;
}

/** Collects entries while a report is computed. The same id always stands for the same entry. */
export interface LedgerBuilder {
  /** Adds the entry unless its id is known, and gives the id back. */
  add(entry: LedgerEntry): string;
  /**
   * The same for an entry of a value that is known, made when it is first read: of thousands of values that are only
   * checked, and never printed, nothing needs to be written down.
   */
  addLater(id: string, make: () => LedgerEntry): string;
  get(id: string): LedgerEntry | undefined;
  /** The entries that can be reached from the given ids, as plain data. */
  close(roots: Iterable<string>): Ledger;
}

export function createLedger(): LedgerBuilder {
  const entries = new Map<string, LedgerEntry | (() => LedgerEntry)>();
  // A value that could not be recomputed may still be found in history under the same id.
  const isOpen = (id: string): boolean => {
    const known = entries.get(id);
    return known === undefined || (typeof known === 'object' && known.value === null);
  };
  const read = (id: string): LedgerEntry | undefined => {
    const known = entries.get(id);
    if (typeof known !== 'function') return known;
    const made = known();
    entries.set(id, made);
    return made;
  };
  return {
    add(entry) {
      const { id } = entry;
      if (entry.value === null ? !entries.has(id) : isOpen(id)) entries.set(id, entry);
      return id;
    },
    addLater(id, make) {
      if (isOpen(id)) entries.set(id, make);
      return id;
    },
    get: read,
    close(roots) {
      const reached = new Set<string>();
      const open = [...roots];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (reached.has(id)) continue;
        const entry = read(id);
        if (!entry) throw new RangeError(`ledger entry ${id} does not exist`);
        reached.add(id);
        for (const input of entry.inputs) open.push(input);
      }
      const sorted: Record<string, LedgerEntry> = {};
      // No two ids are the same.
      for (const id of [...reached].sort((left, right) => (left < right ? -1 : 1))) {
        const entry = read(id);
        if (entry) sorted[id] = entry;
      }
      return { version: 1, entries: sorted };
    },
  };
}
