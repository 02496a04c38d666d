import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { PARTICIPATION_STEPS } from './progress.events.js';

type ParticipationStepChanged = TrajectoryEventOf<'ParticipationStepChanged'>;

/** Records that somebody went up or down the ladder of participation, and why. */
export type ChangeParticipationStep = Command<'ChangeParticipationStep', ParticipationStepChanged['data']>;

export type CannotChangeParticipationStep =
  NotInPhase | { code: 'step-unchanged'; step: ParticipationStepChanged['data']['step'] };

/** Proposes exactly one `ParticipationStepChanged`. */
export function changeParticipationStep(command: Dated<ChangeParticipationStep>): [ParticipationStepChanged] {
  return [fact('ParticipationStepChanged', command, command.data)];
}

/** What `next-steps` may try: each step. */
export function offerSteps(_: Trajectory): Offers<ChangeParticipationStep, CannotChangeParticipationStep> {
  return { subjects: PARTICIPATION_STEPS.map((step) => ({ step, reason: 'other' })), none: 'not-started' };
}

/**
 * A step changes into another one, upwards or downwards, also after the closing: support goes on.
 *
 * Errors: `step-unchanged`; those of the phase.
 * Source: R-225, docs/rules.md: "vrijwilligerswerk … niet het hoogst haalbare", Werkwinkel.
 */
export function judgeStep(
  event: ParticipationStepChanged,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotChangeParticipationStep | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { step } = event.data;
  if (state.participation?.step === step) return { code: 'step-unchanged', step };
}
