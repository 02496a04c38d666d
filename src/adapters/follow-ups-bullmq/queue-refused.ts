/** Why the queue cannot be used where `REDIS_URL` says: its message is one line that says what to do, without a password. */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused';
}
