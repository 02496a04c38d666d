import { randomUUID } from 'node:crypto';
import type { Instant } from '../../kernel/days.js';
import type { Name, StreamId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { CommandClaims, KeyClaims } from '../ports/claims.js';
import type { Clock } from '../ports/clock.js';
import type { Append, EventStore, StoredEvent } from '../ports/event-store.js';
import type { PersonVault } from '../ports/person-vault.js';
import { mayNotRecord } from '../recorded-by.js';
import { carryOutErasures } from '../erasing/erasure.js';
import { refuse, type Refused } from '../refusals.js';
import type { StreamKind } from '../streams/stream-kind.js';
import { acceptedOf, type Accepted } from './accepted.js';
import { correctsIdentity, standingBsns } from './identities.js';
import { closedWordsTouched } from './closed-words.js';
import { decideOn, type Decided } from './decide-on.js';
import { metaOf } from './meta.js';
import { firstDangling, referencesIn } from './references.js';
import { claimed, sealed } from './seal-and-claim.js';
import { Turns } from './turns.js';
import { expectedBy, overrideOf, typesTouchedBy, wantedBy, wayOf, type Way } from './way.js';
import type { Origin, StreamWish } from './wish.js';

/** How often a decision is made again on a lost race, before the caller is told. */
const ATTEMPTS = 5;

/** What the flow works with; all of it ports. */
export type Tools = Readonly<{
  store: EventStore;
  vault: PersonVault;
  commandClaims: CommandClaims;
  keyClaims: KeyClaims;
  clock: Clock;
  name: Name;
}>;

type RequestOrigin = Extract<Origin, { kind: 'request' }>;
type Outcome = Accepted | Refused;
type Deciding = Readonly<{ stored: readonly StoredEvent[]; decided: Decided; now: Instant }>;
type Again = Readonly<{ kind: 'again' }>;
type Claimed = Readonly<{ kind: 'claimed'; isFirst: boolean }>;

/**
 * The way of every command: permission, claim, the stream read (and with it the right to what a correction touches) and searched for the command id, If-Match, decision, one append.
 * Before the append nothing is stored but claims and sealed words, which a sweeper removes when no event follows.
 *
 * Errors: every refusal is a value; throws only what the store or the vault throw when they cannot work.
 */
export class CommandFlow {
  private readonly losers = new Turns();

  constructor(private readonly tools: Tools) {}

  async run(of: StreamKind, wish: Omit<StreamWish, 'category'>): Promise<Outcome> {
    const { identity } = wish.origin;
    const overrides = overrideOf(wish.origin) !== undefined;
    const forbidden = mayNot(identity, wantedBy(wish.wish)) ?? (overrides ? mayNot(identity, 'Override') : undefined);
    if (forbidden) return forbidden;

    const way = await wayOf(of, wish, { store: this.tools.store, tenant: identity.tenant, name: this.tools.name });
    if (way.kind === 'refused') return way;

    const claim = await this.claimCommand(way);
    if (claim.kind === 'refused') return claim;
    return (await this.firstUnknown(way)) ?? this.attempts(way, claim.isFirst);
  }

  /**
   * Claims the key of a request that is many appends, each under a key of its own: the same request goes on, another one is refused.
   * Errors: `idempotency-key-reused`; `too-many-commands`.
   */
  async claimKey(origin: RequestOrigin, streamId: StreamId): Promise<Refused | undefined> {
    const { tenant, client } = origin.identity;
    const claim = await this.claimCommand({
      origin,
      commandId: this.tools.name(['command', tenant, client, origin.key]),
      streamId,
    });
    return claim.kind === 'refused' ? claim : undefined;
  }

  /** `isFirst`: no claim of this command is known, so that it was not sent before, or so long ago that its claim was swept. */
  private async claimCommand({
    origin,
    commandId,
    streamId,
  }: Pick<Way, 'origin' | 'commandId' | 'streamId'>): Promise<Claimed | Refused> {
    if (origin.kind === 'engine') return { kind: 'claimed', isFirst: false };

    const { identity, method, path, body } = origin;
    const { tenant, client, subject } = identity;
    const claim = await this.tools.commandClaims.claim({ tenant, client, subject, commandId, method, path, body, streamId });
    if (claim === 'different') return refuse({ code: 'idempotency-key-reused' });
    if (claim === 'too-many') return refuse({ code: 'too-many-commands' });
    return { kind: 'claimed', isFirst: claim === 'new' };
  }

  private async firstUnknown({ wish, tenant }: Way): Promise<Refused | undefined> {
    const dangling = await firstDangling(this.tools.store, tenant, referencesIn(wish.kind === 'command' ? wish.data : wish));
    if (dangling) return refuse({ code: 'no-such-reference', field: dangling.field, id: dangling.id });
  }

  /** Who lost a race waits for its turn among the others of this process that lost one on the same stream. */
  private async attempts(way: Way, isFirst: boolean): Promise<Outcome> {
    // A stream that only this command can have begun is not read before its first try: were it there all the same, the append would say so.
    const first = await this.attempt(way, isFirst && way.isOwn ? [] : undefined);
    if (first.kind !== 'again') return first;
    return this.losers.take(way.streamId, () => this.attemptsAgain(way));
  }

  private async attemptsAgain(way: Way): Promise<Outcome> {
    for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.attempt(way);
      if (outcome.kind !== 'again') return outcome;
    }
    return refuse({ code: 'lost-the-race', attempts: ATTEMPTS });
  }

  private async attempt(way: Way, known?: readonly StoredEvent[]): Promise<Outcome | Again> {
    const stored = known ?? (await this.tools.store.readStream(way.tenant, way.streamId));
    const touched = typesTouchedBy(way.wish, stored);
    const forbidden = mayNotRecord(way.origin.identity, touched) ?? closedWordsTouched(way, stored);
    if (forbidden) return forbidden;
    const earlier = stored.filter(({ commandId }) => commandId === way.commandId);
    if (earlier.length > 0) return this.answered(way, stored);

    const refused = refusedBy(way, stored);
    if (refused) return refused;

    const meta = metaOf(this.tools.name, { ...way, now: await this.tools.clock.now(), override: overrideOf(way.origin) });
    const decided = await decideOn(way, stored, meta);
    if (decided.kind === 'refused') return decided;
    return decided.events.length === 0 ? unchanged(way, stored) : this.append(way, { stored, decided, now: meta.now });
  }

  private async append(way: Way, deciding: Deciding): Promise<Outcome | Again> {
    const { stored, decided } = deciding;
    const standing = await this.standing(way, deciding);
    if (standing.kind === 'refused') return standing;
    const expectedVersion = stored.at(-1)?.version ?? 0;
    const decision = randomUUID();
    const claims = await claimed(this.tools.keyClaims, { ...way, decision, expectedVersion, standing: standing.bsns }, decided);
    if (claims.kind === 'refused') return claims;

    const parts = await sealed(this.tools.vault, way, decided);
    const append = {
      ...envelopeOf(way),
      expectedVersion,
      overrides: decided.overrides,
      ...(claims.keys > 0 ? { claims: { decision, keys: claims.keys } } : {}),
    };
    const outcome = parts.kind === 'refused' ? parts : await this.send(way, { ...append, events: parts.events }, stored);
    if (claims.keys > 0 && outcome.kind !== 'accepted') await this.tools.keyClaims.release(way.tenant, decision);
    return outcome;
  }

  private standing(way: Way, deciding: Deciding): ReturnType<typeof standingBsns> {
    if (correctsIdentity(way, deciding.stored, deciding.decided.events)) return standingBsns(this.tools.vault, way, deciding);
    return Promise.resolve({ kind: 'standing', bsns: [] });
  }

  private async send(way: Way, append: Append, before: readonly StoredEvent[]): Promise<Outcome | Again> {
    const outcome = await this.tools.store.append(append);
    switch (outcome.kind) {
      case 'stored':
        return this.answer(way, before);
      case 'repeated':
        return this.answer(way, []);
      case 'conflict':
        return expectedBy(way) === null ? { kind: 'again' } : stale(way, outcome.actualVersion);
      case 'claims-missing':
        return { kind: 'again' };
      case 'unknown-stream':
        return refuse({ code: 'not-found', what: way.of.category });
      case 'closed':
        return refuse({ code: 'store-closed' });
    }
  }

  /**
   * Read back rather than remembered, so that the first answer and every repeat are computed from the same bytes.
   * `before`: the beginning of the stream, as far as it is known already.
   */
  private async answer(way: Way, before: readonly StoredEvent[]): Promise<Accepted> {
    const after = before.at(-1)?.version ?? 0;
    return this.answered(way, [...before, ...(await this.tools.store.readStream(way.tenant, way.streamId, { after }))]);
  }

  /**
   * A correction that may have taken a BSN away gives up, each time that it is answered, what was claimed before it; and an erasure is
   * not answered before it is carried out.
   */
  private async answered(way: Way, stored: readonly StoredEvent[]): Promise<Accepted> {
    const own = stored.filter(({ commandId }) => commandId === way.commandId);
    if (correctsIdentity(way, stored, own))
      await this.tools.keyClaims.giveUp(way.tenant, { kind: 'bsn', streamId: way.streamId, before: own[0].version - 1 });
    await carryOutErasures(this.tools, own);
    return acceptedOf(own, way);
  }
}

/** What no decider is asked about: a stream that is not there, and a version that is no longer the last. */
function refusedBy(way: Way, stored: readonly StoredEvent[]): Refused | undefined {
  const actualVersion = stored.at(-1)?.version ?? 0;
  if (!way.begins && actualVersion === 0) return refuse({ code: 'not-found', what: way.of.category });

  const expected = expectedBy(way);
  if (expected !== null && expected !== actualVersion) return stale(way, actualVersion);
}

const stale = (way: Way, actualVersion: number): Refused =>
  refuse({ code: 'stale-version', expectedVersion: expectedBy(way) ?? 0, actualVersion });

/** The command found nothing to do: the answer is the stream as it stands. */
function unchanged(way: Way, stored: readonly StoredEvent[]): Outcome {
  return stored.length === 0 ? refuse({ code: 'not-found', what: way.of.category }) : acceptedOf(stored.slice(-1), way);
}

function envelopeOf({
  tenant,
  streamId,
  commandId,
  origin,
}: Way): Omit<Append, 'expectedVersion' | 'overrides' | 'events' | 'claims'> {
  const { subject, role, organisation, onBehalfOf } = origin.identity;
  const { causationId, correlationId } = origin.kind === 'engine' ? origin : STARTS_SOMETHING;
  return {
    tenant,
    streamId,
    commandId,
    correlationId: correlationId ?? (commandId as unknown as Append['correlationId']),
    causationId,
    actor: { subject, role, organisation, onBehalfOf },
  };
}

/** What a person sends is the beginning of what follows from it. */
const STARTS_SOMETHING = { causationId: null, correlationId: null };
