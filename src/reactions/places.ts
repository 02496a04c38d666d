import { ownIdOf, type TrajectoryId, type WorkplaceId } from '../kernel/ids.js';
import type { Trajectory } from '../trajectory/trajectory.js';
import type { Look } from './look.js';
import { askingFor } from './places-asked.js';
import { differenceAt } from './places-difference.js';
import type { Asked, Reaction } from './reaction.js';

/**
 * A workplace is held as the matches for it ask at the log's end, whichever event of whichever stream came, late or corrected: kept
 * first, the match made once it stands, then filled, and free again when nothing asks for it. Single events are not answered one by
 * one: that leaves places taken for ever. A match that comes second to a place, or for which the place was withdrawn, falls through.
 *
 * Source, docs/rules.md: "leerwerkplekken", Praktijktafel Twente.
 */
export const places: Reaction = {
  name: 'places',
  hears: {
    trajectory: {
      events: [
        'MatchProposed',
        'InterestExpressed',
        'MatchMade',
        'MatchFellThrough',
        'PlacementStarted',
        'PlacementExtended',
        'PlacementConverted',
        'PlacementEnded',
        'ProgrammeVersionMigrated',
        'EventCorrected',
      ],
      // A correction may have taken a place out of the state: then every place that was ever named is looked at.
      react: async ({ type, streamId }, state, look) => {
        const heardOf = ownIdOf<'trajectory'>(streamId);
        const named = type === 'EventCorrected' ? await look.placesNamedIn(heardOf) : placesOf(state);
        return differences(named, MAY_BEGIN_WORK.has(type) ? heardOf : null, look);
      },
    },
    workplace: {
      events: ['WorkplaceReserved', 'WorkplaceFilled', 'WorkplaceReleased', 'EventCorrected'],
      react: ({ streamId }, _, look) => differences([ownIdOf(streamId)], null, look),
    },
  },
  // The last two: a correction was quicker, and it is heard itself.
  nothingLeft: new Set([
    'already-reserved',
    'already-filled',
    'not-reserved',
    'match-made',
    'match-fell',
    'no-such-match',
    'not-both-interested',
    'candidate-erased',
  ]),
  answers: { 'place-taken': fallFor('place-taken'), 'workplace-withdrawn': fallFor('vacancy-gone') },
};

/** By what somebody may have begun to work. */
const MAY_BEGIN_WORK: ReadonlySet<string> = new Set(['PlacementStarted', 'EventCorrected']);

const placesOf = ({ matches }: Trajectory): readonly WorkplaceId[] =>
  [...matches.values()].flatMap(({ workplaceId }) => workplaceId ?? []);

/** Place by place, each once. `beganIn`: where somebody may just have begun to work. Shape: by the place's id. */
async function differences(
  workplaceIds: readonly WorkplaceId[],
  beganIn: TrajectoryId | null,
  look: Look,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const workplaceId of [...new Set(workplaceIds)].sort()) {
    const workplace = await look.workplaceOf(workplaceId);
    asked.push(...differenceAt({ workplaceId, workplace, matches: await askingFor(workplaceId, look), beganIn }));
  }
  return asked;
}

/** The match that is not kept the place: another came first, or the place is gone. */
function fallFor(reason: 'place-taken' | 'vacancy-gone') {
  return (refused: Asked): Asked | undefined => {
    if (refused.of !== 'workplace' || refused.givesWay === null) return undefined;
    const data = { matchId: refused.command.data.matchId, by: 'employer', reason } as const;
    return { of: 'trajectory', id: refused.givesWay, command: { type: 'LetMatchFall', data } };
  };
}
