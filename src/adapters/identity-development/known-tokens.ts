import { createHash } from 'node:crypto';
import type { Identity } from '../../application/ports/identity.js';

/** How many tokens are remembered; who came longest ago is forgotten first. */
const MOST = 1_000;

/** When a token ends; seconds since 1970 of real time, as its claim `exp`. */
type Known = Readonly<{ identity: Identity; exp: number }>;

/**
 * Whose tokens were found good a while ago: a signature that was right stays right, and only the end of the token is looked at again.
 * Checking it anew cost a tenth of a command's time. Tokens are remembered by their digest, so that none lies about in memory.
 */
export class KnownTokens {
  private readonly known = new Map<string, Known>();

  /** Undefined for a token that is not known, and for one that has ended since. */
  identityOf(token: string): Identity | undefined {
    const digest = digestOf(token);
    const known = this.known.get(digest);
    if (!known) return undefined;
    if (known.exp > Date.now() / 1000) return known.identity;
    this.known.delete(digest);
    return undefined;
  }

  remember(token: string, known: Known): void {
    this.known.set(digestOf(token), known);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST) this.known.delete(oldest);
  }
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64');
