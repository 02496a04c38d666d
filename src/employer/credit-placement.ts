import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { AgreementId, PlacementId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { Employer } from './employer.js';
import type { PlacementCredited } from './employer.events.js';
import { judgeAgreed, type NoSuchAgreement } from './registered.js';
import { SOME_PLACEMENT, SOME_POLICY } from './samples.js';

/** Counts a placement for an agreement, as a version of a policy says that it may be. */
export type CreditPlacement = Command<'CreditPlacement', PlacementCredited['data']>;

export type CannotCreditPlacement =
  | NoSuchAgreement
  | { code: 'nothing-agreed' }
  | { code: 'already-credited'; placementId: PlacementId; agreementId: AgreementId; creditedOn: Day };

/** Proposes exactly one `PlacementCredited`. */
export function creditPlacement({ on, data }: CreditPlacement & { on: Day }): [PlacementCredited] {
  return [{ type: 'PlacementCredited', occurredOn: on, data }];
}

/** What `next-steps` may try: a placement that is new here, for each agreement. */
export function offerCredits({ agreements }: Employer): Offers<CreditPlacement, CannotCreditPlacement> {
  const subjects = [...agreements.keys()].map((agreementId) => ({
    agreementId,
    ...SOME_PLACEMENT,
    policyVersion: SOME_POLICY,
  }));
  return { subjects, none: 'nothing-agreed' };
}

/**
 * The employer's stream owns the set of credited placements: each counts for one agreement at a time, since it was signed.
 *
 * Errors: `no-such-agreement`; `already-credited`.
 * Source: R-312, docs/rules.md.
 */
export function judgeCredit(
  { data: { agreementId, placementId } }: PlacementCredited,
  state: Employer,
): CannotCreditPlacement | undefined {
  return judgeAgreed(agreementId, state) ?? judgeCreditedOnce(placementId, state);
}

/** Errors: `already-credited`. */
export function judgeCreditedOnce(
  placementId: PlacementCredited['data']['placementId'],
  { credits }: Employer,
): CannotCreditPlacement | undefined {
  const credit = credits.get(placementId);
  if (credit?.revokedOn === null)
    return { code: 'already-credited', placementId, agreementId: credit.agreementId, creditedOn: credit.creditedOn };
}
