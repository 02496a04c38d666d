import { candidateDecider } from '../../candidate/decider.js';
import { candidateVocabulary, type CandidateEvent } from '../../candidate/candidate.events.js';
import { stateOf, type History } from '../../kernel/history.js';
import { streamIdOf, type CandidateId } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { Around } from './stream-kind.js';

/** With whom a candidate goes on in the end, as the log has it by now: oneself, when never merged. Ends also where a circle came about. */
export async function survivorOf(
  candidateId: CandidateId,
  { store, tenant }: Pick<Around, 'store' | 'tenant'>,
): Promise<CandidateId> {
  const passed = new Set<CandidateId>();
  let last = candidateId;
  while (!passed.has(last)) {
    passed.add(last);
    const stored = await store.readStream(tenant, streamIdOf('candidate', last));
    const history = historyOf(candidateVocabulary, stored) as unknown as History<CandidateEvent>;
    last = stateOf(candidateDecider, history).merged?.survivorId ?? last;
  }
  return last;
}
