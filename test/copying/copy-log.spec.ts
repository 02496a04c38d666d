import { verifyStore } from '../../src/adapters/event-store-postgres/verify.js';
import { compareLogs } from '../../src/application/copying/compare-logs.js';
import { copyLog, CopyStopped, OtherHistory } from '../../src/application/copying/copy-log.js';
import type { CopyableLog, LoggedEvent } from '../../src/application/ports/copying.js';
import { anAppend } from '../event-store/appends.js';
import { sql } from '../harness/sql.js';
import { aSide, fill, type Side } from './logs.js';
import { sealedElsewhere } from './sealed-elsewhere.js';

const APPENDS = 400;
const EVENTS = 799;

let source: Side;
let target: Side;

beforeAll(async () => {
  source = await aSide();
  await fill(source, APPENDS);
}, 60_000);
afterAll(() => source.end());
beforeEach(async () => {
  target = await aSide();
});
afterEach(() => target.end());

const close = ({ copier }: Side) => copier.query(`select store.close_log('postgresql')`);
const open = ({ copier }: Side, notBefore: string | null = null) =>
  copier.query(`select store.open_log('postgresql', $1, null)`, [notBefore]);
const nothing = (): void => undefined;
const copy = (to: CopyableLog = target.log) => copyLog({ source: source.log, target: to, onProgress: nothing });
const compare = () => compareLogs({ source: source.log, target: target.log, onProgress: nothing, seen: nothing });
const everything = ({ database }: Side) => sql(database.superuser, 'select * from store.es_event order by position');

/** A log that fails before, or after, so many batches were taken. */
function failing(log: CopyableLog, after: number, when: 'before' | 'after'): CopyableLog {
  let taken = 0;
  const take = async (events: readonly LoggedEvent[]): Promise<void> => {
    if (taken === after && when === 'before') throw new Error('killed');
    await log.take(events);
    if (taken === after) throw new Error('killed');
    taken += 1;
  };
  return Object.assign(Object.create(log) as CopyableLog, { take });
}

describe('a copied log', () => {
  it('has every row as it was: order, ids, instants, bytes, links and seals (R-551)', async () => {
    await close(target);
    await copy();

    expect(await everything(target)).toEqual(await everything(source));
    expect(await compare()).toMatchObject({ events: EVENTS, difference: null });
    expect(await verifyStore(target.copier, { progress: nothing })).toMatchObject({ events: EVENTS, bad: null });
  });

  it.each(['before', 'after'] as const)('is gone on with where a copy ended %s a batch was stored (R-551)', async (when) => {
    await close(target);
    await expect(copy(failing(target.log, 1, when))).rejects.toThrow('killed');
    const half = await target.log.count();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(EVENTS);

    await copy();
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('tells how far it is, from where it goes on, in whole appends', async () => {
    await close(target);
    await expect(copy(failing(target.log, 1, 'before'))).rejects.toThrow('killed');
    const told: [number, number][] = [];
    await copyLog({ source: source.log, target: target.log, onProgress: (...how) => told.push(how) });
    expect(told).toEqual([
      [252, EVENTS],
      [504, EVENTS],
      [756, EVENTS],
      [EVENTS, EVENTS],
    ]);
  });

  it('stops between two batches when asked', async () => {
    await close(target);
    const stopped = copyLog({ source: source.log, target: target.log, onProgress: nothing, isStopped: () => true });
    await expect(stopped).rejects.toThrow(CopyStopped);
    expect(await target.log.count()).toBe(0);
  });

  it('is refused where the target has a history of its own (R-551)', async () => {
    await target.store.append(anAppend());
    await close(target);
    await expect(copy()).rejects.toThrow(OtherHistory);
    expect(await target.log.count()).toBe(1);
  });

  it('takes appends once it is open, recorded after all that was copied (R-553)', async () => {
    await close(target);
    await copy();
    expect(await target.store.append(anAppend())).toEqual({ kind: 'closed' });

    const later = '2020-01-01T00:00:00.000000Z';
    await open(target, later);
    const outcome = await target.store.append(anAppend());
    expect(outcome).toMatchObject({ kind: 'stored' });
    expect(outcome.kind === 'stored' && outcome.recordedAt > later).toBe(true);
  });

  it('records after what was copied, also when that is ahead of the clock (R-553)', async () => {
    await close(target);
    const inAMoment = new Date(Date.now() + 3_000).toISOString().replace('Z', '000Z');
    await open(target, inAMoment);
    const outcome = await target.store.append(anAppend());
    expect(outcome).toMatchObject({ kind: 'stored', recordedAt: inAMoment.replace('000Z', '001Z') });
  });
});

describe('a log that was sealed elsewhere', () => {
  const elsewhere = sealedElsewhere(200);
  const verify = () => verifyStore(target.copier, { progress: nothing });
  const comparing = { source: elsewhere, onProgress: nothing, seen: nothing };

  it('keeps its seals, which are later than its recordings, and verifies as a copy (R-552, R-553)', async () => {
    await close(target);
    await copyLog({ source: elsewhere, target: target.log, onProgress: nothing });
    const { difference, lastSeal } = await compareLogs({ ...comparing, target: target.log });
    expect(difference).toBeNull();
    expect((await verify()).bad).toMatchObject({ fault: expect.stringMatching('sealed at another|later than those before') });

    await target.copier.query(`select store.open_log('postgresql', $1, 400)`, [lastSeal]);
    expect(await verify()).toMatchObject({ events: 400, bad: null });
    const outcome = await target.store.append(anAppend());
    expect(outcome.kind === 'stored' && outcome.recordedAt > lastSeal!).toBe(true);
    expect(await verify()).toMatchObject({ events: 401, bad: null });
  });

  it('is told from one that differs, by the first event that does (R-552)', async () => {
    await close(target);
    await copyLog({ source: elsewhere, target: target.log, onProgress: nothing });
    const other = `update store.es_event set sealed_at = sealed_at + interval '1 microsecond' where position = 300`;
    await sql(target.database.superuser, `alter table store.es_event disable trigger all; ${other}`);
    const { difference } = await compareLogs({ ...comparing, target: target.log });
    expect(difference).toMatchObject({ event: 300, version: 2, fault: 'its seal is not that of the source' });
  });

  it('is told from one that lacks its end, and from one that has more (R-552)', async () => {
    await close(target);
    await copyLog({ source: elsewhere, target: target.log, onProgress: nothing });
    const more = sealedElsewhere(201);
    expect(await compareLogs({ ...comparing, source: more, target: elsewhere })).toMatchObject({ difference: { event: 1 } });
    const shorter = {
      ...elsewhere,
      after: (at: Parameters<typeof elsewhere.after>[0]) => elsewhere.after(at, at === null ? 399 : 0),
    };
    expect(await compareLogs({ ...comparing, source: shorter, target: target.log })).toMatchObject({
      events: 399,
      difference: { event: 400, fault: 'the source has no such event' },
    });
    expect(await compareLogs({ ...comparing, target: shorter })).toMatchObject({
      events: 399,
      difference: { event: 400, fault: 'it is missing' },
    });
  });
});

describe('the function that copies', () => {
  it('takes nothing into a log that is open (R-550)', async () => {
    await expect(copy()).rejects.toMatchObject({ code: '55000' });
    expect(await target.log.count()).toBe(0);
  });

  it.each<[what: string, change: (events: LoggedEvent[]) => readonly LoggedEvent[]]>([
    ['one is missing', (events) => events.filter((_, n) => n !== 80)],
    ['one comes twice', (events) => [...events.slice(0, 80), events[79], ...events.slice(80)]],
    ['a byte was altered', (events) => events.map((event, n) => (n === 80 ? { ...event, bytes: altered(event.bytes) } : event))],
    ['link 1 is another', (events) => events.map((event, n) => (n === 80 ? { ...event, hash: events[0].hash } : event))],
    ['link 2 is another', (events) => events.map((event, n) => (n === 80 ? { ...event, seal: events[0].seal } : event))],
  ])('takes nothing at all when %s (R-551)', async (_, change) => {
    await close(target);
    const events = await source.log.after(null, 100);
    await expect(target.log.take(change([...events]))).rejects.toMatchObject({ code: '22023' });
    expect(await target.log.count()).toBe(0);
  });

  it('is for the copier alone, who can write nothing in another way', async () => {
    const { flusher, writer, reader, copier } = target.database.connections;
    for (const login of [flusher, writer, reader])
      for (const call of [
        `copy_in('{}', '{}', '{}', '{}', '{}')`,
        `close_log('postgresql')`,
        `open_log('postgresql', null, null)`,
      ])
        await expect(sql(login, `select store.${call}`)).rejects.toMatchObject({ code: '42501' });
    for (const wrong of [
      'insert into store.closing_mark default values',
      'delete from store.es_event',
      `select store.mark_log('postgresql', true, null, null)`,
    ])
      await expect(sql(copier, wrong)).rejects.toMatchObject({ code: '42501' });
  });
});

/** Another goal, in as many bytes. */
const altered = (bytes: Buffer): Buffer => Buffer.from(bytes.toString().replace('paid-work', 'paid-wirk'));
