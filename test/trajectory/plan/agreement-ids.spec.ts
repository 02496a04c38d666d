import { withAgreementIds } from '../../../src/trajectory/plan/agreement-ids.js';
import { planVocabulary } from '../../../src/trajectory/plan/plan.events.js';
import { planId } from '../../examples/trajectory.examples.js';

const agreement = { subject: 'guidance', owner: 'employer', dueOn: '2020-01-01' };
const stored = { planId, goal: 'paid-work', agreements: [agreement, agreement], signatories: [] };

describe('a plan that was stored before agreements had ids', () => {
  it('is read with ids that follow from the plan and the place, the same in every reading (R-14)', () => {
    const read = planVocabulary.PlanAgreed.data.parse(withAgreementIds(stored));

    expect(new Set([planId, ...read.agreements.map(({ agreementId }) => agreementId)]).size).toBe(3);
    expect(withAgreementIds(stored)).toEqual(read);
  });
});
