import type { InputFault } from '../problems/transport-problems.js';

const VERSION_TAG = /^"([1-9]\d{0,8})"$/;

/** The strong entity tag of a stream at a version. */
export const entityTagOf = (version: number): string => `"${version}"`;

/** The version that `If-Match` expects, null when it expects none (absent or `*`), or what is wrong with the header. */
export function versionIn(ifMatch: string | undefined): number | null | InputFault {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;

  const [, version] = VERSION_TAG.exec(ifMatch.trim()) ?? [];
  if (version !== undefined) return Number(version);
  return {
    in: 'header',
    path: 'If-Match',
    detail: 'is not one strong entity tag of this API',
    expected: '"<version>", as ETag gave it',
  };
}
