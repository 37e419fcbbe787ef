/** The fields of a form or of a query: texts, any of which may be missing. */

export interface Fields {
  /** The first value of a field; "" when it was not sent. */
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  /** Names in the order in which they were sent. */
  readonly names: () => readonly string[];
}

/** Reads "a=1&b=2". Text becomes NFC, however the keyboard composes it, and its lines end in "\n". */
export function fieldsOf(encoded: string): Fields {
  return fieldsFrom([...new URLSearchParams(encoded)]);
}

export function fieldsFrom(pairs: readonly (readonly [name: string, value: string])[]): Fields {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const text = value.normalize('NFC').replaceAll('\r\n', '\n');
    const known = values.get(name);
    if (known) known.push(text);
    else values.set(name, [text]);
  }
  return {
    get: (name) => values.get(name)?.[0] ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    names: () => [...values.keys()],
  };
}

/** True when there is a character that no text of ours has and that PostgreSQL does not store. */
export function hasNul(fields: Fields): boolean {
  return fields.names().some((name) => [name, ...fields.all(name)].some((text) => text.includes('\0')));
}
