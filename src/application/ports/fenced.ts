/** Another process does this work now: what this one was about to write is not written. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** Waits for what is written; false where another process does that work now. */
export async function unlessFenced(written: Promise<void>): Promise<boolean> {
  try {
    await written;
    return true;
  } catch (error) {
    if (error instanceof Fenced) return false;
    throw error;
  }
}
