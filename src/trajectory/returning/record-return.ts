import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { EventId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import { returnKey } from '../supported.js';
import { judgeTold, type ToldTooEarly } from '../told.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type CandidateReturned = TrajectoryEventOf<'CandidateReturned'>;

/** Records that people were told that the candidate of this trajectory came back. */
export type RecordReturn = Command<'RecordReturn', CandidateReturned['data']>;

export type CannotRecordReturn =
  | NotInPhase
  | ToldTooEarly
  | { code: 'not-closed' }
  | { code: 'returned-before-closing'; returnedOn: Day; closedOn: Day }
  | { code: 'already-told'; benefitEventId: EventId; returnedOn: Day };

/** A fact that no candidate has. */
const SOME_FACT = '00000000-0000-5000-8000-000000000000' as EventId;
const SOME_POLICY = { id: 'some-policy' as CandidateReturned['data']['policy']['id'], version: 1 };

/** Proposes exactly one `CandidateReturned`. */
export function recordReturn(command: Dated<RecordReturn>): [CandidateReturned] {
  return [fact('CandidateReturned', command, command.data)];
}

/** What `next-steps` may try: a return on the day of the closing. */
export function offerReturns({ closed }: Trajectory): Offers<RecordReturn, CannotRecordReturn> {
  const back = { benefitEventId: SOME_FACT, daysSinceExit: 0, policy: SOME_POLICY };
  return { subjects: closed ? [{ ...back, returnedOn: closed.on }] : [], none: 'not-closed' };
}

/**
 * Who comes back does so after the closing, or on its day; each return is told once, until it is withdrawn, on its day at the earliest.
 * Judged once: it says what people were told then.
 *
 * Errors: `not-closed`; `returned-before-closing`; `already-told`; those of `judgeTold` and of the phase.
 * Source: R-290, docs/rules.md: "Voorkomen van draaideur", Praktijktafel Twente.
 */
export function judgeReturn(event: CandidateReturned, state: Trajectory, rules: TrajectoryRules): CannotRecordReturn | undefined {
  const { benefitEventId, returnedOn } = event.data;
  const refusal = judgeInPhase(event, state, rules) ?? judgeTold(event, returnedOn, state);
  if (refusal) return refusal;

  const { closed, returns } = state;
  if (!closed) return { code: 'not-closed' };
  if (returnedOn < closed.on) return { code: 'returned-before-closing', returnedOn, closedOn: closed.on };
  if (returns.get(returnKey(event.data))?.told) return { code: 'already-told', benefitEventId, returnedOn };
}
