import { evolve, nobody, type Candidate } from '../../../src/candidate/candidate.js';
import type { CandidateEvent } from '../../../src/candidate/candidate.events.js';
import type { Day } from '../../../src/kernel/days.js';
import { occurredDay, type Cut } from '../../../src/kernel/history.js';
import { categoryOf } from '../../../src/kernel/ids.js';
import type { StoredShape } from '../../../src/kernel/vocabulary.js';
import { shownIn, type Shown } from '../../../src/read-models/projection.js';
import { evolve as evolveTrajectory } from '../../../src/trajectory/evolve.js';
import { nothingYet, type Trajectory } from '../../../src/trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../../src/trajectory/trajectory.events.js';

/** `fact`, `code` or what it is about, and for what happens the event: enough to tell one from another. */
export type Said = string;

const HAPPENS: Readonly<Record<string, string>> = {
  TrajectoryOffered: 'offered',
  OfferAnswered: 'answered',
  TrajectoryStarted: 'started',
  IntakeHeld: 'intake-held',
  FollowUpAgreed: 'follow-up-agreed',
  MatchProposed: 'match-proposed',
  MatchMade: 'match-made',
  MatchFellThrough: 'match-fell',
  TripartiteTalkHeld: 'talk-held',
  PlanAgreed: 'plan-agreed',
  ContractSigned: 'contract-signed',
  NewJobFound: 'new-job',
  RetrainingCompleted: 'retraining-completed',
  RetrainingDropped: 'retraining-dropped',
};

/** The same facts counted anew: from the raw events by `effective`, and from the states that deciders fold. */
export function recounted(stored: readonly StoredShape[], cut: Required<Cut>): readonly Said[] {
  const events = shownIn(stored, cut);
  const happened = events.flatMap(({ type, eventId, ...event }) =>
    HAPPENS[type] && occurredDay(event) <= cut.validOn ? [`${HAPPENS[type]} ${eventId}`] : [],
  );
  if (events.length === 0) return [];
  const lasting =
    categoryOf(stored[0].streamId) === 'candidate' ? ofCandidate(events, cut.validOn) : ofTrajectory(events, cut.validOn);
  return [...happened, ...lasting].sort();
}

const between = (day: Day, from: Day | null, until: Day | null): boolean =>
  (from ?? until ?? day) <= day && (until ?? day) >= day;

function ofCandidate(events: readonly Shown[], on: Day): Said[] {
  const state = (events as unknown as CandidateEvent[]).reduce<Candidate>(evolve, nobody);
  return [
    ...(state.merged ? [`merged ${state.merged.survivorId}`] : []),
    ...[...state.benefits].flatMap(([kind, { since, until }]) => (between(on, since, until) ? [`benefit ${kind}`] : [])),
    ...[...state.targetGroups].flatMap(([group, { from, until }]) => (between(on, from, until) ? [`target-group ${group}`] : [])),
    ...[...state.countability].flatMap(([scheme, { from, until }]) =>
      between(on, from, until) ? [`countability ${scheme}`] : [],
    ),
  ];
}

function ofTrajectory(events: readonly Shown[], on: Day): Said[] {
  const { goal, placements, retrainings, milestones, returns, closed } = (
    events as unknown as TrajectoryEvent[]
  ).reduce<Trajectory>(evolveTrajectory, nothingYet);
  return [
    ...(goal ? [`goal ${goal.goal}`] : []),
    ...[...placements].flatMap(([id, { kind, startedOn, endedOn }]) =>
      between(on, startedOn, endedOn) ? [`placement ${kind} ${id}`] : [],
    ),
    ...[...retrainings].flatMap(([id, { over }]) => (over === null || over.on >= on ? [`retraining ${id}`] : [])),
    ...[...milestones].flatMap(([milestone, isTold]) => (isTold ? [`milestone-told ${milestone}`] : [])),
    ...[...returns.values()].flatMap(({ benefitEventId, returnedOn, told }) =>
      told ? [`return-told ${returnedOn} ${benefitEventId}`] : [],
    ),
    ...(closed ? [`closed ${closed.result}`] : []),
  ];
}
