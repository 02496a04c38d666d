import type { Day } from '../../kernel/days.js';
import type { DomainEvent } from '../../kernel/messages.js';
import type { LedgerEvent } from '../../trajectory/trajectory.events.js';

/** What becomes of one follow-up; `dueOn` null: it is due no more. */
export type FollowUpFate = Readonly<{
  change: 'planned' | 'moved' | 'cancelled';
  ruleId: string;
  with: string;
  dueOn: Day | null;
}>;

type Planned = Extract<LedgerEvent, { type: 'FollowUpPlanned' }>;
type Told = Pick<DomainEvent, 'type' | 'data'>;

/** What these events of one append do to the follow-ups of a history, in their order. */
export function followUpFates(history: readonly Told[], added: readonly Told[]): readonly FollowUpFate[] {
  const planned = new Map([...history, ...added].filter(isPlanned).map(({ data }) => [data.followUpId, data]));
  return (added as readonly LedgerEvent[]).flatMap((event) => {
    const fate = fateBy(event);
    const what = fate && planned.get(event.data.followUpId);
    return what ? [{ ...fate, ruleId: what.ruleId, with: what.with }] : [];
  });
}

function fateBy(event: LedgerEvent): Pick<FollowUpFate, 'change' | 'dueOn'> | undefined {
  if (event.type === 'FollowUpPlanned') return { change: 'planned', dueOn: event.data.dueOn };
  if (event.type === 'FollowUpMoved') return { change: 'moved', dueOn: event.data.dueOn };
  if (event.type === 'FollowUpCancelled') return { change: 'cancelled', dueOn: null };
}

const isPlanned = (event: Told): event is Planned => event.type === 'FollowUpPlanned';
