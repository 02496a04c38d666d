import type { Accepted } from '../../src/application/commands/accepted.js';
import type { CorrectionWish, Wish } from '../../src/application/commands/wish.js';
import type { Day } from '../../src/kernel/days.js';
import type { EventId, TenantId } from '../../src/kernel/ids.js';
import { memoryFlow } from '../harness/memory-flow.js';

const tenant = 'hengelo' as TenantId;
const [WRONG, RIGHT] = ['999993549', '999991954'];
const TODAY = '2019-09-05' as Day;

const register: Wish = {
  kind: 'command',
  type: 'RegisterCandidate',
  data: { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null },
  words: { givenNames: 'Sanne' },
};
const link = (bsn: string): Wish => ({ kind: 'command', type: 'LinkIdentity', data: {}, words: { bsn } });

/** Somebody who was linked to a wrong BSN; `correct` corrects that, `holder` tells who has a BSN now. */
async function wronglyLinked() {
  const around = memoryFlow();
  const begin = async (): Promise<string> => ((await around.send({ category: 'candidate', id: null }, register)) as Accepted).id!;
  const id = await begin();
  const target = { category: 'candidate', id } as const;
  await around.send(target, link(WRONG));
  const [, { eventId }] = await around.store.readStream(tenant, `candidate-${id}`);

  const correct = (what: Pick<CorrectionWish, 'kind' | 'replacement'>, sent = {}) =>
    around.send(target, correcting(eventId, what), sent);
  const holder = (bsn: string) => around.keyClaims.holderOf(tenant, 'bsn', bsn);
  return { around, id, begin, correct, holder };
}

const correcting = (corrects: EventId, what: Pick<CorrectionWish, 'kind' | 'replacement'>): Wish => ({
  kind: 'corrections',
  corrections: [{ corrects, reason: 'wrong-details', requestedBy: 'candidate', ...what }],
  late: [],
});
const replaceBy = (bsn?: string) =>
  ({ kind: 'replace', replacement: { occurredOn: TODAY, data: {}, ...(bsn ? { words: { bsn } } : {}) } }) as const;

describe('a correction of a linked identity (R-103, P8)', () => {
  // Seen to fail when nothing is given up.
  it('that takes the BSN away lets somebody else be linked to it', async () => {
    const { around, begin, correct, holder } = await wronglyLinked();
    expect(await correct({ kind: 'void' })).toMatchObject({ kind: 'accepted' });
    expect(await holder(WRONG)).toBeNull();

    const other = await begin();
    expect(await around.send({ category: 'candidate', id: other }, link(WRONG))).toMatchObject({ kind: 'accepted' });
    expect(await holder(WRONG)).toBe(other);
  });

  it('that brings another BSN holds that one and gives up the wrong one', async () => {
    const { id, correct, holder } = await wronglyLinked();
    await correct(replaceBy(RIGHT));
    expect([await holder(WRONG), await holder(RIGHT)]).toEqual([null, id]);
  });

  // Seen to fail when only what the correction itself brings is claimed.
  it('that keeps its words keeps the BSN', async () => {
    const { id, correct, holder } = await wronglyLinked();
    await correct(replaceBy());
    expect(await holder(WRONG)).toBe(id);
  });

  it('that is restored claims again, and is refused when somebody else has it by then', async () => {
    const { around, id, begin, correct, holder } = await wronglyLinked();
    await correct({ kind: 'void' });
    await correct({ kind: 'restore' });
    expect(await holder(WRONG)).toBe(id);

    await correct({ kind: 'void' });
    const other = await begin();
    await around.send({ category: 'candidate', id: other }, link(WRONG));
    expect(await correct({ kind: 'restore' })).toMatchObject({
      kind: 'refused',
      refused: { code: 'already-known', candidateId: other },
    });
    expect(await holder(WRONG)).toBe(other);
  });

  // Seen to fail when what brings no BSN is passed over.
  it('that would link an identity without a BSN is refused, with its own words or with those that it keeps', async () => {
    const { around, id, correct, holder } = await wronglyLinked();
    const [{ eventId: registered }] = await around.store.readStream(tenant, `candidate-${id}`);
    const linked = { walkIn: true, identity: 'linked', postcode4: null, birthYearBand: null };
    const replaced = (words?: object) => ({ replacement: { occurredOn: TODAY, data: linked, ...(words ? { words } : {}) } });
    await correct({ kind: 'void' });
    const target = { category: 'candidate', id } as const;
    const refused = { kind: 'refused', refused: { code: 'bsn-missing' } };

    expect(await around.send(target, correcting(registered, { kind: 'replace', ...replaced() } as never))).toEqual(refused);
    const named = { kind: 'replace', ...replaced({ givenNames: 'Sanne' }) } as never;
    expect(await around.send(target, correcting(registered, named))).toEqual(refused);
    const late = [{ type: 'IdentityLinked', occurredOn: TODAY, data: {} }];
    expect(await around.send(target, { kind: 'corrections', corrections: [], late } as never)).toEqual(refused);

    expect(await around.store.readStream(tenant, `candidate-${id}`)).toHaveLength(3);
    const whole = { kind: 'replace', ...replaced({ givenNames: 'Sanne', bsn: RIGHT }) } as never;
    expect(await around.send(target, correcting(registered, whole))).toMatchObject({ kind: 'accepted' });
    expect(await holder(RIGHT)).toBe(id);
  });

  it('that is sent again gives up what its first time did not come to', async () => {
    const { correct, around, holder, id } = await wronglyLinked();
    const giveUp = jest.spyOn(around.keyClaims, 'giveUp').mockRejectedValueOnce(new Error('the process was killed here'));
    await expect(correct({ kind: 'void' }, { key: 'one-key' })).rejects.toThrow('killed');
    expect(await holder(WRONG)).toBe(id);

    expect(await correct({ kind: 'void' }, { key: 'one-key' })).toMatchObject({ kind: 'accepted' });
    expect([await holder(WRONG), giveUp.mock.calls.length]).toEqual([null, 2]);
  });
});
