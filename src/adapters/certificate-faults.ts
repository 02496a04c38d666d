const NOT_TRUSTED =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/** Why a server's certificate is not trusted, in a few words for an operator; null when it is about something else. */
export function certificateFault(error: unknown): string | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!NOT_TRUSTED.test(code)) return null;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'shows a certificate of another name';
  if (code === 'CERT_HAS_EXPIRED') return 'shows a certificate that has expired';
  return `shows a certificate that is not trusted (${code})`;
}
