import {
  type CannotPublishPresentation,
  judgePublication,
  offerPublications,
  publishPresentation,
  type PublishPresentation,
} from './publish-presentation.js';
import {
  type CannotRecordPresentationView,
  judgeView,
  offerViews,
  recordPresentationView,
  type RecordPresentationView,
} from './record-presentation-view.js';
import {
  type CannotWithdrawPresentation,
  judgeWithdrawal,
  offerWithdrawals,
  withdrawPresentation,
  type WithdrawPresentation,
} from './withdraw-presentation.js';

export type PresentationCommand = PublishPresentation | WithdrawPresentation | RecordPresentationView;
export type PresentationRefusal = CannotPublishPresentation | CannotWithdrawPresentation | CannotRecordPresentationView;

/** How it is decided how a candidate is presented. */
export const presentationDecisions = {
  propose: {
    PublishPresentation: publishPresentation,
    WithdrawPresentation: withdrawPresentation,
    RecordPresentationView: recordPresentationView,
  },
  offers: {
    PublishPresentation: offerPublications,
    WithdrawPresentation: offerWithdrawals,
    RecordPresentationView: offerViews,
  },
  judge: {
    PresentationPublished: judgePublication,
    PresentationWithdrawn: judgeWithdrawal,
    PresentationViewed: judgeView,
  },
  keeps: {
    PresentationPublished: ['presentationId'],
  },
} as const;
