import { daysAfter } from '../stage/agenda.js';
import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';

/** Somebody who works. */
export type Working = Readonly<{ trajectory: Trajectory; placementId: string; startedOn: string; candidateId: string }>;

/** "Als betaald werk (nog) niet haalbaar is": another goal until a day on which paid work is talked about again, and then back to it. */
export async function notYetPaid(
  { agenda }: Stage,
  { trajectory, askAgainOn }: Readonly<{ trajectory: Trajectory; askAgainOn: string }>,
): Promise<void> {
  await trajectory.send('goal-changes', { goal: 'work-experience', askAgainOn, reason: 'paid-work-not-yet-feasible' });
  agenda.put(`${askAgainOn}T15:00`, async () => {
    await trajectory.send('goal-changes', { goal: 'paid-work', reason: 'paid-work-feasible-again' });
  });
}

/** "Zowel de werkgever als de werknemer kunnen een beroep blijven doen op ondersteuning": both do. */
export function askAgain(stage: Stage, working: Working): void {
  ask(stage, working, { after: 20, by: 'employer', topic: 'guidance', answer: 'job-coaching' });
  ask(stage, working, { after: 34, by: 'candidate', topic: 'travel', answer: 'advice' });
}

/** The trajectory is closed, and the support goes on. */
export function askAfterClosing(stage: Stage, working: Working): void {
  stage.agenda.put(`${daysAfter(working.startedOn, 35)}T15:00`, async () => {
    await working.trajectory.send('closure', { result: 'paid-work' });
  });
  ask(stage, working, { after: 56, by: 'candidate', topic: 'colleagues', answer: 'talk' });
  ask(stage, working, { after: 70, by: 'employer', topic: 'tasks', answer: 'guidance' });
}

function ask(
  { agenda }: Stage,
  { trajectory, placementId, startedOn }: Working,
  { after, by, topic, answer }: Readonly<{ after: number; by: 'candidate' | 'employer'; topic: string; answer: string }>,
): void {
  agenda.on(daysAfter(startedOn, after), async () => {
    const asked = await trajectory.create('support-requests', { placementId, by, channel: 'telephone', topic });
    agenda.on(daysAfter(startedOn, after + 3), async () => {
      await trajectory.send(`support-requests/${asked}/provision`, { kind: answer });
    });
  });
}

/**
 * The trajectory is closed as work was found; then the work ends, and weeks later the benefit is back, and the candidate with it: the
 * revolving door. The engine tells of the return and offers the next round, which the candidate takes up.
 */
export function endAndComeBack(
  { agenda, api, programmeId }: Stage,
  { trajectory, placementId, startedOn, candidateId }: Working,
): void {
  agenda.put(`${daysAfter(startedOn, 35)}T15:00`, async () => {
    await trajectory.send('closure', { result: 'paid-work' });
  });
  agenda.put(`${daysAfter(startedOn, 49)}T15:00`, async () => {
    await trajectory.send(`placements/${placementId}/end`, { reason: 'no-work-left', by: 'employer' });
  });
  agenda.on(daysAfter(startedOn, 77), async () => {
    await api.send(`/candidates/${candidateId}/benefits/bijstand/resumption`, { source: 'municipality' });
  });
  agenda.on(daysAfter(startedOn, 84), async () => {
    const next = await Trajectory.offeredTo(api, candidateId, programmeId);
    await next.accept({ candidateId, programmeId, previousTrajectoryId: trajectory.id, referral: 'return' });
  });
}
