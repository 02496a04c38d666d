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
  agenda.put(`${daysAfter(startedOn, after)}T09:00`, async () => {
    const asked = await trajectory.create('support-requests', { placementId, by, channel: 'telephone', topic });
    agenda.put(`${daysAfter(startedOn, after + 3)}T09:00`, async () => {
      await trajectory.send(`support-requests/${asked}/provision`, { kind: answer });
    });
  });
}

/** The work ends; weeks later the benefit is back, and the candidate with it: the revolving door. */
export function endAndComeBack(
  { agenda, api, programmeId }: Stage,
  { trajectory, placementId, startedOn, candidateId }: Working,
): void {
  agenda.put(`${daysAfter(startedOn, 45)}T15:00`, async () => {
    await trajectory.send(`placements/${placementId}/end`, { reason: 'no-work-left', by: 'employer' });
    await trajectory.send('closure', { result: 'no-further-route' });
  });
  const again = { candidateId, programmeId, previousTrajectoryId: trajectory.id };
  agenda.put(`${daysAfter(startedOn, 75)}T09:00`, async () => {
    await api.send(`/candidates/${candidateId}/benefits/bijstand/resumption`, { source: 'municipality' });
    await Trajectory.offered(api, again);
  });
  agenda.put(`${daysAfter(startedOn, 79)}T09:00`, async () => {
    const next = await Trajectory.offeredTo(api, candidateId, programmeId);
    await next.accept({ ...again, referral: 'return' });
  });
}
