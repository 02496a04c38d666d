import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { AgreementId, PlacementId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { Employer } from './employer.js';
import type { PlacementCreditRevoked } from './employer.events.js';

/** A placement no longer counts for an agreement, as a version of a policy says. */
export type RevokePlacementCredit = Command<'RevokePlacementCredit', PlacementCreditRevoked['data']>;

export type CannotRevokePlacementCredit =
  { code: 'not-credited'; placementId: PlacementId; agreementId: AgreementId } | { code: 'nothing-credited' };

/** Proposes exactly one `PlacementCreditRevoked`. */
export function revokePlacementCredit({ on, data }: RevokePlacementCredit & { on: Day }): [PlacementCreditRevoked] {
  return [{ type: 'PlacementCreditRevoked', occurredOn: on, data }];
}

/** What `next-steps` may try: each placement that counts. */
export function offerCreditRevocations({ credits }: Employer): Offers<RevokePlacementCredit, CannotRevokePlacementCredit> {
  const subjects = [...credits].flatMap(([placementId, { agreementId, trajectoryId, policyVersion, revokedOn }]) =>
    revokedOn === null ? [{ agreementId, trajectoryId, placementId, policyVersion }] : [],
  );
  return { subjects, none: 'nothing-credited' };
}

/** Only what counts for this agreement is revoked; then it may count again. Errors: `not-credited`. Source: R-313, docs/rules.md. */
export function judgeCreditRevocation(
  { data: { agreementId, trajectoryId, placementId } }: PlacementCreditRevoked,
  { credits }: Employer,
): CannotRevokePlacementCredit | undefined {
  const credit = credits.get(placementId);
  const counts = credit?.revokedOn === null && credit.agreementId === agreementId && credit.trajectoryId === trajectoryId;
  return counts ? undefined : { code: 'not-credited', placementId, agreementId };
}
