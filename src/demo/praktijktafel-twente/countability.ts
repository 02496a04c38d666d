import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';
import type { Placed } from './learn-work.js';

/** The scheme by which employers count somebody; which schemes there are, and how long somebody counts, is the tenant's to say. */
const SCHEME = { scheme: 'counts-for-three-years', from: '2017-03-01', until: '2020-02-29', source: 'uwv' };

/**
 * "Voorkomen van draaideur (doelgroep telt na 3 jaar niet meer mee en zie je weer terug)": the window ends, the work with it, and
 * weeks later the benefit is back. The engine tells of the return and offers the next round.
 */
export function endAndComeBack(
  { agenda, api, programmeId }: Stage,
  { trajectory, placementId, candidate }: Placed & Readonly<{ placementId: string }>,
): void {
  const person = `/candidates/${candidate.id}`;
  agenda.on('2020-02-28', async () => {
    await api.send(`${person}/countability/opening`, SCHEME);
    await trajectory.send('risks', { placementId, signals: ['countability-ends'], policyVersion: 1 });
  });
  agenda.on('2020-03-02', async () => {
    await api.send(`${person}/countability/expiry`, SCHEME);
  });
  agenda.on('2020-04-06', async () => {
    await trajectory.send(`placements/${placementId}/end`, { reason: 'no-work-left', by: 'employer' });
    await trajectory.send('closure', { result: 'paid-work' });
  });
  agenda.on('2020-05-04', async () => {
    await api.send(`${person}/benefits/bijstand/resumption`, { source: 'municipality' });
  });
  agenda.on('2020-05-11', async () => {
    const next = await Trajectory.offeredTo(api, candidate.id, programmeId);
    await next.accept({ candidateId: candidate.id, programmeId, previousTrajectoryId: trajectory.id, referral: 'return' });
  });
}
