import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problem.js';

const CHARSETS = /;\s*charset\s*=\s*"?([^";\s]*)/gi;

/**
 * Why a body is not read although it may be JSON: it is compressed, or its letters are written otherwise than in UTF-8.
 * Null when nothing is said, which means UTF-8. Source: RFC 9110, section 15.5.16: `Accept-Encoding` says what would be taken.
 */
export function unreadContent({
  'content-encoding': encoding = 'identity',
  'content-type': type = '',
}: Pick<IncomingHttpHeaders, 'content-encoding' | 'content-type'>): Problem | null {
  if (encoding.trim().toLowerCase() !== 'identity')
    return new Problem({ code: 'unsupported-content-encoding', expected: 'identity' }, { 'Accept-Encoding': 'identity' });

  const isOther = [...type.matchAll(CHARSETS)].some(([, charset]) => charset.toLowerCase() !== 'utf-8');
  if (!isOther) return null;
  const expected = 'application/json; charset=utf-8';
  return new Problem({ code: 'unsupported-media-type', expected }, { Accept: expected });
}
