/** A log that this start may not work on; the message is one line that says what to do, and holds nothing secret. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';
}
