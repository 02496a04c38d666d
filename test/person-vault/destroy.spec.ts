import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { SubjectErased } from '../../src/application/ports/person-vault.js';
import type { TenantId } from '../../src/kernel/ids.js';
import { eventually } from '../harness/eventually.js';
import { aPart, aVault, tenant, type Setting } from './setting.js';

let at: Setting;
beforeAll(async () => {
  at = await aVault();
});
afterAll(() => at.end());

const sealed = async (part = aPart()) => ({ ...part, sealed: await at.vault.seal(part) });
const partsOf = async (subject: string) =>
  (await at.superuser.query('select from vault.sealed_part where subject = $1', [subject])).rowCount;

describe('after erasure', () => {
  // Seen to fail when only the key, and when only the parts are destroyed.
  it('nothing about the person can be read, and neither parts nor key are stored (P10)', async () => {
    const subject = randomUUID();
    const parts = [await sealed(aPart({ subject })), await sealed(aPart({ subject }))];

    expect(await at.vault.destroy(tenant, subject)).toBe(2);

    expect(await at.vault.open(tenant, parts)).toEqual(new Map());
    expect(await partsOf(subject)).toBe(0);
    const { rows } = await at.superuser.query('select master, wrapped from vault.subject_key where subject = $1', [subject]);
    expect(rows).toEqual([{ master: null, wrapped: null }]);
  });

  it('everybody else can still be read, also the same subject in another tenant', async () => {
    const part = await sealed();
    const other = await sealed();
    const elsewhere = await sealed({ ...part, tenant: 'enschede' as TenantId });

    await at.vault.destroy(tenant, part.subject);

    expect((await at.vault.open(tenant, [part, other])).has(other.eventId)).toBe(true);
    expect((await at.vault.open('enschede' as TenantId, [elsewhere])).size).toBe(1);
  });

  it('nothing can be sealed about the person again, also when nothing ever was (P10)', async () => {
    const { subject } = await sealed();
    const never = randomUUID();
    await at.vault.destroy(tenant, subject);
    await at.vault.destroy(tenant, never);

    await expect(at.vault.seal(aPart({ subject }))).rejects.toThrow(SubjectErased);
    await expect(at.vault.seal(aPart({ subject: never }))).rejects.toThrow(SubjectErased);
    expect(await partsOf(subject)).toBe(0);
  });

  it('the same again removes nothing more', async () => {
    const { subject } = await sealed();
    await at.vault.destroy(tenant, subject);

    expect(await at.vault.destroy(tenant, subject)).toBe(0);
  });

  // Seen to fail when the part is added without the share lock on its key.
  it('a part that was being committed meanwhile is gone as well (P10)', async () => {
    const subject = randomUUID();
    await sealed(aPart({ subject }));
    const writer = new pg.Client(at.store.connections.writer);
    await writer.connect();
    await writer.query('begin');
    const sealing = at.with({ writer: { query: writer.query.bind(writer) } as unknown as pg.Pool });
    await sealing.seal(aPart({ subject })); // its insert is done, its commit is not

    const destroyed = at.vault.destroy(tenant, subject);
    await untilWaiting();
    await writer.query('commit');
    await writer.end();

    expect(await destroyed).toBe(2);
    expect(await partsOf(subject)).toBe(0);
  });

  // Seen to fail when the part is added whether or not the key is still there.
  it('a part that was encrypted before and comes after is refused (P10)', async () => {
    const subject = randomUUID();
    await sealed(aPart({ subject }));
    const query = at.pools.writer.query.bind(at.pools.writer) as (sql: string, values: unknown[]) => Promise<unknown>;
    const slow = {
      async query(sql: string, values: unknown[]) {
        if (sql.includes('insert into vault.sealed_part')) await at.vault.destroy(tenant, subject);
        return query(sql, values);
      },
    };

    await expect(at.with({ writer: slow as unknown as pg.Pool }).seal(aPart({ subject }))).rejects.toThrow(SubjectErased);
    expect(await partsOf(subject)).toBe(0);
  });
});

const untilWaiting = () =>
  eventually('the destruction waits for the part', async () => {
    const { rowCount } = await at.superuser.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount === 1;
  });
