/** How many commands are on their way at once. */
const AT_ONCE = 8;

/** Does the same for each, eight at a time, each begun in the order of the list. Errors: throws the first that is met, once all on their way have ended. */
export async function eachOf<T>(list: readonly T[], work: (member: T, at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const at = next;
      next += 1;
      await work(list[at], at);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, list.length) }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
