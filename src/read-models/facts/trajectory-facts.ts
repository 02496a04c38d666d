import type { Shown } from '../projection.js';
import type { HeardAs } from './gather.js';
import { withFact } from './held.js';
import { lastingTrajectoryFacts } from './lasting-trajectory-facts.js';
import { placementFacts } from './placement-facts.js';

/** What happens in a trajectory, event by event. */
export const trajectoryFacts = {
  TrajectoryOffered: (held, event) => withFact(held, event, { fact: 'offered', ...begun(event) }),
  OfferAnswered: (held, event) =>
    withFact(held, event, { fact: 'answered', code: event.data.accepted ? 'accepted' : 'declined' }),
  TrajectoryStarted: (held, event) => withFact(held, event, { fact: 'started', ...begun(event), code: event.data.referral }),
  IntakeHeld: (held, event) => withFact(held, event, { fact: 'intake-held' }),
  FollowUpAgreed: (held, event) => withFact(held, event, { fact: 'follow-up-agreed' }),
  PlanAgreed: (held, event) => withFact(held, event, { fact: 'plan-agreed', code: event.data.goal, aboutId: event.data.planId }),
  NewJobFound: (held, event) => withFact(held, event, { fact: 'new-job', code: event.data.sectorTo }),
  ...placementFacts,
  ...lastingTrajectoryFacts,
} as const satisfies Partial<HeardAs>;

const begun = ({ data: { programmeVersion, round } }: Shown<'TrajectoryOffered' | 'TrajectoryStarted'>) => ({
  programmeVersion,
  round,
});
