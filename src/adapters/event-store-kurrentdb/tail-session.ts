import { streamNameFilter, type AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { once } from 'node:events';
import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import type { TenantId } from '../../kernel/ids.js';
import { entryIn, type LogEvent, type Resolved } from './entries.js';
import { NoAnswer } from './calls.js';
import { placeIn, type Place } from './positions.js';
import type { Sealable, Seal } from './seal.js';
import type { TailOptions } from './sealed-tail.js';
import { byTenant, type Sealed } from './sealer.js';
import { Sealing, type SealedEvent } from './sealing.js';
import type { Level } from './seals.js';
import type { Window } from './window.js';

/** `level` is how far the table of seals reaches, from where it goes on; `progress` is called whenever more may be handed out. */
export type SessionOptions = Omit<TailOptions, 'window'> & Readonly<{ window: Window; level: Level; progress(): void }>;

/** An event that is held back; its body is dropped where so many are held that nobody who needs them is level with the log. */
type Held = Sealable & Readonly<{ body?: StoredEvent }>;

/** Everything but the server's own: a narrower filter would never move on through what others append. */
const NOT_THE_SERVERS_OWN = streamNameFilter({ regex: '^[^$]' });

/** One subscription to the whole log, from its opening to what ends it. */
export class TailSession {
  private readonly sealing: Sealing<Held>;
  /** Of tenants whose seals others wrote first: up to which number those are still to come by. */
  private readonly awaited = new Map<TenantId, number>();
  private position: Position | null;
  private news = false;
  private settling = false;
  private isOver = false;
  private fail: (error: unknown) => void = () => undefined;
  private finish: () => void = () => undefined;

  constructor(private readonly options: SessionOptions) {
    this.sealing = new Sealing(options.level, options.holds);
    this.position = options.level.position;
  }

  /** Resolves when the signal ends it, and when another session is to go on from where this one came; rejects with what else ends it. */
  async run(signal: AbortSignal): Promise<void> {
    const from = this.position === null ? await this.options.reads.beginning() : placeIn(this.position);
    const over = new AbortController();
    const broken = new Promise<never>((_, reject) => (this.fail = reject));
    const spent = new Promise<void>((resolve) => (this.finish = resolve));
    const stopped = signal.aborted ? undefined : once(signal, 'abort', { signal: over.signal }).catch(() => undefined);
    const subscription = this.subscribe(from);
    const turn = setInterval(() => this.settle(), this.options.leaseMs / 2); // it may be this one's turn while nothing comes
    try {
      await Promise.race([broken, stopped, spent]);
    } finally {
      this.isOver = true;
      over.abort();
      clearInterval(turn);
      void subscription.unsubscribe().catch(() => undefined); // of a server that does not answer this never ends
      subscription.destroy();
    }
  }

  private subscribe(fromPosition: Place | 'start'): AllStreamSubscription {
    const { client, credentials, answerWithinMs } = this.options;
    const filter = NOT_THE_SERVERS_OWN;
    const subscription = client.subscribeToAll({ fromPosition, filter, ...(credentials ? { credentials } : {}) });
    const late = setTimeout(() => this.fail(new NoAnswer(`no subscription in ${answerWithinMs} ms`)), answerWithinMs);
    const ended = () => {
      clearTimeout(late);
      this.fail(new Error('the server ended the subscription'));
    };
    subscription.on('confirmation', () => clearTimeout(late));
    subscription.on('error', this.fail);
    for (const end of ['end', 'close'] as const) subscription.on(end, ended);
    subscription.on('data', (resolved) => this.hear(resolved as unknown as Resolved));
    return subscription;
  }

  private hear(resolved: Resolved): void {
    if (this.isOver) return;
    try {
      const entry = entryIn(this.options.names, resolved, this.options.stranger);
      if (!entry) return;
      if (entry.kind === 'seal') this.sealing.seal(entry.seal);
      else this.sealing.add(this.held(entry));
      this.settle();
    } catch (error) {
      this.fail(error);
    }
  }

  private held({ event, appendedTo }: LogEvent): Held {
    const { tenant, streamId, version, eventId, recordedAt, hash, position } = event;
    const of = { tenant, streamId, version, eventId, recordedAt, hash, position, appendedTo };
    return this.sealing.size < this.options.window.limit ? { ...of, body: event } : of;
  }

  /** Does what there is to do, one thing at a time; what comes meanwhile is looked at before it ends. */
  private settle(): void {
    this.news = true;
    if (this.settling || this.isOver) return;
    this.settling = true;
    void this.settled().catch((error: unknown) => this.fail(error));
  }

  private async settled(): Promise<void> {
    try {
      while (this.news && !this.isOver) {
        this.news = false;
        while (!this.isOver && ((await this.release()) || (await this.seal())));
      }
    } finally {
      this.settling = false;
    }
  }

  /** Fills what is sealed into the table, and only then lets it be handed out: whoever reads a stream then finds the seals there. */
  private async release(): Promise<boolean> {
    const taken = this.sealing.take(this.options.batch);
    if (taken.length === 0) return false;
    await this.options.seals.add(this.position, taken);
    for (const one of taken) this.options.window.push(one.event.position, withSeal(one));
    this.position = taken[taken.length - 1].event.position;
    this.options.progress();
    if (this.sealing.isSpent) this.finish();
    return true;
  }

  /** Seals what is not sealed, where that is this process's turn; true when it went on. */
  private async seal(): Promise<boolean> {
    const { sealing, batch } = this.options;
    const seals = sealing ? this.sealing.toSeal(batch, (tenant) => this.isAwaited(tenant)) : [];
    if (!sealing || seals.length === 0 || !(await sealing.lease.isHeld())) return false;
    const groups = byTenant(seals);
    const outcomes = await Promise.all(groups.map((group) => sealing.sealer.write(group)));
    groups.forEach((group, at) => this.heard(group, outcomes[at]));
    return outcomes.includes('stored');
  }

  private heard(group: readonly Seal[], outcome: Sealed): void {
    if (outcome === 'stored') group.forEach((seal) => this.sealing.seal(seal));
    else this.awaited.set(group[0].tenant, outcome.overtakenUpTo);
  }

  private isAwaited(tenant: TenantId): boolean {
    return (this.awaited.get(tenant) ?? 0) > this.sealing.tenantEnd(tenant).n;
  }
}

function withSeal({ event: { body }, seal: { tenantHash, sealedAt } }: SealedEvent<Held>): StoredEvent | undefined {
  return body && { ...body, tenantHash, sealedAt };
}
