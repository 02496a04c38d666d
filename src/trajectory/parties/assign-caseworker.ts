import type { Offers } from '../../kernel/decider.js';
import type { SubjectId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type CaseworkerAssigned = TrajectoryEventOf<'CaseworkerAssigned'>;

/** Assigns the one who guides this trajectory from now on; the seal holds what is handed over in words. */
export type AssignCaseworker = Command<'AssignCaseworker', CaseworkerAssigned['data']>;

export type CannotAssignCaseworker = NotBegun | { code: 'already-caseworker'; subject: SubjectId };

/** Somebody who guides nobody: the sample for whoever may be assigned. */
const SOMEBODY = 'somebody' as SubjectId;

/** Proposes exactly one `CaseworkerAssigned`. */
export function assignCaseworker(command: Dated<AssignCaseworker>): [CaseworkerAssigned] {
  return [fact('CaseworkerAssigned', command, command.data)];
}

/** What `next-steps` may try: somebody who is not the caseworker yet. */
export function offerAssignments(_: Trajectory): Offers<AssignCaseworker, CannotAssignCaseworker> {
  return { subjects: [{ subject: SOMEBODY, reason: 'other' }], none: 'not-started' };
}

/**
 * A trajectory has one caseworker at a time, also after the closing, as the work goes on; whoever is assigned is another one.
 *
 * Errors: `already-caseworker`; `before-start`; `not-started`.
 * Source: R-210, docs/rules.md: "vaste begeleider", Van Werk naar Werk.
 */
export function judgeAssignment(event: CaseworkerAssigned, state: Trajectory): CannotAssignCaseworker | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;

  const { subject } = event.data;
  if (state.caseworker?.subject === subject) return { code: 'already-caseworker', subject };
}
