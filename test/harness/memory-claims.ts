import type { CommandClaim, CommandClaims, KeyClaim, KeyClaims } from '../../src/application/ports/claims.js';
import type { TenantId } from '../../src/kernel/ids.js';
import { DAY_MS, MINUTE_MS, type Age } from './age.js';

const COMMANDS_KEPT_MS = 30 * DAY_MS;
const KEYS_KEPT_MS = 10 * MINUTE_MS;

/** The claims of commands in memory, for specs: the port's answers, and no keyed hashes. */
export class MemoryCommandClaims implements CommandClaims {
  private readonly claims = new Map<string, Readonly<{ client: string; request: string; at: number }>>();

  constructor(
    private readonly age: Age,
    private readonly perClientAndDay = 1000,
  ) {}

  claim({ tenant, client, commandId, subject, method, path, body }: CommandClaim): ReturnType<CommandClaims['claim']> {
    const key = JSON.stringify([tenant, commandId]);
    const request = JSON.stringify([subject, method, path, body]);
    const earlier = this.claims.get(key);
    if (earlier) return Promise.resolve(earlier.request === request ? 'same' : 'different');
    if (this.today(JSON.stringify([tenant, client])) >= this.perClientAndDay) return Promise.resolve('too-many');

    this.claims.set(key, { client: JSON.stringify([tenant, client]), request, at: this.age.now() });
    return Promise.resolve('new');
  }

  sweep(): Promise<number> {
    const old = [...this.claims].filter(([, { at }]) => at < this.age.now() - COMMANDS_KEPT_MS);
    for (const [key] of old) this.claims.delete(key);
    return Promise.resolve(old.length);
  }

  private today(client: string): number {
    const day = Math.floor(this.age.now() / DAY_MS);
    return [...this.claims.values()].filter((one) => one.client === client && Math.floor(one.at / DAY_MS) === day).length;
  }
}

/** Whether the log holds the event for which a claim was made. */
type HoldsDecision = (event: Readonly<Pick<KeyClaim, 'tenant' | 'streamId' | 'decision'> & { version: number }>) => boolean;

/** The claims of keys in memory, for specs; `claimed` is what a memory store counts under its lock. */
export class MemoryKeyClaims implements KeyClaims {
  private claims: Readonly<{ claim: KeyClaim; at: number }>[] = [];

  constructor(
    private readonly holdsDecision: HoldsDecision,
    private readonly age: Age,
  ) {}

  claim(claim: KeyClaim): ReturnType<KeyClaims['claim']> {
    const holder = this.holderNow(claim) ?? claim.holder;
    if (holder !== claim.holder) return Promise.resolve({ kind: 'held', holder });

    const again = this.claims.some((one) => one.claim.decision === claim.decision && isSameKey(one.claim, claim));
    if (!again) this.claims.push({ claim, at: this.age.now() });
    return Promise.resolve({ kind: 'claimed' });
  }

  release(tenant: TenantId, decision: string): Promise<number> {
    return Promise.resolve(this.removeUnstored(({ claim }) => claim.tenant === tenant && claim.decision === decision));
  }

  giveUp(tenant: TenantId, { kind, streamId, before }: Parameters<KeyClaims['giveUp']>[1]): Promise<number> {
    const length = this.claims.length;
    const isGivenUp = ({ claim }: (typeof this.claims)[number]): boolean =>
      claim.tenant === tenant &&
      claim.kind === kind &&
      claim.streamId === streamId &&
      claim.expectedVersion < before &&
      this.holdsDecision({ ...claim, version: claim.expectedVersion + 1 });
    this.claims = this.claims.filter((one) => !isGivenUp(one));
    return Promise.resolve(length - this.claims.length);
  }

  holderOf(tenant: TenantId, kind: KeyClaim['kind'], value: string): Promise<string | null> {
    return Promise.resolve(this.holderNow({ tenant, kind, value }) ?? null);
  }

  sweep(): Promise<number> {
    return Promise.resolve(this.removeUnstored(({ at }) => at < this.age.now() - KEYS_KEPT_MS));
  }

  claimed(tenant: TenantId, decision: string): number {
    return this.claims.filter(({ claim }) => claim.tenant === tenant && claim.decision === decision).length;
  }

  private holderNow(key: Key): string | undefined {
    return this.claims.find(({ claim }) => isSameKey(claim, key))?.claim.holder;
  }

  private removeUnstored(which: (one: (typeof this.claims)[number]) => boolean): number {
    const before = this.claims.length;
    const isStored = ({ claim }: (typeof this.claims)[number]) =>
      this.holdsDecision({ ...claim, version: claim.expectedVersion + 1 });
    this.claims = this.claims.filter((one) => !which(one) || isStored(one));
    return before - this.claims.length;
  }
}

type Key = Pick<KeyClaim, 'tenant' | 'kind' | 'value'>;

const isSameKey = (one: Key, other: Key): boolean =>
  one.tenant === other.tenant && one.kind === other.kind && one.value === other.value;
