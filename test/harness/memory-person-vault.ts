import { createHash, randomBytes } from 'node:crypto';
import type { EventStore, Position } from '../../src/application/ports/event-store.js';
import { SealBroken, SubjectErased, type Part, type PersonVault, type Words } from '../../src/application/ports/person-vault.js';
import { nameKeyOf, type NamedPerson } from '../../src/application/name-key.js';
import { canonicalJson } from '../../src/kernel/canonical-json.js';
import type { EventId, TenantId } from '../../src/kernel/ids.js';
import type { Sealed } from '../../src/kernel/messages.js';
import { DAY_MS, type Age } from './age.js';

const KEPT_MS = 7 * DAY_MS;

type Kept = Readonly<{ part: Part; digest: string; words: string; at: number }>;

/** The vault in memory, for specs of what stands around it: it keeps the port's promises, and encrypts nothing. */
export class MemoryPersonVault implements PersonVault {
  private kept: Kept[] = [];
  private readonly erased = new Set<string>();
  private upTo: Position | null = null;

  constructor(
    private readonly log: Pick<EventStore, 'readStream'>,
    private readonly age: Age,
  ) {}

  async seal(part: Part): Promise<Sealed> {
    const { tenant, subject } = part;
    if (this.erased.has(`${tenant} ${subject}`)) throw new SubjectErased(`the key of ${subject} was destroyed`);

    const words = canonicalJson(part.words);
    const digest = createHash('sha256').update(randomBytes(12)).update(words).digest('hex');
    this.kept.push({ part, digest, words, at: this.age.now() });
    return Promise.resolve({ subject, digest });
  }

  async open(tenant: TenantId, parts: Parameters<PersonVault['open']>[1]): Promise<ReadonlyMap<EventId, Words>> {
    const opened = new Map<EventId, Words>();
    for (const { eventId, streamId, sealed } of parts) {
      const found = this.kept.find(
        ({ part, digest }) => part.tenant === tenant && part.eventId === eventId && digest === sealed.digest,
      );
      if (!found && this.erased.has(`${tenant} ${sealed.subject}`)) continue;
      if (!found) throw new SealBroken(eventId);
      if (found.part.streamId !== streamId || found.part.subject !== sealed.subject) throw new SealBroken(eventId);
      opened.set(eventId, JSON.parse(found.words) as Words);
    }
    return Promise.resolve(opened);
  }

  findNamed(tenant: TenantId, who: NamedPerson): ReturnType<PersonVault['findNamed']> {
    const asked = canonicalJson(nameKeyOf(who));
    const found = this.kept.filter(
      ({ part, words }) => part.tenant === tenant && canonicalJson(nameKeyOf(JSON.parse(words) as Words)) === asked,
    );
    const named = asked === 'null' ? [] : found;
    return Promise.resolve(named.map(({ part: { streamId, eventId }, digest }) => ({ streamId, eventId, digest })));
  }

  destroy(tenant: TenantId, subject: string): Promise<number> {
    this.erased.add(`${tenant} ${subject}`);
    return Promise.resolve(this.remove(({ part }) => part.tenant === tenant && part.subject === subject));
  }

  destroyedUpTo(): Promise<Position | null> {
    return Promise.resolve(this.upTo);
  }

  noteDestroyed(upTo: Position): Promise<void> {
    this.upTo = upTo;
    return Promise.resolve();
  }

  async sweep(): Promise<number> {
    const old = this.kept.filter(({ at }) => at < this.age.now() - KEPT_MS);
    const named = await Promise.all(old.map((one) => this.isNamed(one)));
    const lost = new Set(old.filter((_, at) => !named[at]));
    return this.remove((one) => lost.has(one));
  }

  private async isNamed({ part, digest }: Kept): Promise<boolean> {
    const stream = await this.log.readStream(part.tenant, part.streamId);
    return stream.some(({ eventId, sealed }) => eventId === part.eventId && sealed?.digest === digest);
  }

  private remove(which: (one: Kept) => boolean): number {
    const before = this.kept.length;
    this.kept = this.kept.filter((one) => !which(one));
    return before - this.kept.length;
  }
}
