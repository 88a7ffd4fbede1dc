const CHUNK = 32;

/**
 * A map as an immutable value. Replacing a value copies one chunk and the list of chunks instead of all entries, so that
 * a deployment with thousands of machines can have thousands of versions. The keys are shared by all of them.
 */
export class ValueMap<V> implements ReadonlyMap<string, V> {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly chunks: readonly (readonly V[])[];

  private constructor(positions: ReadonlyMap<string, number>, chunks: readonly (readonly V[])[]) {
    this.positions = positions;
    this.chunks = chunks;
  }

  /** The map with these entries. Of entries with the same key, the last one counts. */
  static of<V>(entries: Iterable<readonly [string, V]>): ValueMap<V> {
    const all = new Map(entries);
    const values = [...all.values()];
    const chunks = Array.from({ length: Math.ceil(values.length / CHUNK) }, (_, number) =>
      values.slice(number * CHUNK, (number + 1) * CHUNK),
    );
    return new ValueMap(new Map([...all.keys()].map((key, position) => [key, position])), chunks);
  }

  /** The map with another value for the key. A new key is added at the end. */
  with(key: string, value: V): ValueMap<V> {
    const position = this.positions.get(key);
    const chunk = position === undefined ? undefined : this.chunks[Math.floor(position / CHUNK)];
    if (position === undefined || !chunk) return ValueMap.of([...this, [key, value]]);
    const changed = chunk.with(position % CHUNK, value);
    return new ValueMap(this.positions, this.chunks.with(Math.floor(position / CHUNK), changed));
  }

  get size(): number {
    return this.positions.size;
  }

  get(key: string): V | undefined {
    const position = this.positions.get(key);
    return position === undefined ? undefined : this.chunks[Math.floor(position / CHUNK)]?.[position % CHUNK];
  }

  has(key: string): boolean {
    return this.positions.has(key);
  }

  keys(): MapIterator<string> {
    return this.positions.keys();
  }

  values(): MapIterator<V> {
    return this.chunks.flat().values();
  }

  entries(): MapIterator<[string, V]> {
    const values = this.values();
    const entries = [...this.keys()].flatMap((key): [string, V][] => {
      const { done, value } = values.next();
      return done ? [] : [[key, value]];
    });
    return entries.values();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(call: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }
}
