import { judgeNotMerged } from '../../candidate/merged.js';
import { candidateDecider } from '../../candidate/decider.js';
import {
  candidateVocabulary,
  type CandidateErased,
  type CandidateEvent,
  type CandidateMergedInto,
} from '../../candidate/candidate.events.js';
import { occurredDay, stateOf, type History } from '../../kernel/history.js';
import { streamIdOf, type CandidateId } from '../../kernel/ids.js';
import type { DomainEvent, Refusal } from '../../kernel/messages.js';
import { everyEvent } from '../every-event.js';
import { refuse, type Refused } from '../refusals.js';
import { historyIn } from './shelves.js';
import type { Around } from './stream-kind.js';

/** Nothing is recorded any more about whoever was erased, of whatever day, and nothing corrected. Errors: `candidate-erased`. Source: R-340. */
export function refuseErased(history: History<DomainEvent>): Refused | undefined {
  const erased = history.find((event): event is Extract<typeof event, CandidateErased> => event.type === 'CandidateErased');
  return erased && refuse({ code: 'candidate-erased', erasedOn: (erased as CandidateErased).occurredOn });
}

/**
 * Nothing is begun for who was erased, nor for who goes on as somebody else: it is begun for that one.
 * Errors: `candidate-erased`; `merged` with the survivor. Source, docs/rules.md.
 */
export async function refuseGone(candidateId: CandidateId, around: Around): Promise<Refused | undefined> {
  const history = await candidateIn(candidateId, around);
  const erased = refuseErased(history);
  if (erased) return erased;

  const merged = judgeNotMerged(stateOf(candidateDecider, history));
  return merged && refuse(merged);
}

/** The same by the last event of the candidate's stream, as nothing follows an erasure. */
export async function erasedSubject(candidateId: CandidateId, { store, tenant }: Around): Promise<Refusal | undefined> {
  const last = (await store.readStream(tenant, streamIdOf('candidate', candidateId))).at(-1);
  if (last?.type !== 'CandidateErased') return undefined;
  return { code: 'candidate-erased', erasedOn: occurredDay(last) } as Refusal;
}

/** Who is the same person and was merged into this one goes first: else a name of this person would stay. Errors: `duplicates-remain`. Source: R-340. */
export async function refuseDuplicates(ownId: string, around: Around): Promise<Refused | undefined> {
  const merged = new Set<CandidateId>();
  for await (const { streamId, data } of everyEvent(around.store, { tenant: around.tenant, types: ['CandidateMergedInto'] }))
    if ((data as CandidateMergedInto['data']).survivorId === ownId)
      merged.add(streamId.slice('candidate-'.length) as CandidateId);

  const remain: CandidateId[] = [];
  for (const candidateId of [...merged].sort()) {
    const { merged: into, erasedOn } = stateOf(candidateDecider, await candidateIn(candidateId, around));
    if (into?.survivorId === ownId && erasedOn === null) remain.push(candidateId);
  }
  return remain.length > 0 ? refuse({ code: 'duplicates-remain', candidateIds: remain }) : undefined;
}

const candidateIn = (candidateId: CandidateId, around: Around): Promise<History<CandidateEvent>> =>
  historyIn<CandidateEvent>(candidateVocabulary, streamIdOf('candidate', candidateId), around);
