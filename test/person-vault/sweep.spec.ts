import { SealBroken } from '../../src/application/ports/person-vault.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import type { StreamId, TenantId } from '../../src/kernel/ids.js';
import type { Sealed } from '../../src/kernel/messages.js';
import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { anAppend, anEvent } from '../event-store/appends.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { aPart, aVault, tenant, type Setting } from './setting.js';

let at: Setting;
beforeAll(async () => {
  at = await aVault();
});
afterEach(() => at.superuser.query('delete from vault.sealed_part'));
afterAll(() => at.end());

const sealed = async (part = aPart()) => ({ ...part, sealed: await at.vault.seal(part) });
const age = (eventId: string, age: string) =>
  at.superuser.query('update vault.sealed_part set at = clock_timestamp() - $2::interval where event_id = $1', [eventId, age]);
const isThere = async ({ eventId }: { eventId: string }) =>
  (await at.superuser.query('select from vault.sealed_part where event_id = $1', [eventId])).rowCount === 1;

describe('the sweeper of parts', () => {
  // Seen to fail when the age is not looked at, and when it is 6 days.
  it('removes after 7 days what no event names, and nothing before', async () => {
    const [old, young] = [await sealed(), await sealed()];
    await age(old.eventId, '7 days 1 minute');
    await age(young.eventId, '6 days 23 hours 59 minutes');

    expect(await at.vault.sweep()).toBe(1);

    expect(await isThere(old)).toBe(false);
    expect(await isThere(young)).toBe(true);
  });

  // Seen to fail when a part is taken for named by its event id alone.
  it('keeps what an event names, and removes what was sealed for a decision that lost (P1)', async () => {
    const log = new MemoryEventStore({ clock: new MemoryClock('2019-10-03T10:00:00.000000Z' as Instant) });
    const part = await sealed();
    const lost = await at.vault.seal(part);
    const append = anAppend({
      tenant,
      streamId: part.streamId,
      events: [anEvent({ eventId: part.eventId, sealed: part.sealed })],
    });
    expect(await log.append(append)).toMatchObject({ kind: 'stored' });
    await age(part.eventId, '8 days');

    expect(await at.with({ log }).sweep()).toBe(1);

    expect(await at.vault.open(tenant, [part])).toEqual(new Map([[part.eventId, part.words]]));
    await expect(at.vault.open(tenant, [{ ...part, sealed: lost }])).rejects.toThrow(SealBroken);
    await log.close();
  });

  it('judges each part once: what an event names is not asked about again', async () => {
    const part = await sealed();
    await age(part.eventId, '8 days');
    const log = logOf(part.streamId, [part]);

    await at.with({ log }).sweep();
    await at.with({ log }).sweep();

    expect(log.readStream).toHaveBeenCalledTimes(1);
    expect(await isThere(part)).toBe(true);
  });

  // Seen to fail when the delete does not compare the time.
  it('leaves a part whose time changed between its reading and its removal', async () => {
    const [part, gone] = [await sealed(), await sealed()];
    await age(part.eventId, '8 days');
    await age(gone.eventId, '9 days');
    const log = {
      // The sweeper stands still here: it has read the times, and has removed nothing of this stream.
      async readStream(_: TenantId, streamId: StreamId) {
        if (streamId === part.streamId) await age(part.eventId, '7 days 1 hour');
        return [];
      },
    };

    const removed = await at.with({ log }).sweep();

    expect(removed).toBe(1);
    expect(await isThere(part)).toBe(true);
  });

  it('removes more than one batch', async () => {
    const { subject } = await sealed();
    await at.superuser.query(
      `insert into vault.sealed_part (tenant, event_id, digest, stream, subject, nonce, ciphertext, at)
       select $1, gen_random_uuid(), sha256(n::text::bytea), 'trajectory-' || n % 7, $2, '', '', clock_timestamp() - interval '8 days'
       from generate_series(1, 1100) n`,
      [tenant, subject],
    );

    expect(await at.vault.sweep()).toBe(1100);
  });
});

function logOf(streamId: StreamId, events: readonly { eventId: string; sealed: Sealed }[]) {
  const readStream = (_: TenantId, asked: StreamId) =>
    Promise.resolve(asked === streamId ? (events as unknown as StoredEvent[]) : []);
  return { readStream: jest.fn(readStream) };
}
