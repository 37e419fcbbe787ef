/** What is asked for many times and takes time to find out is made once, and kept with what it was made of. */

interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What is known under a key, made when there is nothing. */
export function madeOnce<Key, Value>(known: Known<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}

/** The map under a key, made when there is none. */
export function nested<Key, Inner, Value>(outer: Known<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  return madeOnce(outer, key, makeMap<Inner, Value>);
}

function makeMap<Inner, Value>(): Map<Inner, Value> {
  return new Map();
}
