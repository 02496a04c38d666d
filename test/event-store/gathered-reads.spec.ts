import { GatheredReads } from '../../src/adapters/event-store-postgres/gathered-reads.js';
import type { Position, StoredEvent } from '../../src/application/ports/event-store.js';
import type { StreamId, TenantId } from '../../src/kernel/ids.js';

const a = 'candidate-a' as StreamId;
const b = 'candidate-b' as StreamId;
const [here, there] = ['here', 'there'] as TenantId[];
const eventOf = (streamId: string) => ({ streamId }) as StoredEvent;

function gathered() {
  const asked: string[] = [];
  const reads = new GatheredReads({
    streams: (tenant, streams) => {
      asked.push(`${tenant}: ${streams.join(', ')}`);
      return Promise.resolve(new Map(streams.map((streamId) => [streamId, [eventOf(streamId)]])));
    },
    all: (after, limit) => {
      asked.push(`${limit} after ${after}`);
      return Promise.resolve([eventOf(`${after}`)]);
    },
  });
  return { reads, asked };
}

describe('reads that are gathered', () => {
  it('ask for each stream once, tenant by tenant (P11)', async () => {
    const { reads, asked } = gathered();
    const answers = await Promise.all([
      reads.stream(here, a),
      reads.stream(here, b),
      reads.stream(here, a),
      reads.stream(there, a),
    ]);

    expect(answers).toEqual([[eventOf(a)], [eventOf(b)], [eventOf(a)], [eventOf(a)]]);
    expect(asked).toEqual([`here: ${a}, ${b}`, `there: ${a}`]);
  });

  it('never answer from before they were asked for: who asks while a read is under way gets one of its own (P4)', async () => {
    const begun: ((answer: string) => void)[] = [];
    const slow = () => new Promise<string>((answer) => begun.push(answer));
    const reads = new GatheredReads({
      streams: async () => new Map([[a, [eventOf(await slow())]]]),
      all: async () => [eventOf(await slow())],
    });
    for (const ask of [() => reads.stream(here, a), () => reads.after(null, 200)]) {
      const first = ask();
      await new Promise(setImmediate);
      const second = ask();
      await new Promise(setImmediate);
      begun.splice(0).forEach((answer, at) => answer(`read ${at}`));

      expect(await Promise.all([first, second])).toEqual([[eventOf('read 0')], [eventOf('read 1')]]);
    }
  });

  it('look once for all who stand at one place', async () => {
    const { reads, asked } = gathered();
    const at = (position: string, limit = 200) => reads.after(position as Position, limit);
    const [one, other] = await Promise.all([at('5'), at('5'), at('7'), at('5', 10)]);

    expect(one).toBe(other);
    expect(asked).toEqual(['200 after 5', '200 after 7', '10 after 5']);
  });

  it('fail for all who asked, and are asked anew after that', async () => {
    let fails = true;
    const reads = new GatheredReads({
      streams: () => (fails ? Promise.reject(new Error('lost')) : Promise.resolve(new Map())),
      all: () => Promise.resolve([]),
    });
    const both = await Promise.allSettled([reads.stream(here, a), reads.stream(here, b)]);
    fails = false;

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(reads.stream(here, a)).resolves.toEqual([]);
  });
});
