import { FIRST_PREDECESSOR, tenantLink } from '../../application/event-links.js';
import { LogTrouble } from '../../application/ports/event-store.js';
import { addMicroseconds, laterOf, type Instant } from '../../kernel/days.js';
import type { TenantId } from '../../kernel/ids.js';
import type { Seal, Sealable } from './seal.js';

/** The last seal of a tenant, as far as the next one rests on it. */
export type TenantEnd = Readonly<{ n: number; tenantHash: string }>;

/** What the seals of further events rest on: the last of each tenant, and the instant of the last append of all. */
export type SealedUpTo = Readonly<{ tenants: ReadonlyMap<TenantId, TenantEnd>; sealedAt: Instant | null }>;

/** An event with its seal. */
export type SealedEvent<E extends Sealable = Sealable> = Readonly<{ event: E; seal: Seal }>;

/** The seals of this store do not follow from its log: somebody altered one of the two, and nothing more is handed out. */
export class SealsBroken extends LogTrouble {
  override readonly name = 'SealsBroken';
}

type Held<E> = { readonly event: E; seal?: Seal };

const START: TenantEnd = { n: 0, tenantHash: FIRST_PREDECESSOR.toString('hex') };

/**
 * Puts the events of the log and the seals that come after them together. Events are held back until they and everything before
 * them are sealed; what is to be sealed follows from the log alone, so two who seal at once write the very same.
 *
 * Source, docs/decisions/0014-seals-follow-from-the-log.md.
 */
export class Sealing<E extends Sealable = Sealable> {
  private held: Held<E>[] = [];
  private readonly unsealed = new Map<TenantId, Held<E>[]>();
  private readonly tenants: Map<TenantId, TenantEnd>;
  private sealedAt: Instant | null;

  private isCut = false;

  /** Holds back about so many events at most, whole appends; what comes then is to be come by again once those are taken. */
  constructor(
    upTo: SealedUpTo,
    private readonly most = Infinity,
  ) {
    this.tenants = new Map(upTo.tenants);
    this.sealedAt = upTo.sealedAt;
  }

  /** How many events are held back. */
  get size(): number {
    return this.held.length;
  }

  /** Whether everything is taken that was held back when no more was: whoever reads goes on from there by a new one. */
  get isSpent(): boolean {
    return this.isCut && this.held.length === 0;
  }

  /** The next event of the log. */
  add(event: E): void {
    this.isCut ||= this.held.length >= this.most && isWhole(this.held);
    if (this.isCut) return;
    const held: Held<E> = { event };
    this.held.push(held);
    const waiting = this.unsealed.get(event.tenant);
    if (waiting) waiting.push(held);
    else this.unsealed.set(event.tenant, [held]);
  }

  /**
   * The next seal of the log, or one that was just written; one that is known already changes nothing.
   * Errors: throws `SealsBroken` when it does not follow.
   */
  seal(seal: Seal): void {
    const before = this.tenantEnd(seal.tenant);
    if (seal.n <= before.n) return;
    const held = this.unsealed.get(seal.tenant)?.[0];
    if (!held && this.isCut) return; // of an event that is not held back any more
    if (!held || !follows(seal, held.event, before))
      throw new SealsBroken(`seal ${seal.n} of ${seal.tenant} does not follow from the log`);

    held.seal = seal;
    this.unsealed.get(seal.tenant)!.shift();
    this.tenants.set(seal.tenant, { n: seal.n, tenantHash: seal.tenantHash });
  }

  /**
   * Takes the appends, from the first that is held back, that are whole and sealed, and everything before them too; about so many
   * events, as an append is never cut.
   */
  take(limit: number): readonly SealedEvent<E>[] {
    let count = 0;
    for (const append of appendsIn(this.held)) {
      if (count >= limit || !isWhole(append) || append.some(({ seal }) => !seal)) break;
      count += append.length;
    }
    const taken = this.held.splice(0, count) as SealedEvent<E>[];
    this.sealedAt = taken.at(-1)?.seal.sealedAt ?? this.sealedAt;
    return taken;
  }

  /** How far a tenant is sealed. */
  tenantEnd(tenant: TenantId): TenantEnd {
    return this.tenants.get(tenant) ?? START;
  }

  /**
   * The seals that are still to be written, in log order: of whole appends, at most `limit` events unless the first has more, and
   * none after an event of a tenant whose seals are awaited, as each instant follows from everything before.
   */
  toSeal(limit: number, isAwaited: (tenant: TenantId) => boolean): readonly Seal[] {
    const seals: Seal[] = [];
    const ends = new Map<TenantId, TenantEnd>();
    let last = this.sealedAt;
    for (const append of appendsIn(this.held)) {
      const [{ event, seal }] = append;
      if (!seal && (!isWhole(append) || isAwaited(event.tenant) || isFull(seals, append, limit))) break;
      last = seal ? seal.sealedAt : instantAfter(last, event);
      if (!seal) seals.push(...this.sealsOf(append, { ends, sealedAt: last }));
    }
    return seals;
  }

  /** The seals of one append; `ends` is how far each tenant is sealed by then, and is moved on. */
  private sealsOf(append: readonly Held<E>[], by: Readonly<{ ends: Map<TenantId, TenantEnd>; sealedAt: Instant }>): Seal[] {
    return append.map(({ event }) => {
      const { tenant, streamId: stream, version, eventId } = event;
      const { n, tenantHash } = after(by.ends.get(tenant) ?? this.tenantEnd(tenant), event);
      by.ends.set(tenant, { n, tenantHash });
      return { tenant, n, stream, version, eventId, tenantHash, sealedAt: by.sealedAt };
    });
  }
}

/** What lies together in the log and came by one append; the last of them may not have come yet. */
function* appendsIn<E extends Sealable>(held: readonly Held<E>[]): Generator<readonly Held<E>[]> {
  for (let start = 0, end = 0; start < held.length; start = end) {
    const { streamId, appendedTo } = held[start].event;
    const isOfIt = (one: Held<E> | undefined) => one?.event.streamId === streamId && one.event.appendedTo === appendedTo;
    while (isOfIt(held[end])) end++;
    yield held.slice(start, end);
  }
}

function isWhole(append: readonly Held<Sealable>[]): boolean {
  const { version, appendedTo } = append[append.length - 1].event;
  return version === appendedTo;
}

const isFull = (seals: readonly Seal[], append: readonly unknown[], limit: number): boolean =>
  seals.length > 0 && seals.length + append.length > limit;

/** Link 2 after one more event. */
function after({ n, tenantHash }: TenantEnd, { hash }: Sealable): TenantEnd {
  const link = tenantLink(Buffer.from(tenantHash, 'hex'), Buffer.from(hash, 'hex'));
  return { n: n + 1, tenantHash: link.toString('hex') };
}

const instantAfter = (last: Instant | null, { recordedAt }: Sealable): Instant =>
  last === null ? recordedAt : laterOf(recordedAt, addMicroseconds(last, 1));

function follows(seal: Seal, event: Sealable, before: TenantEnd): boolean {
  const { n, tenantHash } = after(before, event);
  const isOfEvent = seal.stream === event.streamId && seal.version === event.version && seal.eventId === event.eventId;
  return isOfEvent && seal.n === n && seal.tenantHash === tenantHash;
}
