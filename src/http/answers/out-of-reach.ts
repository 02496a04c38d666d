/** What may be logged of it: neither its message nor where it was thrown, as there are many of it and each is the same. */
export type OutOfReach = Readonly<{ name: string; code?: string }>;

/** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention. */
const SQLSTATE = /^(?:08|53|57)[0-9A-Z]{3}$/;
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const NAMES = new Set(['StoreUnavailable', 'OutcomeUnknown', 'NotConnected', 'QueryRunnerAlreadyReleasedError']);
/** What node-postgres throws without a code when a connection is gone or was not had in time. */
const MESSAGES = [
  /^Connection terminated/,
  /^Connection ended unexpectedly/,
  /^timeout e?xceeded when trying to connect/,
  /^timeout expired$/,
  /^Client (?:has encountered a connection error|was closed) and is not queryable/,
  /^Cannot use a pool after calling end/,
];
const DEEPEST = 5;

/** What was thrown because the database could not be reached or takes no work; null when it was thrown for another reason. */
export function outOfReach(thrown: unknown, depth = 0): OutOfReach | null {
  if (!(thrown instanceof Error) || depth > DEEPEST) return null;

  const { name, message, cause } = thrown;
  const code = codeOf(thrown);
  const isIt = code !== undefined || NAMES.has(name) || MESSAGES.some((told) => told.test(message));
  if (!isIt) return outOfReach(cause, depth + 1);

  const known = code ?? outOfReach(cause, depth + 1)?.code;
  return { name, ...(known !== undefined && { code: known }) };
}

/** A file that is not there has the same code as a socket that is not. */
function codeOf(thrown: Error): string | undefined {
  const { code, syscall } = thrown as Error & { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return undefined;
  return SQLSTATE.test(code) || SYSTEM.has(code) || (code === 'ENOENT' && syscall === 'connect') ? code : undefined;
}
