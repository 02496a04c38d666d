import { candidateDecider } from '../../candidate/decider.js';
import { candidateVocabulary, type CandidateEvent, type CandidateMergedInto } from '../../candidate/candidate.events.js';
import { claimsIdentity } from '../../candidate/sealed-words.js';
import { stateOf, type History } from '../../kernel/history.js';
import { streamIdOf, type CandidateId } from '../../kernel/ids.js';
import { refuse, type Refused } from '../refusals.js';
import { refuseDuplicates, refuseErased } from './erased.js';
import { plainKind } from './plain-kind.js';
import { historyIn } from './shelves.js';
import { anyDecider, type Around, type StreamKind } from './stream-kind.js';

/** What merges a candidate, as a command and as a late fact or a correction. */
const MERGES: ReadonlySet<string> = new Set(['MergeCandidate', 'CandidateMergedInto']);

/** A candidate's BSN is claimed; a merge looks at the one with whom everything would go on, and an erasure at those who came to this one. */
export const candidateKind: StreamKind = {
  ...plainKind('candidate', anyDecider(candidateDecider)),
  identityTypes: new Set(['CandidateRegistered', 'IdentityLinked'] satisfies CandidateEvent['type'][]),
  bringsBsn: (event) => claimsIdentity(event as CandidateEvent),

  hindrance: async ({ ownId, history, facts }, around) => {
    const erased = refuseErased(history);
    if (erased) return erased;
    if (facts.some(({ type }) => type === 'EraseCandidate')) return refuseDuplicates(ownId, around);

    const merges = facts.filter(({ type }) => MERGES.has(type)).map(({ data }) => data as CandidateMergedInto['data']);
    for (const { survivorId } of merges) {
      const refused = survivorId === ownId ? refuse({ code: 'merges-into-itself' }) : await mergedSurvivor(survivorId, around);
      if (refused) return refused;
    }
  },

  revived(before, after) {
    const [was, is] = [before, after].map((history) => stateOf(candidateDecider, history as History<CandidateEvent>));
    if (!is.merged || is.merged.survivorId === was.merged?.survivorId) return [];
    return [{ type: 'CandidateMergedInto', on: is.merged.on, data: { survivorId: is.merged.survivorId } }];
  },
};

/** Who was merged does not survive another, so no circle can come about but by two merges of one moment. */
async function mergedSurvivor(survivorId: CandidateId, around: Around): Promise<Refused | undefined> {
  const history = await historyIn<CandidateEvent>(candidateVocabulary, streamIdOf('candidate', survivorId), around);
  const { merged } = stateOf(candidateDecider, history);
  const erased = refuseErased(history);
  if (erased) return erased;
  return merged ? refuse({ code: 'survivor-merged', survivorId, mergedInto: merged.survivorId }) : undefined;
}
