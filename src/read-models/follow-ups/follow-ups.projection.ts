import type { Day, Instant } from '../../kernel/days.js';
import type { EventId, FollowUpId, StreamId, TenantId } from '../../kernel/ids.js';
import type { LedgerEvent } from '../../trajectory/trajectory.events.js';
import type { Projection, Shown } from '../projection.js';

type Planned = Shown<'FollowUpPlanned'>['data'];

/**
 * One follow-up and its next step. What the clock loop and the sweeper look for are rows whose `stepAt` is not null,
 * the earliest first; by (`stepAt`, `followUpId`, `step`) one index answers.
 */
export type FollowUpRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  followUpId: FollowUpId;
  ruleId: Planned['ruleId'];
  /** The event that promised it. */
  cause: EventId;
  with: Planned['with'];
  dueOn: Day;
  dueAt: Instant;
  /** That of the last planning or move; a step that was armed for an earlier one no longer counts. */
  version: number;
  status: 'planned' | 'due' | 'done' | 'cancelled';
  /** The step to come, 0 for falling due; null: none, and then `stepAt` is null too. */
  step: number | null;
  stepAt: Instant | null;
}>;

/** All follow-ups with the step that comes next; done and cancelled ones stay, without one. */
export const followUps: Projection<FollowUpRow, LedgerEvent['type']> = {
  name: 'follow-ups',
  version: 1,
  key: ({ data }) => data.followUpId,
  on: {
    FollowUpPlanned: (_, { tenant, streamId, data }) => ({
      tenant,
      streamId,
      followUpId: data.followUpId,
      ruleId: data.ruleId,
      cause: data.cause,
      with: data.with,
      ...openUntil(data),
    }),
    FollowUpMoved: (row, { data }) => (row ? { ...row, ...openUntil(data) } : null),
    FollowUpFellDue: (row) => (row ? { ...row, status: 'due', ...nothingToCome } : null),
    FollowUpDone: (row) => (row ? { ...row, status: 'done', ...nothingToCome } : null),
    FollowUpCancelled: (row) => (row ? { ...row, status: 'cancelled', ...nothingToCome } : null),
  },
};

const nothingToCome = { step: null, stepAt: null };

function openUntil({ dueOn, dueAt, version }: Pick<Planned, 'dueOn' | 'dueAt' | 'version'>) {
  return { dueOn, dueAt, version, status: 'planned', step: 0, stepAt: dueAt } as const;
}
