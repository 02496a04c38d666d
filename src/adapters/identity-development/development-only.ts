import type { KeyObject } from 'node:crypto';

/** What development identity is made with: its own key, and what proves that this is no production. */
export type DevelopmentOptions = Readonly<{
  key: KeyObject;
  /** Whether the process was started with `--development`. */
  development: boolean;
  /** `NODE_ENV`, null when it says nothing. */
  environment: string | null;
}>;

/** Whoever holds the key of development tokens may make themselves anybody, so it does not exist in earnest. One line. */
export class DevelopmentRefused extends Error {
  override readonly name = 'DevelopmentRefused';
}

/** Errors: throws `DevelopmentRefused` without `--development`, and whenever `NODE_ENV` speaks of production. */
export function refuseOutsideDevelopment({ development, environment }: Omit<DevelopmentOptions, 'key'>): void {
  if (!development) throw new DevelopmentRefused('development identity exists only with --development');
  if (environment !== null && /^\s*prod/i.test(environment))
    throw new DevelopmentRefused(`development identity is refused when NODE_ENV=${environment.trim()}`);
}
