import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Seal, Sealable } from '../../../src/adapters/event-store-kurrentdb/seal.js';
import { byTenant } from '../../../src/adapters/event-store-kurrentdb/sealer.js';
import { Sealing, SealsBroken } from '../../../src/adapters/event-store-kurrentdb/sealing.js';
import type { Position } from '../../../src/application/ports/event-store.js';
import { addMicroseconds, type Instant } from '../../../src/kernel/days.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { newId, newStream } from '../appends.js';
import { sha256, ZEROS } from '../independent-bytes.js';
import { BEGINNING } from '../store-under-test.js';

const NOTHING = { tenants: new Map(), sealedAt: null };
const NORTH = 'north' as TenantId;
const SOUTH = 'south' as TenantId;
const nobody = () => false;

/** One append of so many events to a stream of its own, recorded so many microseconds after the beginning. */
function append(tenant: TenantId, count: number, at: number): Sealable[] {
  const streamId = newStream();
  const recordedAt = addMicroseconds(BEGINNING, at);
  return Array.from({ length: count }, (_, index) => ({
    tenant,
    streamId,
    version: index + 1,
    appendedTo: count,
    eventId: newId(),
    recordedAt,
    hash: sha256(Buffer.from(randomUUID())).toString('hex'),
    position: `${streamId} ${index}` as Position,
  }));
}

/** What seals must say, by another hand: the instant of each append in log order, and link 2 of each event. */
function expectedSeals(events: readonly Sealable[]): Map<TenantId, object[]> {
  const found = new Map<TenantId, object[]>();
  const links = new Map<TenantId, Buffer>();
  let before = { stream: '', sealedAt: '' };
  for (const { tenant, streamId: stream, version, eventId, hash, recordedAt } of events) {
    const next = before.sealedAt === '' ? '' : addMicroseconds(before.sealedAt as Instant, 1);
    if (stream !== before.stream) before = { stream, sealedAt: recordedAt > next ? recordedAt : next };
    const link = sha256(links.get(tenant) ?? ZEROS, Buffer.from(hash, 'hex'));
    links.set(tenant, link);
    const seals = found.get(tenant) ?? [];
    found.set(tenant, seals);
    const { sealedAt } = before;
    seals.push({ tenant, n: seals.length + 1, stream, version, eventId, tenantHash: link.toString('hex'), sealedAt });
  }
  return found;
}

/** The server: a log to which events and seals are appended, the latter only at the very end of a tenant's. */
class Server {
  readonly log: (Sealable | Seal)[] = [];
  readonly streams = new Map<TenantId, Seal[]>();

  write(seals: readonly Seal[]): boolean {
    const [{ tenant, n }] = seals;
    const stream = this.streams.get(tenant) ?? [];
    this.streams.set(tenant, stream);
    if (stream.length !== n - 1) return false;
    stream.push(...seals);
    this.log.push(...seals);
    return true;
  }

  get events(): readonly Sealable[] {
    return this.log.filter((entry): entry is Sealable => 'streamId' in entry);
  }
}

/** A process that seals, and may be stopped anywhere, also between what it wants to write and the writing. */
class Process {
  private sealing = new Sealing(NOTHING);
  private read = 0;
  private wanted: readonly (readonly Seal[])[] = [];

  constructor(private readonly server: Server) {}

  hear(count: number): void {
    for (const entry of this.server.log.slice(this.read, this.read + count)) {
      if ('streamId' in entry) this.sealing.add(entry);
      else this.sealing.seal(entry);
    }
    this.read = Math.min(this.read + count, this.server.log.length);
    this.sealing.take(3);
  }

  want(limit: number): void {
    this.wanted = byTenant(this.sealing.toSeal(limit, nobody));
  }

  /** Writes the first so many tenants' seals of what it wanted, however long ago that was. */
  write(count: number): void {
    for (const group of this.wanted.slice(0, count))
      if (this.server.write(group)) group.forEach((seal) => this.sealing.seal(seal));
    this.wanted = [];
  }

  beginAgain(): void {
    this.sealing = new Sealing(NOTHING);
    this.read = 0;
    this.wanted = [];
  }

  finish(): void {
    do {
      this.hear(1_000);
      this.want(1_000);
      this.write(10);
    } while (this.read < this.server.log.length);
  }
}

const step = fc.oneof(
  fc.record({
    do: fc.constant('append' as const),
    tenant: fc.constantFrom(NORTH, SOUTH),
    count: fc.integer({ min: 1, max: 3 }),
    at: fc.nat(6),
  }),
  fc.record({ do: fc.constantFrom('hear', 'want', 'write'), by: fc.nat(1), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('crash' as const), by: fc.nat(1) }),
);

describe('sealing', () => {
  it('gives one chain a tenant and one instant an append (R-510), whatever two processes do at once, and wherever they are stopped', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = new Server();
        const processes = [new Process(server), new Process(server)];
        for (const one of steps) {
          if (one.do === 'append') server.log.push(...append(one.tenant, one.count, one.at));
          else if (one.do === 'crash') processes[one.by].beginAgain();
          else processes[one.by][one.do](one.count);
        }
        processes.forEach((process) => process.finish());
        const written = new Map([...server.streams].filter(([, seals]) => seals.length > 0));
        expect(written).toEqual(expectedSeals(server.events));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is of whole appends only, and hands out none whose end has not come', () => {
    const sealing = new Sealing(NOTHING);
    const [one, two, three] = append(NORTH, 3, 0);
    for (const event of [one, two]) sealing.add(event);
    expect(sealing.toSeal(10, nobody)).toEqual([]);
    sealing.add(three);
    const seals = sealing.toSeal(1, nobody);
    expect(seals.map(({ n }) => n)).toEqual([1, 2, 3]);
    for (const seal of seals.slice(0, 2)) sealing.seal(seal);
    expect(sealing.take(10)).toEqual([]);
    sealing.seal(seals[2]);
    expect(sealing.take(10).map(({ event }) => event)).toEqual([one, two, three]);
    expect(sealing.size).toBe(0);
  });

  it('holds back what is sealed for as long as something before it is not (R-511)', () => {
    const sealing = new Sealing(NOTHING);
    const [[north], [south]] = [append(NORTH, 1, 0), append(SOUTH, 1, 0)];
    sealing.add(north);
    sealing.add(south);
    const [ofNorth, ofSouth] = sealing.toSeal(10, nobody);
    sealing.seal(ofSouth);
    expect(sealing.take(10)).toEqual([]);
    sealing.seal(ofNorth);
    expect(sealing.take(10)).toEqual([
      { event: north, seal: ofNorth },
      { event: south, seal: ofSouth },
    ]);
  });

  it('holds back so many at most, while it hears of all seals, and is spent once those are taken (R-662)', () => {
    const all = Array.from({ length: 6 }, (_, n) => append(n % 2 === 0 ? NORTH : SOUTH, 2, n)).flat();
    const whole = new Sealing(NOTHING);
    const bounded = new Sealing(NOTHING, 3);
    for (const event of all) [whole, bounded].forEach((one) => one.add(event));
    expect([bounded.size, bounded.isSpent]).toEqual([4, false]);
    expect(bounded.toSeal(100, nobody)).toEqual(whole.toSeal(100, nobody).slice(0, 4));

    for (const seal of whole.toSeal(100, nobody)) bounded.seal(seal);
    expect(bounded.take(100).map(({ event }) => event)).toEqual(all.slice(0, 4));
    expect([bounded.size, bounded.isSpent]).toEqual([0, true]);
  });

  it('waits with everything after an event whose seal others have written already', () => {
    const sealing = new Sealing(NOTHING);
    for (const tenant of [NORTH, SOUTH, NORTH]) append(tenant, 1, 0).forEach((event) => sealing.add(event));
    expect(sealing.toSeal(10, (tenant) => tenant === SOUTH).map(({ tenant, n }) => [tenant, n])).toEqual([[NORTH, 1]]);
  });

  it('takes the instants of seals as they stand, as those of a store that was copied, and goes on after them', () => {
    const sealing = new Sealing(NOTHING);
    const [[first], [second]] = [append(NORTH, 1, 0), append(SOUTH, 1, 0)];
    sealing.add(first);
    const [seal] = sealing.toSeal(10, nobody);
    sealing.seal({ ...seal, sealedAt: addMicroseconds(BEGINNING, 500) });
    sealing.add(second);
    expect(sealing.toSeal(10, nobody)).toMatchObject([{ tenant: SOUTH, sealedAt: addMicroseconds(BEGINNING, 501) }]);
  });

  it.each<readonly [string, object]>([
    ['a number that is not the next', { n: 2 }],
    ['another link', { tenantHash: '00'.repeat(32) }],
    ['another stream', { stream: newStream() }],
    ['another version', { version: 2 }],
    ['another event', { eventId: newId() }],
    ['a tenant of which no event came', { tenant: SOUTH }],
  ])('refuses a seal that says %s', (_, change) => {
    const sealing = new Sealing(NOTHING);
    append(NORTH, 1, 0).forEach((event) => sealing.add(event));
    const [seal] = sealing.toSeal(10, nobody);
    expect(() => sealing.seal({ ...seal, ...change })).toThrow(SealsBroken);
    sealing.seal(seal);
    sealing.seal(seal); // what is known already changes nothing
    expect(sealing.take(10)).toHaveLength(1);
  });
});
