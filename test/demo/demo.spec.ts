import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { figuresOf } from '../../src/demo/table.js';
import { differencesBetween, feedOf, recount } from '../../tools/recount.mjs';
import { commandsOf, typed } from '../harness/doc-commands.js';
import { leaksIn, leaksInFolder, leaksInTables } from '../harness/leak-scan.js';
import { RunningDemo, type FeedEvent } from './running-demo.js';

const MINUTES = 60_000;
const SEED = 2019;
let demo: RunningDemo;
let feed: FeedEvent[];

beforeAll(async () => {
  demo = new RunningDemo(SEED);
  await demo.told();
  feed = await feedOf(demo.address, await demo.token('supervisor'));
}, 16 * MINUTES);
afterAll(() => demo.remove(), 2 * MINUTES);

const figuresNow = () =>
  figuresOf({ streams: demo.figures.streams, ask: <T>(pathname: string) => demo.call<T>(`/v1${pathname}`) });

describe('the demo', () => {
  it('shows what the programme and the story are about', () => {
    expect(demo.figures.figures).toMatchObject({
      'meetings held': 3,
      'candidates registered': 40,
      'of whom walked in': 6,
      'employers registered': 12,
      'check-ins missed': 1,
      'placements ended': 1,
      returns: 1,
    });
    expect(demo.figures.figures['follow-ups planned']).toBe(2 * demo.figures.figures['placements started']);
    expect(demo.figures.figures['follow-ups fallen due']).toBeGreaterThanOrEqual(1);
  });

  it('ends with commands that show a timeline, raw events, the state before and after a correction, and the feed', async () => {
    const told = [...demo.output.matchAll(/curl -H "Authorization: Bearer \$TOKEN" '(http\S+)'/g)].map(([, url]) => url);
    const token = /TOKEN=(\S+)/.exec(demo.output)?.[1] ?? '';
    const answers = await Promise.all(told.map((url) => fetch(url, { headers: { authorization: `Bearer ${token}` } })));

    expect(told).toHaveLength(7);
    expect(answers.map(({ status }) => status)).toEqual(told.map(() => 200));
    const [before, after] = await Promise.all(answers.slice(2, 4).map((answer) => answer.json() as Promise<{ state: unknown }>));
    expect(before.state).not.toEqual(after.state);
  });

  it.each([
    ['docs/supervise.md', /round 1: closed.*round 2: under-way/s],
    ['docs/replay.md', /"corrected-in-error"|"wrong-[a-z]+".*The log is whole/s],
  ])(
    'is what every command of %s works on as it is written',
    async (file, expected) => {
      const { code, told } = await typed(commandsOf(file), demo);
      if (code !== 0) throw new Error(`the commands ended with ${code}: ${told}`);
      expect(told).toMatch(expected);
    },
    5 * MINUTES,
  );

  it('agrees with a recount of the log, and not when one event is withheld', () => {
    expect(differencesBetween(demo.figures.figures, recount(feed))).toEqual([]);

    const withheld = feed.findIndex(({ type }) => type === 'PlanAgreed');
    expect(differencesBetween(demo.figures.figures, recount(feed.toSpliced(withheld, 1)))).toHaveLength(1);
  });

  it(
    'no longer agrees when one row of the timelines is deleted',
    async () => {
      const client = new pg.Client(await demo.superuser());
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(
        `delete from read.timeline where event_id = (select event_id from read.timeline where type = 'MatchMade' limit 1) returning *`,
      );
      const differences = differencesBetween(await figuresNow(), recount(feed));
      await putBack(client, rows[0]);
      await client.end();

      expect(differences).toEqual([expect.stringContaining('matches made')]);
      expect(differencesBetween(await figuresNow(), recount(feed))).toEqual([]);
    },
    2 * MINUTES,
  );

  it('can be read as it was known on three past days, before and after the correction (P8, P9)', async () => {
    const correction = feed.find(({ type }) => type === 'EventCorrected');
    const talk = feed.find(({ eventId }) => eventId === correction?.data.corrects);
    const stream = `/v1/trajectories/${correction?.streamId.slice('trajectory-'.length)}`;
    const dayBefore = (instant: string | undefined) =>
      new Date(Date.parse(String(instant)) - 86_400_000).toISOString().slice(0, 10);
    const talkedOn = async (knownAt: string) => {
      const { state } = await demo.call<{ state: { matches: Record<string, { talkedOn: string | null }> } }>(
        `${stream}/state?knownAt=${knownAt}`,
      );
      return Object.values(state.matches).map((match) => match.talkedOn);
    };

    const replacement = correction?.data.replacement as { occurredOn: string };
    expect(await talkedOn(dayBefore(talk?.recordedAt))).toEqual([null]);
    expect(await talkedOn(dayBefore(correction?.recordedAt))).toEqual([talk?.occurredOn]);
    expect(await talkedOn('2020-03-31')).toEqual([replacement.occurredOn]);
    expect(replacement.occurredOn).not.toBe(talk?.occurredOn);

    const { items } = await demo.call<{ items: { type: string; occurredOn: string; correctedBy: string | null }[] }>(
      `${stream}/timeline`,
    );
    expect(items.find(({ type }) => type === 'TripartiteTalkHeld')).toMatchObject({
      occurredOn: replacement.occurredOn,
      correctedBy: correction?.eventId,
    });
    const { events } = await demo.call<{ events: { type: string }[] }>(`${stream}/events`);
    expect(events.map(({ type }) => type)).toContain('EventCorrected');
  });

  it(
    'leaves what is sealed nowhere in the clear, and the scan finds a planted leak (P10)',
    async () => {
      const markers = await sealMarkers();
      const client = new pg.Client(await demo.superuser());
      await client.connect();
      await client.query('checkpoint');
      const metrics = await (await fetch(`${demo.address}/metrics`)).text();

      const home = path.join(demo.folder, 'demo');
      const found = [
        ...(await leaksInTables(await demo.superuser(), markers)),
        ...(await leaksInFolder(home, markers)),
        ...leaksIn('output', demo.output, markers),
        ...leaksIn('metrics', metrics, markers),
      ];
      await client.query(`create table public.planted as select $1::text as leaked`, [markers[0]]);
      fs.writeFileSync(path.join(home, 'planted.txt'), Buffer.from(markers[0], 'utf16le'));
      const planted = [await leaksInTables(await demo.superuser(), markers), await leaksInFolder(home, markers)];
      await client.query('drop table public.planted');
      await client.end();

      expect(found).toEqual([]);
      expect(planted.map((leaks) => leaks.length > 0)).toEqual([true, true]);
    },
    5 * MINUTES,
  );
});

describe('two demos', () => {
  it(
    'with one seed give the same feed, with another seed they do not',
    async () => {
      const again = await feedWith(SEED);
      const other = await feedWith(SEED + 1);

      expect(comparable(again)).toEqual(comparable(feed));
      expect(comparable(other)).not.toEqual(comparable(feed));
    },
    30 * MINUTES,
  );
});

async function feedWith(seed: number): Promise<FeedEvent[]> {
  const running = new RunningDemo(seed);
  try {
    await running.told();
    return await feedOf(running.address, await running.token('supervisor'));
  } finally {
    await running.remove();
  }
}

const COMPARED = [
  'version',
  'type',
  'schemaVersion',
  'eventId',
  'occurredOn',
  'occurredAt',
  'actor',
  'commandId',
  'correlationId',
  'causationId',
  'data',
];

/** What must be equal of two feeds, stream by stream; keys, ciphertext, digests, hashes and positions are left out. */
function comparable(events: readonly FeedEvent[]): Record<string, unknown[]> {
  const streams: Record<string, unknown[]> = {};
  for (const event of events) {
    const compared = Object.fromEntries(COMPARED.map((field) => [field, event[field]]));
    (streams[event.streamId] ??= []).push({ ...compared, recordedAt: event.recordedAt.slice(0, 16) });
  }
  return streams;
}

async function putBack(client: pg.Client, row: Record<string, unknown>): Promise<void> {
  await client.query('insert into read.timeline select * from json_populate_record(null::read.timeline, $1)', [
    JSON.stringify(row),
  ]);
}

/** Seals a marker of sixteen letters in each text that the API takes about a person; answers the markers. */
async function sealMarkers(): Promise<string[]> {
  const markers = Array.from({ length: 8 }, (_, at) => `Merkteken${'ABCDEFGH'[at].repeat(7)}`);
  const [givenNames, familyName, street, town, contactName, firm, note, remark] = markers;
  const send = (pathname: string, body: object, at: number) =>
    demo.call<{ id: string }>(`/v1${pathname}`, {
      role: 'caseworker',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `spec-marker-command-${at}` },
      body: JSON.stringify(body),
    });

  const candidate = await send('/candidates', { words: { givenNames, familyName, street, town } }, 1);
  await send('/employers', { legalForm: 'eenmanszaak', sector: 'trade', sizeClass: '1', name: firm, words: { contactName } }, 2);
  const started = feed.find(({ type }) => type === 'TrajectoryStarted');
  const trajectory = `/trajectories/${started?.streamId.slice('trajectory-'.length)}`;
  await send(`${trajectory}/notes`, { visibility: 'internal', words: { note } }, 3);
  await send(`/candidates/${candidate.id}/contact-details`, { words: { town: remark } }, 4);

  const read = await demo.call<{ words: object }>(`/v1/candidates/${candidate.id}`, { role: 'caseworker' });
  if (!JSON.stringify(read.words).includes(givenNames)) throw new Error('what was sealed cannot be opened');
  return markers;
}
