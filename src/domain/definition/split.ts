/** splits.yaml: what part of a divided body's figures goes with each of those that took over. */

export interface Split {
  /** The body that ended and has several successors. */
  readonly body: string;
  /** Codes that the weights hold for; absent: all that no other entry of the body names. */
  readonly indicators?: readonly string[];
  /** By successor; canonical decimals that add up to 1. */
  readonly weights: Readonly<Record<string, string>>;
  /** What the weights were derived from, printed in the notes. */
  readonly basis: string;
  /** The document that states them. */
  readonly source: string;
}

/** The weights of a divided body for an indicator: those given for it, else those given for all. */
export function splitOf(
  splits: readonly Split[] | undefined,
  body: string,
  indicator: string,
): Split | undefined {
  const own = splits?.filter((split) => split.body === body) ?? [];
  return (
    own.find(({ indicators }) => indicators?.includes(indicator)) ??
    own.find(({ indicators }) => indicators === undefined)
  );
}
