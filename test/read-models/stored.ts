import { categoryOf, type CommandId, type CorrelationId, type StreamId, type TenantId } from '../../src/kernel/ids.js';
import { correctedVocabulary, type EventCorrected } from '../../src/kernel/corrected.events.js';
import type { StoredShape, Vocabulary } from '../../src/kernel/vocabulary.js';
import { vocabularies, type AnyEvent } from '../../src/read-models/vocabularies.js';
import { historyTold } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';

export const hengelo = 'hengelo' as TenantId;

/** Events as a store hands them out, in the shape of today: told in the order in which they were recorded, on one stream, with their words in the vault. */
export function storedOn(streamId: StreamId, events: readonly (AnyEvent | EventCorrected)[]): StoredShape[] {
  const known: Vocabulary = { ...vocabularies[categoryOf(streamId)], ...correctedVocabulary };
  return historyTold<AnyEvent>(events).map(({ ...event }) => {
    const { seal, ...recorded } = event;
    return {
      ...recorded,
      sealed: seal ? { subject: seal.subject, digest: 'ab'.repeat(32) } : null,
      streamId,
      schemaVersion: known[recorded.type].schemaVersion,
      actor: { subject: 'caseworker-1', role: 'caseworker', organisation: 'gemeente', onBehalfOf: null },
      commandId: testId<'command'>('command', event.version) satisfies CommandId,
      correlationId: testId<'correlation'>('correlation') satisfies CorrelationId,
      causationId: null,
      tenant: hengelo,
      overrides: [],
    };
  });
}
