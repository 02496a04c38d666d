/** Does the work for one key in the order in which it was asked, one at a time; that for different keys at once. */
export class Lines<K> {
  private readonly last = new Map<K, Promise<unknown>>();

  after<T>(key: K, work: () => Promise<T>): Promise<T> {
    const done = (this.last.get(key) ?? Promise.resolve()).then(work, work);
    const settled: Promise<void> = done.then(nothing, nothing).then(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    this.last.set(key, settled);
    return done;
  }
}

function nothing(): void {}
