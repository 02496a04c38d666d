import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type LiteracyActionAgreed = TrajectoryEventOf<'LiteracyActionAgreed'>;

/** Records that somebody is going to learn to read, write or reckon better, up to a level. */
export type AgreeLiteracyAction = Command<'AgreeLiteracyAction', Omit<LiteracyActionAgreed['data'], 'literacyActionId'>>;

export type CannotAgreeLiteracyAction = NotUnderWay;

const SOME_LEVEL = 'some-level' as Code<'literacy-level'>;

/** Proposes exactly one `LiteracyActionAgreed`. */
export function agreeLiteracyAction(command: Dated<AgreeLiteracyAction>): [LiteracyActionAgreed] {
  return [fact('LiteracyActionAgreed', command, { literacyActionId: command.meta.newId('literacy-action'), ...command.data })];
}

/** What `next-steps` may try: an action to some level. */
export function offerLiteracy(_: Trajectory): Offers<AgreeLiteracyAction, CannotAgreeLiteracyAction> {
  return { subjects: [{ level: SOME_LEVEL, organisationId: null }], none: 'not-started' };
}

/**
 * There may be several actions, after each other or at once.
 *
 * Errors: those of being under way.
 * Source: R-227, docs/rules.md: "Laaggeletterdheid bestrijden", Praktijktafel Twente.
 */
export function judgeLiteracy(
  event: LiteracyActionAgreed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotAgreeLiteracyAction | undefined {
  return judgeUnderWay(event, state, rules);
}
