import { createHash } from 'node:crypto';
import { hasHadBenefit } from '../../candidate/benefits.js';
import { candidateVocabulary } from '../../candidate/candidate.events.js';
import { candidateDecider } from '../../candidate/decider.js';
import type { Digest } from '../../kernel/fields.events.js';
import { stateOf } from '../../kernel/history.js';
import { ownIdOf, streamIdOf, type CandidateId, type StreamId } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { BenefitKind } from '../../programme/terms.js';
import type { CohortFrozen } from '../../programme/programme.events.js';
import { everyEvent } from '../every-event.js';
import type { StoredEvent } from '../ports/event-store.js';
import type { Around } from './stream-kind.js';
import { survivorOf } from './survivor.js';

/** Who belongs to a cohort. */
export type CohortRule = Pick<CohortFrozen['data'], 'benefit' | 'months' | 'asOf'>;

/** What tells who has a benefit, and what corrects that. */
const TELLING = ['BenefitStarted', 'BenefitEnded', 'BenefitResumed', 'EventCorrected'];

/**
 * How many of the tenant's candidates belong to a cohort, and the digest of their ids, as the log has it by now.
 * Read from the log itself: what was told a moment ago is in it, and no projection can be behind.
 */
export async function cohortOf(rule: CohortRule, around: Around): Promise<Pick<CohortFrozen['data'], 'count' | 'digest'>> {
  const members: CandidateId[] = [];
  for (const [streamId, events] of await candidatesTold(around)) {
    const candidate = stateOf(candidateDecider, historyOf(candidateVocabulary, events), { validOn: rule.asOf });
    if (hasHadBenefit(candidate, rule.benefit as string as BenefitKind, rule)) members.push(ownIdOf<'candidate'>(streamId));
  }
  const persons = [...new Set(await survivorsOf(members, around))];
  return { count: persons.length, digest: digestOf(persons) };
}

/** Two candidates who by now are one person are counted as one. */
async function survivorsOf(members: readonly CandidateId[], around: Around): Promise<readonly CandidateId[]> {
  const merged = new Set<StreamId>();
  const wanted = { tenant: around.tenant, types: ['CandidateMergedInto'] };
  for await (const { streamId } of everyEvent(around.store, wanted)) merged.add(streamId);
  return Promise.all(members.map(async (id) => (merged.has(streamIdOf('candidate', id)) ? survivorOf(id, around) : id)));
}

/** SHA-256 of the ids in ascending order, each followed by a line feed. */
export function digestOf(ids: readonly string[]): Digest {
  const hash = createHash('sha256');
  for (const id of ids.toSorted()) hash.update(`${id}\n`);
  return hash.digest('hex') as Digest;
}

async function candidatesTold({ store, tenant }: Around): Promise<ReadonlyMap<StreamId, readonly StoredEvent[]>> {
  const found = new Map<StreamId, StoredEvent[]>();
  for await (const event of everyEvent(store, { tenant, types: TELLING }))
    if (event.streamId.startsWith('candidate-')) keep(found, event);
  return found;
}

function keep(found: Map<StreamId, StoredEvent[]>, event: StoredEvent): void {
  const events = found.get(event.streamId);
  if (events) events.push(event);
  else found.set(event.streamId, [event]);
}
