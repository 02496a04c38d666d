import type { Category } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import type { AnyDecider, StreamKind } from './stream-kind.js';

/** A kind of stream that needs no rules, is named by the command that begins it, plans no follow-ups and claims nothing; override what is otherwise. */
export function plainKind(category: Category, decider: AnyDecider): StreamKind {
  return {
    category,
    vocabulary: decider.vocabulary,
    idFor: null,
    complete: (data) => Promise.resolve({ kind: 'completed', data }),
    prepare: () => Promise.resolve({ decider, planFollowUps: () => [] as readonly DomainEvent[] }),
    standstill: () => Promise.resolve(undefined),
    hindrance: () => Promise.resolve(undefined),
    revived: () => [],
    makes: madeBy(decider),
    subjectOf: (_, __, ownId) => ownId,
    identityTypes: new Set(),
    bringsBsn: () => false,
  };
}

/** The first id that an event keeps through corrections is the one that it created. */
function madeBy({ keeps, ledger }: AnyDecider): StreamKind['makes'] {
  const kept = Object.entries(keeps as Record<string, readonly string[] | undefined>);
  return Object.fromEntries(kept.flatMap(([type, members]) => (ledger.has(type) ? [] : [[type, members?.[0]]])));
}
