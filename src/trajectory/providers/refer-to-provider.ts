import type { Offers } from '../../kernel/decider.js';
import type { OrganisationId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type ProviderReferred = TrajectoryEventOf<'ProviderReferred'>;

/** Asks a provider to do something for this candidate. */
export type ReferToProvider = Command<'ReferToProvider', Omit<ProviderReferred['data'], 'referralId'>>;

export type CannotReferToProvider = NotUnderWay;

/** An organisation that no trajectory knows. */
const SOME_ORGANISATION = '00000000-0000-5000-8000-000000000000' as OrganisationId;

/** Proposes exactly one `ProviderReferred`. */
export function referToProvider(command: Dated<ReferToProvider>): [ProviderReferred] {
  return [fact('ProviderReferred', command, { referralId: command.meta.newId('referral'), ...command.data })];
}

/** What `next-steps` may try: a referral to some provider. */
export function offerReferrals(_: Trajectory): Offers<ReferToProvider, CannotReferToProvider> {
  return { subjects: [{ organisationId: SOME_ORGANISATION, service: 'other' }], none: 'not-started' };
}

/**
 * A provider may be asked several times; each referral goes its own way.
 *
 * Errors: those of being under way.
 * Source: R-250, docs/rules.md: "dienstverleners", Van Werk naar Werk.
 */
export function judgeReferral(
  event: ProviderReferred,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotReferToProvider | undefined {
  return judgeUnderWay(event, state, rules);
}
