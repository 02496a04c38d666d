import type { StreamId } from '../../kernel/ids.js';

/** What the answer would be is in doubt, until these streams are repaired: of a projection, or unreadable for the reason named instead. */
export class InDoubt extends Error {
  override readonly name = 'InDoubt';

  constructor(
    readonly projection: string,
    readonly streams: readonly StreamId[],
  ) {
    super(`${projection}: ${streams.join(', ')}`);
  }
}

/** There was no answer now; asked again there may be. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
