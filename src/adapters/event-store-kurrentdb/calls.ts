/** No answer came in time; whether the server did what it was asked is unknown. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * What a call answers, or `NoAnswer` after so long: the client lets a call hang for 20 s on a server that is frozen, whatever
 * deadline it is given. What the call answers later is dropped.
 *
 * Units: milliseconds of real time.
 */
export function within<T>(ms: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer in ${ms} ms`)), ms);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** Everything that a read gives, each item within so long after the one before; `NoAnswer` otherwise. */
export async function collectedWithin<T>(ms: number, read: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  const items = read[Symbol.asyncIterator]();
  for (;;) {
    const item = await within(ms, items.next());
    if (item.done) return found;
    found.push(item.value);
  }
}
