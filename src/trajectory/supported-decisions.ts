import { aftercareDecisions, type AftercareCommand, type AftercareRefusal } from './aftercare/aftercare-decisions.js';
import { documentsDecisions, type DocumentsCommand, type DocumentsRefusal } from './documents/documents-decisions.js';
import { milestonesDecisions, type MilestonesCommand, type MilestonesRefusal } from './milestones/milestones-decisions.js';
import { returningDecisions, type ReturningCommand, type ReturningRefusal } from './returning/returning-decisions.js';
import { risksDecisions, type RisksCommand, type RisksRefusal } from './risks/risks-decisions.js';
import {
  supportRequestsDecisions,
  type SupportRequestsCommand,
  type SupportRequestsRefusal,
} from './support-requests/support-requests-decisions.js';

export type SupportedCommand =
  AftercareCommand | SupportRequestsCommand | RisksCommand | MilestonesCommand | ReturningCommand | DocumentsCommand;
export type SupportedRefusal =
  AftercareRefusal | SupportRequestsRefusal | RisksRefusal | MilestonesRefusal | ReturningRefusal | DocumentsRefusal;

/** How it is decided about support at work, how a trajectory turned out, and its documents. */
export const supportedDecisions = {
  propose: {
    ...aftercareDecisions.propose,
    ...supportRequestsDecisions.propose,
    ...risksDecisions.propose,
    ...milestonesDecisions.propose,
    ...returningDecisions.propose,
    ...documentsDecisions.propose,
  },
  offers: {
    ...aftercareDecisions.offers,
    ...supportRequestsDecisions.offers,
    ...risksDecisions.offers,
    ...milestonesDecisions.offers,
    ...returningDecisions.offers,
    ...documentsDecisions.offers,
  },
  judge: {
    ...aftercareDecisions.judge,
    ...supportRequestsDecisions.judge,
    ...risksDecisions.judge,
    ...milestonesDecisions.judge,
    ...returningDecisions.judge,
    ...documentsDecisions.judge,
  },
  judgedOnce: [...risksDecisions.judgedOnce, ...milestonesDecisions.judgedOnce, ...returningDecisions.judgedOnce],
  keeps: { ...supportRequestsDecisions.keeps, ...risksDecisions.keeps, ...documentsDecisions.keeps },
} as const;
