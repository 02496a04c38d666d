import type { CreditPlacement } from '../../employer/credit-placement.js';
import { employerDecider } from '../../employer/decider.js';
import { stateOf } from '../../kernel/history.js';
import { streamIdOf } from '../../kernel/ids.js';
import { shelfOf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import { refuse, type Refused } from '../refusals.js';
import { plainKind } from './plain-kind.js';
import { historyIn } from './shelves.js';
import { anyDecider, type Around, type StreamKind, type Wished } from './stream-kind.js';

/** What counts a placement, as a command and as a late fact or a correction. */
const COUNTS: ReadonlySet<string> = new Set(['CreditPlacement', 'PlacementCredited']);

/** Good for folding, which asks no rule. */
const UNRULED = trajectoryDecider(shelfOf([], []));

/** A placement counts for an agreement of its own employer only. */
export const employerKind: StreamKind = {
  ...plainKind('employer', anyDecider(employerDecider)),

  hindrance: async ({ ownId, facts }: Wished, around: Around): Promise<Refused | undefined> => {
    const credits = facts.filter(({ type }) => COUNTS.has(type)).map(({ data }) => data as CreditPlacement['data']);
    for (const credit of credits) {
      const employerId = await employerOf(credit, around);
      if (employerId !== ownId) return refuse({ code: 'no-such-reference', field: '/placementId', id: credit.placementId });
    }
  },
};

/** With whom a placement is, as its trajectory has it by now; nothing where there is none of that id. */
async function employerOf({ trajectoryId, placementId }: CreditPlacement['data'], around: Around): Promise<string | undefined> {
  const streamId = streamIdOf('trajectory', trajectoryId);
  const { placements, matches } = stateOf(UNRULED, await historyIn<TrajectoryEvent>(trajectoryVocabulary, streamId, around));
  const placement = placements.get(placementId);
  return placement && matches.get(placement.matchId)?.employerId;
}
