/** A key as it lies in the database: encrypted, and which master key opens it. */
export type Wrapped = Readonly<{ master: string; wrapped: Buffer }>;

/** The key that wraps other keys, so that what lies in the database opens only with it. */
export interface MasterKey {
  /** Tells master keys apart and says nothing about the key; it stands beside everything that the key has wrapped. */
  readonly id: string;
  /** Encrypts 32 bytes of key. `place` (the table and the row that will hold it) is bound to it, so it opens nowhere else. */
  wrap(key: Buffer, place: readonly string[]): Wrapped;
  /** The key again. Errors: throws `CannotUnwrap`. */
  unwrap(wrapped: Wrapped, place: readonly string[]): Buffer;
}

/** A wrapped key that does not open: another master key wrapped it, it was altered, or it was carried to another row. */
export class CannotUnwrap extends Error {
  override readonly name = 'CannotUnwrap';
}
