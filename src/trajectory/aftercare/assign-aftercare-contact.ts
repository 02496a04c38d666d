import type { Offers } from '../../kernel/decider.js';
import type { PlacementId, SubjectId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, placementIdsOf, type OutsidePlacement } from '../within-placement.js';

type AftercareContactAssigned = TrajectoryEventOf<'AftercareContactAssigned'>;

/** Assigns the one whom candidate and employer of a placement turn to from now on. */
export type AssignAftercareContact = Command<'AssignAftercareContact', AftercareContactAssigned['data']>;

export type CannotAssignAftercareContact =
  NotInPhase | OutsidePlacement | { code: 'already-aftercare-contact'; placementId: PlacementId; subject: SubjectId };

/** Somebody who is the contact of nobody: the sample for whoever may be assigned. */
const SOMEBODY = 'somebody' as SubjectId;

/** Proposes exactly one `AftercareContactAssigned`. */
export function assignAftercareContact(command: Dated<AssignAftercareContact>): [AftercareContactAssigned] {
  return [fact('AftercareContactAssigned', command, command.data)];
}

/** What `next-steps` may try: somebody else, per placement. */
export function offerAftercareContacts(state: Trajectory): Offers<AssignAftercareContact, CannotAssignAftercareContact> {
  return {
    subjects: placementIdsOf(state).map((placementId) => ({ placementId, subject: SOMEBODY })),
    none: 'no-such-placement',
  };
}

/**
 * A placement has one contact at a time, also after the closing; whoever is assigned is another one.
 *
 * Errors: `already-aftercare-contact`; those of `judgeWithin` and of the phase.
 * Source: R-260, docs/rules.md: "blijft de Werkwinkel als contactpersoon fungeren", Werkwinkel.
 */
export function judgeAftercareContact(
  event: AftercareContactAssigned,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotAssignAftercareContact | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
  if (refusal) return refusal;

  const { placementId, subject } = event.data;
  if (state.aftercareContacts.get(placementId) === subject) return { code: 'already-aftercare-contact', placementId, subject };
}
