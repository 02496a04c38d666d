/**
 * What was used last, by key, up to a weight; what was not used for longest goes first. A value that alone weighs more is not kept.
 *
 * Units: whatever `weigh` counts in; each value is weighed once, when it is set.
 */
export class RecentlyUsed<V> {
  private readonly kept = new Map<string, Readonly<{ value: V; weight: number }>>();
  private total = 0;

  constructor(
    private readonly limit: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {}

  /** How many values there are, and what they weigh together. */
  get size(): Readonly<{ values: number; weight: number }> {
    return { values: this.kept.size, weight: this.total };
  }

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key); // and in again: a map keeps the order in which keys came
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: V): void {
    this.delete(key);
    const weight = this.weigh(value);
    if (weight > this.limit) return;
    this.kept.set(key, { value, weight });
    this.total += weight;
    while (this.total > this.limit) this.delete(this.kept.keys().next().value!);
  }

  clear(): void {
    this.kept.clear();
    this.total = 0;
  }

  delete(key: string): void {
    this.total -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
