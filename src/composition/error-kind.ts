import { types } from 'node:util';

/** What the log says of an error: its name, and the code or kind that tells an operator what to look at. Never its message, which may quote a person. */
export type ErrorKind = Readonly<{ error: string; code?: string }>;

const CODE = /^[A-Za-z0-9_]{1,40}$/;

/** What node-postgres says without a code. */
const WITHOUT_CODE: readonly (readonly [RegExp, code: string])[] = [
  [/^Connection terminated/, 'terminated'],
  [/timeout exceeded when trying to connect|timeout expired/, 'timeout'],
];

/** Source: R-645. */
export function kindOf(error: unknown): ErrorKind {
  if (!types.isNativeError(error)) return { error: 'unknown' };
  const code = codeOf(error);
  return { error: error.name, ...(code === undefined ? {} : { code }) };
}

/** Its own, or that of what caused it. */
function codeOf(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && CODE.test(code)) return code;
  const said = WITHOUT_CODE.find(([pattern]) => pattern.test(error.message));
  if (said) return said[1];
  return types.isNativeError(error.cause) ? codeOf(error.cause) : undefined;
}
