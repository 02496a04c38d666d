import { randomUUID } from 'node:crypto';
import type { Instant } from '../../kernel/days.js';
import { carryOutErasures } from '../erasing/erasure.js';
import { writtenEvents, type WrittenEvent } from '../event-bytes.js';
import type { Append, Position, StoredEvent } from '../ports/event-store.js';
import { refuse, type Refused } from '../refusals.js';
import { acceptedOf, type Accepted } from './accepted.js';
import type { Decided } from './decide-on.js';
import { correctsIdentity, standingBsns } from './identities.js';
import type { Remembered } from './remembered.js';
import { claimed, sealed } from './seal-and-claim.js';
import type { Tools } from './tools.js';
import { expectedBy, stale, type Way } from './way.js';

type Outcome = Accepted | Refused;
type Again = Readonly<{ kind: 'again' }>;
type History = readonly WrittenEvent[];

/** A decision and the history that it was made on. */
export type Deciding = Readonly<{ stored: History; decided: Decided; now: Instant }>;

/** Appends what was decided, with its words sealed and its keys claimed before, and answers it. */
export class DecidedAppend {
  constructor(
    private readonly tools: Tools,
    private readonly remembered: Remembered,
  ) {}

  async append(way: Way, deciding: Deciding): Promise<Outcome | Again> {
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

  /** The answer to a command whose events are in its stream, as it was read. */
  answered(way: Way, stored: readonly StoredEvent[]): Promise<Accepted> {
    const own = stored.filter(({ commandId }) => commandId === way.commandId);
    return this.answer(way, { stored, own, position: own.at(-1)!.position });
  }

  private standing(way: Way, deciding: Deciding): ReturnType<typeof standingBsns> {
    if (correctsIdentity(way, deciding.stored, deciding.decided.events)) return standingBsns(this.tools.vault, way, deciding);
    return Promise.resolve({ kind: 'standing', bsns: [] });
  }

  private async send(way: Way, append: Append, before: History): Promise<Outcome | Again> {
    const outcome = await this.tools.store.append(append);
    switch (outcome.kind) {
      case 'stored':
        return this.stored(way, before, { own: writtenEvents(append, outcome.recordedAt), position: outcome.position });
      case 'repeated':
        return this.answered(way, await this.tools.store.readStream(way.tenant, way.streamId));
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

  /** Computed from the bytes that were stored, as every repeat will be, without reading them back. */
  private stored(
    way: Way,
    before: History,
    { own, position }: Readonly<{ own: History; position: Position }>,
  ): Promise<Accepted> {
    this.remembered.consulted.changed(way.tenant, way.streamId, own.at(-1)!.version);
    this.remembered.histories.appended(way.tenant, way.streamId, { before, added: own });
    return this.answer(way, { stored: [...before, ...own], own, position });
  }

  /**
   * A correction that may have taken a BSN away gives up, each time that it is answered, what was claimed before it; and an erasure is
   * not answered before it is carried out.
   */
  private async answer(
    way: Way,
    { stored, own, position }: Readonly<{ stored: History; own: History; position: Position }>,
  ): Promise<Accepted> {
    if (correctsIdentity(way, stored, own))
      await this.tools.keyClaims.giveUp(way.tenant, { kind: 'bsn', streamId: way.streamId, before: own[0].version - 1 });
    await carryOutErasures(this.tools, own);
    return acceptedOf(own, position, way);
  }
}

type Envelope = Omit<Append, 'expectedVersion' | 'overrides' | 'events' | 'claims'>;

function envelopeOf({ tenant, streamId, commandId, origin }: Way): Envelope {
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
