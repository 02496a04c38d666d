import {
  acceptReferral,
  type AcceptReferral,
  type CannotAcceptReferral,
  judgeReferralAcceptance,
  offerReferralAcceptances,
} from './accept-referral.js';
import {
  type CannotCompleteReferral,
  completeReferral,
  type CompleteReferral,
  judgeReferralEnd,
  offerReferralEnds,
} from './complete-referral.js';
import {
  type CannotReferToProvider,
  judgeReferral,
  offerReferrals,
  referToProvider,
  type ReferToProvider,
} from './refer-to-provider.js';

export type ProvidersCommand = ReferToProvider | AcceptReferral | CompleteReferral;
export type ProvidersRefusal = CannotReferToProvider | CannotAcceptReferral | CannotCompleteReferral;

/** How it is decided what others do for a candidate. */
export const providersDecisions = {
  propose: {
    ReferToProvider: referToProvider,
    AcceptReferral: acceptReferral,
    CompleteReferral: completeReferral,
  },
  offers: {
    ReferToProvider: offerReferrals,
    AcceptReferral: offerReferralAcceptances,
    CompleteReferral: offerReferralEnds,
  },
  judge: {
    ProviderReferred: judgeReferral,
    ProviderAccepted: judgeReferralAcceptance,
    ProviderCompleted: judgeReferralEnd,
  },
  keeps: {
    ProviderReferred: ['referralId'],
  },
} as const;
