import { stateOf } from '../../kernel/history.js';
import { streamIdOf, type EmployerId, type WorkplaceId } from '../../kernel/ids.js';
import { workplaceDecider } from '../../workplace/decider.js';
import type { Workplace } from '../../workplace/workplace.js';
import { workplaceVocabulary, type WorkplaceEvent } from '../../workplace/workplace.events.js';
import { refuse, type Refused } from '../refusals.js';
import { historyIn } from './shelves.js';
import type { Around, WishedFact } from './stream-kind.js';

/** What proposes a match, as a command and as a late fact or a correction. */
const PROPOSES: ReadonlySet<string> = new Set(['ProposeMatch', 'MatchProposed']);

type Proposal = Readonly<{ employerId: EmployerId; workplaceId: WorkplaceId | null }>;
type ForPlace = Proposal & Readonly<{ workplaceId: WorkplaceId }>;

/**
 * Whether a match is proposed for a place that its employer does not have, or that was withdrawn by then: it would wait for ever.
 * A correction that leaves employer and place as they were asks nothing of the place.
 *
 * Errors: `workplace-of-another-employer` with whose it is; `workplace-withdrawn`.
 * Source: R-352, docs/rules.md.
 */
export async function placeRefused(facts: readonly WishedFact[], around: Around): Promise<Refused | undefined> {
  for (const fact of facts) {
    const proposal = PROPOSES.has(fact.type) ? (fact.data as Proposal) : undefined;
    if (!proposal || !isForPlace(proposal) || isSamePlace(proposal, fact.was as Proposal | undefined)) continue;

    const refused = refusedBy(await workplaceNow(proposal.workplaceId, around), proposal, fact);
    if (refused) return refused;
  }
}

/** Data of a late fact are not held against their schema yet. */
const isForPlace = (proposal: Proposal): proposal is ForPlace => typeof proposal.workplaceId === 'string';

const isSamePlace = ({ employerId, workplaceId }: Proposal, was: Proposal | undefined): boolean =>
  was?.employerId === employerId && was.workplaceId === workplaceId;

/** A new fact comes last on its day, also after the withdrawal of that day. */
function refusedBy({ offered, withdrawn }: Workplace, proposal: ForPlace, { on }: WishedFact): Refused | undefined {
  const { employerId, workplaceId } = proposal;
  if (offered && offered.employerId !== employerId)
    return refuse({ code: 'workplace-of-another-employer', workplaceId, employerId: offered.employerId });
  if (withdrawn && withdrawn.on <= on) return refuse({ code: 'workplace-withdrawn', withdrawnOn: withdrawn.on });
}

async function workplaceNow(workplaceId: WorkplaceId, around: Around): Promise<Workplace> {
  const history = await historyIn<WorkplaceEvent>(workplaceVocabulary, streamIdOf('workplace', workplaceId), around);
  return stateOf(workplaceDecider, history);
}
