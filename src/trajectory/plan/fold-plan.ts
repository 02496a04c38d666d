import type { Day } from '../../kernel/days.js';
import type { AgreementId, PlanId } from '../../kernel/ids.js';
import type { Agreement } from '../around.js';
import { changed, type Folds, type Plan, type Trajectory } from '../trajectory.js';
import type { planVocabulary } from './plan.events.js';

type Agreed = Readonly<{ agreementId: AgreementId } & Pick<Agreement, 'subject' | 'owner' | 'dueOn'>>;

/** Every plan and agreement stays known; the last plan agreed on holds, and what it held before it does not. */
export const foldPlan: Folds<keyof typeof planVocabulary> = {
  PlanAgreed: (state, { occurredOn, data: { planId, goal, agreements } }) => ({
    ...state,
    agreements: withNew(
      replaced(state.agreements, occurredOn, () => true),
      planId,
      agreements,
    ),
    plans: withPlan(state.plans, planId, {
      goal,
      agreed: agreements.map(({ subject }) => subject),
      agreedOn: occurredOn,
      replacedOn: null,
    }),
  }),
  PlanEvaluated: (state) => state,
  PlanRevised: (state, { occurredOn, data: { planId, drops, adds } }) => {
    const dropped = replaced(state.agreements, occurredOn, (id, agreement) => agreement.planId === planId && drops.includes(id));
    return withSubjects({ ...state, agreements: withNew(dropped, planId, adds) }, planId);
  },
  AgreementKept: (state, { occurredOn, data: { agreementId } }) => withAgreement(state, agreementId, settled('kept', occurredOn)),
  AgreementBroken: (state, { occurredOn, data: { agreementId } }) =>
    withAgreement(state, agreementId, settled('broken', occurredOn)),
  AgreementReassigned: (state, { data: { agreementId, owner } }) =>
    withAgreement(state, agreementId, (agreement) => ({ ...agreement, owner })),
};

type Agreements = Trajectory['agreements'];
type Plans = Trajectory['plans'];

function withPlan(plans: Plans, planId: PlanId, plan: Plan): Plans {
  const earlier = [...plans].map(([id, other]) => [id, { ...other, replacedOn: other.replacedOn ?? plan.agreedOn }] as const);
  return new Map<PlanId, Plan>(earlier).set(planId, plan);
}

const withAgreement = (state: Trajectory, id: AgreementId, change: (agreement: Agreement) => Agreement): Trajectory => ({
  ...state,
  agreements: changed(state.agreements, id, change),
});

const settled =
  (how: 'kept' | 'broken', on: Day) =>
  (agreement: Agreement): Agreement => ({ ...agreement, settled: agreement.settled ?? { how, on } });

function replaced(agreements: Agreements, on: Day, which: (id: AgreementId, agreement: Agreement) => boolean): Agreements {
  const after = (id: AgreementId, agreement: Agreement): Agreement =>
    which(id, agreement) ? { ...agreement, replacedOn: agreement.replacedOn ?? on } : agreement;
  return new Map([...agreements].map(([id, agreement]) => [id, after(id, agreement)]));
}

function withNew(agreements: Agreements, planId: PlanId, added: readonly Agreed[]): Agreements {
  const fresh = added.filter(({ agreementId }) => !agreements.has(agreementId));
  return new Map([
    ...agreements,
    ...fresh.map(({ agreementId, subject, owner, dueOn }) => {
      const agreement: Agreement = { planId, subject, owner, dueOn, replacedOn: null, settled: null };
      return [agreementId, agreement] as const;
    }),
  ]);
}

/** The plan holds the subjects of the agreements that are in force. */
function withSubjects(state: Trajectory, planId: PlanId): Trajectory {
  const inForce = [...state.agreements.values()].filter((agreement) => agreement.planId === planId && !agreement.replacedOn);
  const agreed = inForce.map(({ subject }) => subject);
  return { ...state, plans: changed(state.plans, planId, (plan): Plan => ({ ...plan, agreed })) };
}
