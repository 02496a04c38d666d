import { COLLECTIONS } from '../../src/http/answers/addresses.js';
import { categoryOf, ownIdOf, type StreamId } from '../../src/kernel/ids.js';
import { codesLeft } from '../harness/codes-left.js';
import type { FeedEvent, RunningDemo } from './running-demo.js';

type Told = Readonly<{ type: string; data: unknown; line: Readonly<{ nl: string }> }>;

/** The timeline of every stream of the feed, asked for over HTTP: which kinds of events were told, and each Dutch line that repeats a code. */
export async function codesTold(
  demo: RunningDemo,
  feed: readonly FeedEvent[],
): Promise<Readonly<{ types: ReadonlySet<string>; left: readonly string[] }>> {
  const told: Told[] = [];
  for (const streamId of new Set(feed.map((event) => event.streamId as StreamId))) {
    const stream = `/v1/${COLLECTIONS[categoryOf(streamId)]}/${ownIdOf(streamId)}`;
    const { items } = await demo.call<{ items: readonly Told[] }>(`${stream}/timeline?limit=100`);
    told.push(...items);
  }
  const left = told.flatMap(({ type, data, line: { nl } }) => codesLeft(nl, data).map((code) => `${type} says ${code}: ${nl}`));
  return { types: new Set(told.map(({ type }) => type)), left: [...new Set(left)] };
}
