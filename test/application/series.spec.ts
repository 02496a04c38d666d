import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import type { Day } from '../../src/kernel/days.js';
import { startOf } from '../../src/kernel/days.js';
import type { EventId, TenantId } from '../../src/kernel/ids.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { publishedProgramme } from '../harness/published-programme.js';

const wish = (type: string, data: object): Wish => ({ kind: 'command', type, data });
const refusalOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused : outcome);

/** A series that was suspended on 20 September from 1 October on; today is 20 September 2019. */
async function suspendedSeries() {
  const around = memoryFlow();
  const programmeId = await publishedProgramme(around);
  const series = wish('StartSeries', { title: 'Plein', rhythm: 'monthly', programmeId });
  const { id: seriesId } = (await around.send({ category: 'series', id: null }, series)) as Accepted;
  const meeting = {
    programmeId,
    seriesId,
    title: 'Plein',
    place: 'Stadhuis',
    heldOn: '2019-10-03',
    startsAt: null,
    capacity: 40,
  };
  const early = (await around.send({ category: 'meeting', id: null }, wish('ScheduleMeeting', meeting))) as Accepted;

  await around.clock.moveTo(startOf('2019-09-20' as Day));
  const suspension = wish('SuspendSeries', { reason: 'public-health', from: '2019-10-01' });
  await around.send({ category: 'series', id: seriesId }, suspension);
  return { around, seriesId: seriesId!, meeting, early };
}

describe('a meeting of a series', () => {
  it('is refused on a day on which its series is suspended, and stored on the day before (R-413)', async () => {
    const { around, seriesId, meeting } = await suspendedSeries();
    const schedule = (heldOn: string) =>
      around.send({ category: 'meeting', id: null }, wish('ScheduleMeeting', { ...meeting, heldOn }));

    expect(refusalOf(await schedule('2019-10-01'))).toEqual({
      code: 'series-suspended',
      seriesId,
      heldOn: '2019-10-01',
      suspendedFrom: '2019-10-01',
    });
    expect(await schedule('2019-09-30')).toMatchObject({ kind: 'accepted' });
  });

  it('that was scheduled before the suspension can still be corrected, but not into a later day of scheduling (R-413, P8)', async () => {
    const { around, meeting, early } = await suspendedSeries();
    const [{ eventId }] = await around.store.readStream('hengelo' as TenantId, early.streamId);
    const target = { category: 'meeting', id: early.id } as const;

    expect(await around.send(target, replacing(eventId, '2019-09-05', { ...meeting, capacity: 60 }))).toMatchObject({
      version: 2,
    });
    expect(refusalOf(await around.send(target, replacing(eventId, '2019-09-20', meeting)))).toMatchObject({
      code: 'series-suspended',
    });
  });

  it('names a series that there is (P11)', async () => {
    const { around, meeting } = await suspendedSeries();
    const seriesId = '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f';
    const outcome = await around.send({ category: 'meeting', id: null }, wish('ScheduleMeeting', { ...meeting, seriesId }));
    expect(refusalOf(outcome)).toEqual({ code: 'no-such-reference', field: '/seriesId', id: seriesId });
  });
});

const replacing = (corrects: EventId, occurredOn: string, data: object): Wish => ({
  kind: 'corrections',
  corrections: [
    {
      kind: 'replace',
      corrects,
      reason: 'wrong-details',
      requestedBy: 'caseworker',
      replacement: { occurredOn: occurredOn as Day, data },
    },
  ],
  late: [],
});
