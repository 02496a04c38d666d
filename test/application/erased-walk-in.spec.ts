import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { publishedProgramme } from '../harness/published-programme.js';

const wish = (type: string, data: unknown): Wish => ({ kind: 'command', type, data });

// Seen to fail when a meeting does not look at its candidates.
it('a meeting takes nothing about who was erased, and goes on with everybody else (R-340)', async () => {
  const around = memoryFlow();
  const { send } = around;
  const person = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const registered = () => send({ category: 'candidate', id: null }, wish('RegisterCandidate', person));
  const [gone, here] = [((await registered()) as Accepted).id!, ((await registered()) as Accepted).id!];
  const programmeId = await publishedProgramme(around);
  const meeting = { seriesId: null, programmeId, title: 'Meedoenplein', place: 'Stadhuis', heldOn: '2019-09-05' };
  const { id } = (await send(
    { category: 'meeting', id: null },
    wish('ScheduleMeeting', { ...meeting, startsAt: null, capacity: null }),
  )) as Accepted;
  const walksIn = (candidateId: string) =>
    send({ category: 'meeting', id: id! }, wish('RegisterWalkIn', { party: { kind: 'candidate', candidateId } }));

  await send({ category: 'candidate', id: gone }, wish('EraseCandidate', { ground: 'retention-ended' }), { role: 'archivist' });
  expect(await walksIn(gone)).toEqual({ kind: 'refused', refused: { code: 'candidate-erased', erasedOn: '2019-09-05' } });
  expect(await walksIn(here)).toMatchObject({ kind: 'accepted' });
});
