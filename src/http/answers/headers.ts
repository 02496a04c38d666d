/** The full version of the API; the first part stands in the address. Source: NLGov REST API Design Rules, version-header. */
export const API_VERSION = '1.0.0';

/**
 * What stands on every answer, also on those that the framework gives by itself.
 * No origin is allowed to read across: screens are served from the same one.
 *
 * Source: NLGov REST API Design Rules, version-header and transport/security-headers.
 */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
