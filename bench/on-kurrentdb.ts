import { jsonEvent } from '@kurrent/kurrentdb-client';
import { randomBytes } from 'node:crypto';
import { connectTo } from '../src/adapters/event-store-kurrentdb/connect.js';
import { serverAddressFrom } from '../src/adapters/event-store-kurrentdb/server-address.js';
import type { EmbeddedPostgres } from '../src/adapters/embedded-postgres/start.js';
import type { EventStore } from '../src/application/ports/event-store.js';
import { openCommands, registers } from './commands.js';
import { anAppend, newStream, rateOf, row, WRITERS } from './load.js';

/** Events on each stream before a writer begins another. */
const LENGTH = 20;

type Place = { streamId: ReturnType<typeof newStream>; version: number };

const grown = (place: Place): Place =>
  place.version < LENGTH ? place : Object.assign(place, { streamId: newStream(), version: 0 });

/** The log on KurrentDB beside its bare client, commands beside appends, and a subscription from the beginning; in an unused name space. */
export async function compareOnKurrentDb(url: string, server: EmbeddedPostgres, home: string): Promise<boolean> {
  const address = serverAddressFrom(url);
  if (!address) throw new Error('KURRENTDB_URL names no server');
  const nameSpace = `bench${randomBytes(6).toString('hex')}`;
  const client = connectTo(address);
  const engine = await openCommands(server, home, { server: address, nameSpace });
  const { store } = engine.tools;

  console.log('appends and commands a second, one event each; ratios to the bare client and to appends');
  row(['writers', 'bare', 'store', 'ratio', 'commands', 'ratio']);
  for (const writers of WRITERS) {
    const bareAt = Array.from({ length: writers }, (): Place => ({ streamId: newStream(), version: 0 }));
    const storeAt = Array.from({ length: writers }, (): Place => ({ streamId: newStream(), version: 0 }));
    const bare = await rateOf(writers, async (writer) => {
      const place = grown(bareAt[writer]);
      const [{ type, data }] = anAppend(place.streamId, place.version).events;
      const event = jsonEvent({ type, data: data as Record<string, string> });
      const streamState = place.version === 0 ? ('no_stream' as const) : BigInt(place.version - 1);
      await client.appendToStream(`${nameSpace}bare~${place.streamId}`, [event], { streamState });
      place.version += 1;
    });
    const appends = await rateOf(writers, (writer) => appended(store, grown(storeAt[writer])));
    const commands = await rateOf(writers, () => registers(engine));
    row([
      writers,
      Math.round(bare),
      Math.round(appends),
      (appends / bare).toFixed(2),
      Math.round(commands),
      (commands / appends).toFixed(2),
    ]);
  }
  await catchUp(store);
  await engine.stop();
  await client.dispose();
  return true;
}

async function appended(store: EventStore, place: Place): Promise<void> {
  const outcome = await store.append(anAppend(place.streamId, place.version));
  if (outcome.kind !== 'stored') throw new Error(`an append was answered ${outcome.kind}`);
  place.version = outcome.version;
}

async function catchUp(store: EventStore): Promise<void> {
  const end = (await store.lastPosition())!;
  const began = performance.now();
  let events = 0;
  await new Promise<void>((resolve) => {
    const handle = (batch: readonly { position: string }[]): Promise<void> => {
      events += batch.length;
      if (batch.some(({ position }) => position >= end)) resolve();
      return Promise.resolve();
    };
    store.subscribe({ name: 'bench', after: null, batch: 500, handle }).wake();
  });
  console.log(`catching up with ${events} events: ${Math.round((events / (performance.now() - began)) * 1000)} a second`);
}
