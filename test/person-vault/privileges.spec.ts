import { aPart, aVault, tenant, type Setting } from './setting.js';

let at: Setting;
beforeAll(async () => {
  at = await aVault();
});
afterAll(() => at.end());

const DENIED = { code: '42501' };

describe('who may do what in the vault (P10)', () => {
  // Seen to fail when the reader is granted `select` on the keys.
  it.each([
    'select * from vault.subject_key',
    'select wrapped from vault.subject_key',
    'select * from vault.sealed_part',
    'select * from vault.name_key',
  ])('the reader sees no table: %s', async (sql) => {
    await expect(at.pools.reader.query(sql)).rejects.toMatchObject(DENIED);
  });

  it('the reader opens what it can name by event and digest', async () => {
    const part = aPart();
    const seal = await at.vault.seal(part);

    const { rowCount } = await at.pools.reader.query('select * from vault.open_parts($1, $2, $3, $4)', [
      tenant,
      [part.eventId],
      [seal.digest],
      [part.subject],
    ]);

    expect(rowCount).toBe(1);
  });

  it('the reader gets no key for what it cannot name', async () => {
    const part = aPart();
    await at.vault.seal(part);

    const { rows } = await at.pools.reader.query('select * from vault.open_parts($1, $2, $3, $4)', [
      tenant,
      [part.eventId],
      ['ab'.repeat(32)],
      [part.subject],
    ]);

    expect(rows).toMatchObject([{ nonce: null, subject: null, master: null, wrapped: null }]);
  });

  it.each([
    'select * from vault.sealed_part',
    `select * from vault.open_parts('hengelo', '{}', '{}', '{}')`,
    `select * from vault.find_named('hengelo', '')`,
  ])('the flusher reaches nothing: %s', async (sql) => {
    await expect(at.pools.flusher.query(sql)).rejects.toMatchObject(DENIED);
  });

  it.each([
    `update vault.sealed_part set ciphertext = ''`,
    `update vault.sealed_part set at = clock_timestamp()`,
    `update vault.sealed_part set digest = ''`,
    `update vault.subject_key set subject = 'somebody else'`,
    'select * from vault.name_key',
    `update vault.name_key set key = ''`,
    'delete from vault.name_key',
    'delete from vault.subject_key',
    'truncate vault.sealed_part',
  ])('the writer changes no part and forgets no erasure: %s', async (sql) => {
    await expect(at.pools.writer.query(sql)).rejects.toMatchObject(DENIED);
  });
});
