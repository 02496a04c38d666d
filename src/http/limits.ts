/** How much and how long a request may take. Units: bytes, milliseconds. */
export type Limits = Readonly<{
  bodyBytes: number;
  headerBytes: number;
  /** For the whole request to arrive, headers and body. */
  receiveWithin: number;
  /** For the answer to be ready. A command that takes longer may still be stored; its repeat finds it. */
  answerWithin: number;
  /** The same where a simulated clock is moved, which waits for all that happens on the way. */
  moveWithin: number;
}>;

/** Enough for any honest request: a programme definition with all its follow-ups is some 20 KB. */
export const LIMITS: Limits = {
  bodyBytes: 1_000_000,
  headerBytes: 16_384,
  receiveWithin: 30_000,
  answerWithin: 60_000,
  moveWithin: 3_600_000,
};
