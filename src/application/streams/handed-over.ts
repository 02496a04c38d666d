import { stateOf } from '../../kernel/history.js';
import { streamIdOf, type CandidateId, type ProgrammeId, type TrajectoryId } from '../../kernel/ids.js';
import { programmeVocabulary, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn, shelfOf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import { refuse, type Refused } from '../refusals.js';
import { historyIn } from './shelves.js';
import type { Around } from './stream-kind.js';

/** Good for folding, which asks no rule. */
const UNRULED = trajectoryDecider(shelfOf([], []));

type FirstRound = Readonly<{ candidateId: CandidateId; programmeId: ProgrammeId }>;

/**
 * Whether a first round would begin for somebody who came over to this programme from one that it takes over: that is the round there.
 * A trajectory's id says so only of the programme in which it was begun, so those are looked through, round by round.
 *
 * Errors: `already-handed-over` with that trajectory.
 * Source: R-335, docs/rules.md.
 */
export async function handedOver({ candidateId, programmeId }: FirstRound, around: Around): Promise<Refused | undefined> {
  for (const taken of await takenOverBy(programmeId, around)) {
    for (let round = 1; ; round += 1) {
      const trajectoryId = around.name<'trajectory'>(['round', candidateId, taken, round]);
      const programmeNow = await programmeOf(trajectoryId, around);
      if (!programmeNow) break;
      if (programmeNow === programmeId) return refuse({ code: 'already-handed-over', trajectoryId });
    }
  }
}

/** The programmes that some version of this one takes over, those that these took over, and so on. */
async function takenOverBy(programmeId: ProgrammeId, around: Around): Promise<ReadonlySet<ProgrammeId>> {
  const found = new Set<ProgrammeId>();
  const asked = [programmeId];
  for (let next = asked.pop(); next; next = asked.pop())
    for (const taken of await namedBy(next, around))
      if (!found.has(taken)) {
        found.add(taken);
        asked.push(taken);
      }
  return found;
}

async function namedBy(programmeId: ProgrammeId, around: Around): Promise<readonly ProgrammeId[]> {
  const history = await historyIn<ProgrammeEvent>(programmeVocabulary, streamIdOf('programme', programmeId), around);
  const slugs = publishedIn(programmeId, history).flatMap(({ definition: { takesOver = [] } }) =>
    takesOver.map(({ programme }) => programme),
  );
  return slugs.map((slug) => around.name<'programme'>(['slug', around.tenant, slug]));
}

async function programmeOf(trajectoryId: TrajectoryId, around: Around): Promise<ProgrammeId | undefined> {
  const history = await historyIn<TrajectoryEvent>(trajectoryVocabulary, streamIdOf('trajectory', trajectoryId), around);
  return stateOf(UNRULED, history).subject?.programmeId;
}
