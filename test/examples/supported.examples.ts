import { dayFrom } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { DocumentId, EventId, RiskId, SubjectId, SupportRequestId } from '../../src/kernel/ids.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { testId } from '../harness/ids.js';
import { command, event, placementId, placementStarted, planned, words } from './trajectory.examples.js';

/** What is asked, seen, told and kept in the examples of support at work and how it turned out. */
export const supportRequestId: SupportRequestId = testId('support-request', 'guidance');
export const riskId: RiskId = testId('risk', 'absence');
export const documentId: DocumentId = testId('document', 'contract');
export const benefitEventId: EventId = testId('event', 'benefit');
export const halfAYear = 'half-a-year-at-work' as Code<'milestone'>;
export const lastingWork = 'lasting-work' as Code<'milestone'>;
export const robin = 'worker-8' as SubjectId;

const contact = { placementId, subject: robin };
const session = { kind: 'on-the-job', placementId, organisationId: null } as const;
const asking = { placementId, by: 'employer', channel: 'telephone', topic: 'guidance' } as const;
const giving = { supportRequestId, kind: 'talk' } as const;
const declining = { supportRequestId, reason: 'other-provision', decisionOn: dayFrom('2020-02-12') } as const;
const seen = { placementId, signals: ['low-rating', 'absence'], policyVersion: 1 } as const;
const answering = { riskId, answer: 'talked' } as const;
const milestone = {
  milestone: halfAYear,
  reachedOn: dayFrom('2020-05-04'),
  policyVersion: 1,
  because: [testId<'event'>('event', 'placed')],
};
const noMilestone = { milestone: halfAYear, reason: 'facts-corrected' } as const;
const replaced = { documentId, reason: 'replaced' } as const;
const back = {
  benefitEventId,
  returnedOn: dayFrom('2020-09-01'),
  daysSinceExit: 183,
  policy: { id: 'return-within-a-year' as Code<'return-policy'>, version: 1 },
};
const notBack = { benefitEventId, returnedOn: dayFrom('2020-09-01'), reason: 'facts-corrected' } as const;

export const aftercareContactAssigned = event('AftercareContactAssigned', contact);
export const guidanceSessionHeld = event('GuidanceSessionHeld', session);
export const supportRequested = event('SupportRequested', { supportRequestId, ...asking });
export const supportGiven = event('SupportGiven', giving);
export const supportDeclined = event('SupportDeclined', declining);
export const riskFlagged = event('RiskFlagged', { riskId, ...seen });
export const riskAnswered = event('RiskAnswered', answering);
export const milestoneReached = event('MilestoneReached', milestone);
export const milestoneWithdrawn = event('MilestoneWithdrawn', noMilestone);
export const documentAttached = event('DocumentAttached', { documentId, kind: 'contract' });
export const documentWithdrawn = event('DocumentWithdrawn', replaced);
export const candidateReturned = event('CandidateReturned', back);
export const returnWithdrawn = event('ReturnWithdrawn', notBack);

export const assignAftercareContact = command('AssignAftercareContact', contact);
export const recordGuidanceSession = command('RecordGuidanceSession', session);
export const requestSupport = command('RequestSupport', asking);
export const recordSupportGiven = command('RecordSupportGiven', giving);
export const declineSupport = command('DeclineSupport', declining);
export const flagRisk = command('FlagRisk', seen);
export const answerRisk = command('AnswerRisk', answering);
export const recordMilestone = command('RecordMilestone', milestone);
export const withdrawMilestone = command('WithdrawMilestone', noMilestone);
export const attachDocument = (...about: Parameters<ReturnType<typeof command<'AttachDocument'>>>) => ({
  ...command('AttachDocument', { kind: 'contract' })(...about),
  seal: words,
});
export const withdrawDocument = command('WithdrawDocument', replaced);
export const recordReturn = command('RecordReturn', back);
export const withdrawReturn = command('WithdrawReturn', notBack);

/** At the bakery since 4 November 2019. */
export const atWork: readonly TrajectoryEvent[] = [...planned({ on: '2019-11-01' }), placementStarted({ on: '2019-11-04' })];
