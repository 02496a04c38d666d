import { Heads, type Head } from '../../../src/adapters/event-store-kurrentdb/heads.js';
import { BEGINNING } from '../store-under-test.js';
import { newStream, TENANT } from '../appends.js';

const head = (version: number): Head => ({ tenant: TENANT, version, recordedAt: BEGINNING, hash: Buffer.alloc(32) });

describe('the ends of streams that are remembered', () => {
  it('are so many, those that were set last', () => {
    const heads = new Heads(2);
    const [one, two, three] = [newStream(), newStream(), newStream()];
    heads.set(one, head(1));
    heads.set(two, head(1));
    heads.set(one, head(2));
    heads.set(three, head(1));
    expect([one, two, three].map((stream) => heads.get(stream)?.version)).toEqual([2, undefined, 1]);
  });

  it('are forgotten when told', () => {
    const heads = new Heads(2);
    const stream = newStream();
    heads.set(stream, head(1));
    heads.forget(stream);
    expect(heads.get(stream)).toBeUndefined();
  });
});
