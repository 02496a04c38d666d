import { addDays, LAST_DAY } from '../../src/kernel/days.js';
import { correct } from '../../src/kernel/correct.js';
import { courseOf } from '../../src/kernel/course.js';
import { decideOn } from '../../src/kernel/decide.js';
import { facts } from '../../src/kernel/history.js';
import type { TrajectoryCommand, TrajectoryRefusal } from '../../src/trajectory/commands.js';
import {
  aftercareContactAssigned,
  documentAttached,
  documentWithdrawn,
  riskAnswered,
  riskFlagged,
  supportGiven,
  supportRequested,
} from '../examples/supported.examples.js';
import {
  agreementId,
  day,
  offered,
  placementStarted,
  planAgreed,
  planned,
  started,
  talked,
} from '../examples/trajectory.examples.js';
import { contractSigned, loonwaardeMeasured, objectionDecided, objectionFiled } from '../examples/at-work.examples.js';
import {
  handoverAccepted,
  handoverOffered,
  intakeHeld,
  intakeScheduled,
  literacyAgreed,
  literacyCompleted,
  partyJoined,
  partyLeft,
  presentationPublished,
  presentationWithdrawn,
  providerAccepted,
  providerCompleted,
  providerReferred,
  retrainingCompleted,
  retrainingStarted,
} from '../examples/around.examples.js';
import { followedWalk } from '../follow-ups/followed-walk.js';
import { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { SEED } from '../harness/seed.js';
import { seedsUntil, walkMany } from '../harness/walk-properties.js';
import { nthFollowUp } from './trajectory.walk.js';

const { decider } = followedWalk;
const COMMANDS = Object.keys(decider.offers) as TrajectoryCommand['type'][];
const OFTEN = 10;
const REFUSED_OFTEN = 20;
const BLIND_THROWS = 480;
const LATE_THROWS = 48;

/** What is refused for the most reasons is asked for more often, however many commands there are; of nothing yet, only what begins it. */
const DEEP = [
  'StartPlacement',
  'StartPlacement',
  'AgreePlan',
  'ExtendPlacement',
  'RecordFallDue',
  'RecordFallDue',
  'StartTrajectory',
  'AnswerOffer',
  'SignContract',
  'RecordMatch',
  'DeclineSupport',
] as const;
const DEEP_SHARE = 40;
const BEGINNINGS = ['OfferTrajectory', 'StartTrajectory'] as const;
/** What is refused for reasons of its own as long as an offer stands, which is never long. */
const AROUND_OFFER = [...BEGINNINGS, 'AnswerOffer'] as const;

/** What ends a follow-up. */
const ENDS: ReadonlySet<string> = new Set(['FollowUpDone', 'FollowUpCancelled']);

/** Every code with which a trajectory refuses; one that is missing or too much does not compile. */
const REFUSALS = Object.keys({
  'agreement-due-before': true,
  'agreement-missing': true,
  'agreement-replaced': true,
  'agreement-settled': true,
  'already-aftercare-contact': true,
  'already-caseworker': true,
  'already-closed': true,
  'already-ended': true,
  'already-fell-due': true,
  'already-found': true,
  'already-granted': true,
  'already-in-cohort': true,
  'already-offered': true,
  'already-owner': true,
  'already-party': true,
  'already-placed': true,
  'already-proposed': true,
  'already-signed': true,
  'already-started': true,
  'already-told': true,
  'ask-again-missing': true,
  'ask-again-not-later': true,
  'before-start': true,
  'beyond-scale': true,
  'closed-not-migrated': true,
  'decision-outside': true,
  'dismissal-announced': true,
  'dismissal-unchanged': true,
  'document-withdrawn': true,
  'enrolled-after-start': true,
  'follow-up-before': true,
  'follow-up-cancelled': true,
  'follow-up-done': true,
  'follow-up-moved': true,
  'follow-ups-before': true,
  'goal-already-set': true,
  'goal-not-allowed': true,
  'goal-unchanged': true,
  'handover-answered': true,
  'handover-open': true,
  'instrument-ended': true,
  'intake-before-scheduling': true,
  'intake-not-yet': true,
  'intake-over': true,
  'kind-unchanged': true,
  'literacy-action-completed': true,
  'match-fell': true,
  'match-made': true,
  'match-not-made': true,
  'match-without-workplace': true,
  'milestone-not-known': true,
  'names-unmapped': true,
  'no-agreed-end': true,
  'no-agreement-left': true,
  'no-dismissal-announced': true,
  'no-goal-set': true,
  'no-intake-held': true,
  'no-objection': true,
  'no-open-offer': true,
  'no-participation-step': true,
  'no-rules-in-force': true,
  'no-such-agreement': true,
  'no-such-document': true,
  'no-such-follow-up': true,
  'no-such-handover': true,
  'no-such-instrument': true,
  'no-such-intake': true,
  'no-such-literacy-action': true,
  'no-such-match': true,
  'no-such-measurement': true,
  'no-such-party': true,
  'no-such-placement': true,
  'no-such-plan': true,
  'no-such-presentation': true,
  'no-such-referral': true,
  'no-such-retraining': true,
  'no-such-risk': true,
  'no-such-step': true,
  'no-such-support-request': true,
  'not-both-interested': true,
  'not-closed': true,
  'not-longer': true,
  'not-started': true,
  'not-the-successor': true,
  'not-told': true,
  'not-yet-due': true,
  'not-yet-stagnant': true,
  'objection-decided': true,
  'objection-filed': true,
  'offer-not-accepted': true,
  'other-employer': true,
  'other-goal': true,
  'other-mapping': true,
  'other-trajectory': true,
  'outside-placement': true,
  'participant-missing': true,
  'party-left': true,
  'phase-not-open': true,
  'placement-kind-not-allowed': true,
  'placement-not-named': true,
  'plan-missing': true,
  'plan-replaced': true,
  'presentation-withdrawn': true,
  'previous-without-round': true,
  'reason-missing': true,
  'referral-accepted': true,
  'referral-completed': true,
  'referral-not-accepted': true,
  'result-not-allowed': true,
  'retraining-over': true,
  'returned-before-closing': true,
  'risk-answered': true,
  'round-without-previous': true,
  'signature-missing': true,
  'signed-after-it-came': true,
  'starts-before-found': true,
  'step-out-of-order': true,
  'step-unchanged': true,
  'support-answered': true,
  'talk-missing': true,
  'told-too-early': true,
  'trajectory-closed': true,
  'until-before-from': true,
  'until-before-start': true,
  'version-unchanged': true,
} satisfies Record<TrajectoryRefusal['code'], true>);

/** What a walk that goes for a placement has no steps left for; contracts begin on days on which others are thrown to begin. */
const settled = [
  ...['2020-01-26', '2020-03-06', '2020-04-15', '2020-05-25'].map((from) =>
    contractSigned({ on: '2020-02-03', from: day(from) }),
  ),
  ...[loonwaardeMeasured, objectionFiled, objectionDecided].map((tell) => tell({ on: '2020-02-03' })),
  ...[aftercareContactAssigned, supportRequested, supportGiven, riskFlagged, riskAnswered].map((tell) =>
    tell({ on: '2020-02-03' }),
  ),
  ...[documentAttached, documentWithdrawn].map((tell) => tell({ on: '2020-02-03' })),
];

/** How the candidate is doing was asked by nobody: the first follow-up that was planned fell due and was escalated as often as may be. */
const unanswered = [
  { type: 'FollowUpFellDue', occurredOn: day('2020-02-15'), data: { followUpId: nthFollowUp(0), version: 1, step: 0 } },
  { type: 'FollowUpFellDue', occurredOn: day('2020-02-17'), data: { followUpId: nthFollowUp(0), version: 1, step: 1 } },
] as const;

/** Somebody works under the later version of the programme, until a day that was agreed. */
const working = [
  ...planned({ on: '2020-01-30' }),
  placementStarted({ on: '2020-01-31', until: day('2020-05-15') }),
  ...settled,
  ...unanswered,
].map((event) => (event.type === 'TrajectoryStarted' ? started({ on: event.occurredOn, programmeVersion: 2 }) : event));

/** Two organisations took part, one of which left; the other accepted a handover and is asked for another. What others did is done, and a talk is still to come. */
const accompanied = [
  intakeScheduled({ on: '2020-01-16', intakeOn: day('2020-01-16') }),
  intakeHeld({ on: '2020-01-16' }),
  intakeScheduled({ on: '2020-01-16', intakeId: testId('intake', 'much later'), intakeOn: day('2020-12-01') }),
  presentationPublished({ on: '2020-01-16' }),
  presentationWithdrawn({ on: '2020-01-16' }),
  ...[providerReferred, providerAccepted, providerCompleted].map((tell) => tell({ on: '2020-01-16' })),
  ...[retrainingStarted, retrainingCompleted].map((tell) => tell({ on: '2020-01-16' })),
  partyJoined({ on: '2020-01-16' }),
  partyJoined({ on: '2020-01-16', organisationId: testId('organisation', 'uwv') }),
  partyLeft({ on: '2020-01-16', organisationId: testId('organisation', 'uwv') }),
  handoverOffered({ on: '2020-01-16' }),
  handoverAccepted({ on: '2020-01-16' }),
  handoverOffered({ on: '2020-01-16', handoverId: testId('handover', 'again') }),
  literacyAgreed({ on: '2020-01-16' }),
  literacyCompleted({ on: '2020-01-16' }),
];

/** All three talked, and agreed on less than the programme asks for. */
const talking = [
  ...talked({ on: '2020-01-16' }),
  ...accompanied,
  planAgreed({ on: '2020-01-17', agreements: [{ agreementId, subject: 'travel', owner: 'candidate', dueOn: LAST_DAY }] }),
];

/** How lives have begun by the time that chance leads them on. */
const BEGUN = [
  { lived: [], walks: 6 },
  { lived: [offered({ on: '2020-01-06' })], walks: 2 },
  { lived: talking, walks: 5 },
  { lived: working, walks: 5 },
];

type Thrown = Parameters<NonNullable<typeof followedWalk.holds>>[0];

describe('lives of trajectories led by chance', () => {
  const seen = new Map<string, number>();
  const dice = new Dice(SEED);
  const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1);

  beforeAll(() => {
    const thrownAt = {
      ...followedWalk,
      holds(thrown: Thrown) {
        followedWalk.holds?.(thrown);
        // What a walk leads to is rarely refused; so each history is asked for things without a thought as well.
        throwBlind(thrown);
        throwLate(thrown);
      },
    };
    for (const seed of seedsUntil(() => unmet().length === 0)) {
      // From nothing few walks come far in so many steps; so more begin where somebody talks or works.
      for (const { lived, walks } of BEGUN) {
        for (const [what, times] of walkMany({ ...thrownAt, lived }, { walks, steps: 50, seed }))
          seen.set(what, (seen.get(what) ?? 0) + times);
      }
    }
  }, 600_000);

  /** A step of a follow-up that the ledger knows, mostly an open one and of its first version. */
  function stepIn(history: Thrown['after']) {
    const all = history.flatMap((event) => (event.type === 'FollowUpPlanned' ? [event.data.followUpId] : []));
    const ended = history.flatMap(({ type, data }) => (ENDS.has(type) ? [(data as { followUpId: string }).followUpId] : []));
    const open = all.filter((id) => !ended.includes(id));
    const planned = open.length > 0 && dice.percent(70) ? open : all;
    return planned.length > 0 && { followUpId: dice.pick(planned), version: dice.pick([1, 1, 2]), step: dice.below(3) };
  }

  function askedOf(history: Thrown['after']): readonly TrajectoryCommand['type'][] {
    if (history.length === 0) return BEGINNINGS;
    const isStarted = history.some(({ type }) => type === 'TrajectoryStarted');
    if (!isStarted && dice.percent(50)) return AROUND_OFFER;
    return dice.percent(DEEP_SHARE) ? DEEP : COMMANDS;
  }

  function throwBlind({ before, after, meta }: Thrown): void {
    const history = before.length === 0 ? before : after;
    const known = { facts: facts(decider, history) };
    const course = courseOf(decider, history);
    for (let thrown = 0; thrown < BLIND_THROWS; thrown++) {
      const type = dice.pick(askedOf(history));
      const on = dice.percent(type === 'RecordFallDue' ? 40 : 70) ? meta.today : addDays(meta.today, -dice.below(30));
      const command = {
        type,
        on,
        data: (type === 'RecordFallDue' && stepIn(history)) || followedWalk.payload(type, dice, known),
        meta: { ...meta, override: undefined },
      };
      const outcome = decideOn(decider, course, command as TrajectoryCommand);
      count(outcome.kind === 'refused' ? `refused ${outcome.refusal.code}` : type);
    }
  }

  /** What no command brings about is seen to be refused as a late fact. */
  function throwLate({ after, meta }: Thrown): void {
    const known = { facts: facts(decider, after), meta: { ...meta, override: undefined } };
    for (let thrown = 0; thrown < LATE_THROWS; thrown++) {
      const late = followedWalk.late(addDays(meta.today, -dice.below(5)), dice, known);
      const outcome = correct(decider, after, { corrections: [], late: [late], meta: known.meta });
      if (outcome.kind === 'refused') count(`refused ${outcome.refusal.code}`);
    }
  }

  const rare = (all: readonly string[], often = OFTEN): string[] =>
    all.filter((one) => (seen.get(one) ?? 0) < often).map((one) => `${one} ${seen.get(one) ?? 0}`);

  const [turns, refusals] = [
    ['replace', 'void', 'restore', 'late', 'overridden', 'refused breaks-later'],
    REFUSALS.map((code) => `refused ${code}`),
  ];
  const unmet = (): string[] => [...rare(turns), ...rare(COMMANDS), ...rare(refusals, REFUSED_OFTEN)];

  it('keep every fact unrefused, next steps honest, and the ledger in step with the facts (P7, P8, R-53, R-54, R-55)', () => {
    // The walks themselves hold all this, step by step; here it is seen that they led somewhere.
    expect(rare(turns)).toEqual([]);
  });

  it('accept each command often', () => {
    expect(rare(COMMANDS)).toEqual([]);
  });

  it('refuse for each reason at least twenty times', () => {
    expect(rare(refusals, REFUSED_OFTEN)).toEqual([]);
  });
});
