import {
  type CannotRequestSupport,
  judgeSupportRequest,
  offerSupportRequests,
  requestSupport,
  type RequestSupport,
} from './request-support.js';
import {
  type CannotRecordSupportGiven,
  judgeSupportGiven,
  offerSupport,
  recordSupportGiven,
  type RecordSupportGiven,
} from './record-support-given.js';
import {
  type CannotDeclineSupport,
  judgeDecline,
  offerDeclines,
  declineSupport,
  type DeclineSupport,
} from './decline-support.js';

export type SupportRequestsCommand = RequestSupport | RecordSupportGiven | DeclineSupport;
export type SupportRequestsRefusal = CannotRequestSupport | CannotRecordSupportGiven | CannotDeclineSupport;

/** How it is decided about what the two sides ask for at work. */
export const supportRequestsDecisions = {
  propose: {
    RequestSupport: requestSupport,
    RecordSupportGiven: recordSupportGiven,
    DeclineSupport: declineSupport,
  },
  offers: {
    RequestSupport: offerSupportRequests,
    RecordSupportGiven: offerSupport,
    DeclineSupport: offerDeclines,
  },
  judge: {
    SupportRequested: judgeSupportRequest,
    SupportGiven: judgeSupportGiven,
    SupportDeclined: judgeDecline,
  },
  keeps: {
    SupportRequested: ['supportRequestId'],
  },
} as const;
