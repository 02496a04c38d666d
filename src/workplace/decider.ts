import type { Decider } from '../kernel/decider.js';
import {
  adaptFunction,
  judgeAdaptation,
  offerAdaptations,
  type AdaptFunction,
  type CannotAdaptFunction,
} from './adapt-function.js';
import { fillWorkplace, judgeFilling, offerFillings, type CannotFillWorkplace, type FillWorkplace } from './fill-workplace.js';
import { judgeOffer, offerOffers, offerWorkplace, type CannotOfferWorkplace, type OfferWorkplace } from './offer-workplace.js';
import {
  judgeRelease,
  offerReleases,
  releaseWorkplace,
  type CannotReleaseWorkplace,
  type ReleaseWorkplace,
} from './release-workplace.js';
import {
  judgeFree,
  judgeReservation,
  offerReservations,
  reserveWorkplace,
  type CannotReserveWorkplace,
  type ReserveWorkplace,
} from './reserve-workplace.js';
import {
  judgeWithdrawal,
  offerWithdrawals,
  withdrawWorkplace,
  type CannotWithdrawWorkplace,
  type WithdrawWorkplace,
} from './withdraw-workplace.js';
import { evolve, noWorkplace, type Workplace } from './workplace.js';
import { workplaceVocabulary, type WorkplaceEvent } from './workplace.events.js';

export type WorkplaceCommand =
  OfferWorkplace | AdaptFunction | ReserveWorkplace | FillWorkplace | ReleaseWorkplace | WithdrawWorkplace;

export type WorkplaceRefusal =
  | CannotOfferWorkplace
  | CannotAdaptFunction
  | CannotReserveWorkplace
  | CannotFillWorkplace
  | CannotReleaseWorkplace
  | CannotWithdrawWorkplace;

/** How a workplace's stream decides; no ruleset bears on it. Nobody can waive that a place holds one person. */
export const workplaceDecider: Decider<Workplace, WorkplaceEvent, WorkplaceCommand, WorkplaceRefusal, undefined> = {
  initial: noWorkplace,
  evolve,
  vocabulary: workplaceVocabulary,
  propose: {
    OfferWorkplace: offerWorkplace,
    AdaptFunction: adaptFunction,
    ReserveWorkplace: reserveWorkplace,
    FillWorkplace: fillWorkplace,
    ReleaseWorkplace: releaseWorkplace,
    WithdrawWorkplace: withdrawWorkplace,
  },
  offers: {
    OfferWorkplace: offerOffers,
    AdaptFunction: offerAdaptations,
    ReserveWorkplace: offerReservations,
    FillWorkplace: offerFillings,
    ReleaseWorkplace: offerReleases,
    WithdrawWorkplace: offerWithdrawals,
  },
  judge: {
    WorkplaceOffered: judgeOffer,
    FunctionAdapted: judgeAdaptation,
    WorkplaceReserved: judgeReservation,
    WorkplaceFilled: judgeFilling,
    WorkplaceReleased: judgeRelease,
    WorkplaceWithdrawn: judgeWithdrawal,
  },
  judgedOnce: new Set(),
  neverWaived: new Set(['place-taken']),
  insists: {
    WorkplaceReserved: ({ data }, workplace) => judgeFree(data.matchId, workplace),
    WorkplaceWithdrawn: (_, workplace) => judgeFree(null, workplace),
  },
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: { WorkplaceOffered: ['employerId'] },
};
