import { added, changed, type Folds } from '../trajectory.js';
import type { providersVocabulary } from './providers.events.js';

/** A referral stays known when it is over. */
export const foldProviders: Folds<keyof typeof providersVocabulary> = {
  ProviderReferred: (state, { data: { referralId, organisationId } }) => ({
    ...state,
    referrals: added(state.referrals, referralId, { organisationId, acceptedOn: null, completedOn: null }),
  }),
  ProviderAccepted: (state, { occurredOn, data: { referralId } }) => ({
    ...state,
    referrals: changed(state.referrals, referralId, (referral) => ({
      ...referral,
      acceptedOn: referral.acceptedOn ?? occurredOn,
    })),
  }),
  ProviderCompleted: (state, { occurredOn, data: { referralId } }) => ({
    ...state,
    referrals: changed(state.referrals, referralId, (referral) => ({
      ...referral,
      completedOn: referral.completedOn ?? occurredOn,
    })),
  }),
};
