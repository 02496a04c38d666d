import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { InstrumentId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type InstrumentEnded = TrajectoryEventOf<'InstrumentEnded'>;

/** Records the last day of an instrument. */
export type EndInstrument = Command<'EndInstrument', InstrumentEnded['data']>;

export type CannotEndInstrument =
  | NotInPhase
  | { code: 'no-such-instrument'; instrumentId: InstrumentId }
  | { code: 'instrument-ended'; instrumentId: InstrumentId; endedOn: Day };

/** Proposes exactly one `InstrumentEnded`. */
export function endInstrument(command: Dated<EndInstrument>): [InstrumentEnded] {
  return [fact('InstrumentEnded', command, command.data)];
}

/** What `next-steps` may try: the end of each instrument. */
export function offerInstrumentEndings({ instruments }: Trajectory): Offers<EndInstrument, CannotEndInstrument> {
  const subjects = [...instruments.keys()].map((instrumentId) => ({ instrumentId, reason: 'other' as const }));
  return { subjects, none: 'no-such-instrument' };
}

/**
 * An instrument that was granted ends once.
 *
 * Errors: `no-such-instrument`, also on the days before it was granted; `instrument-ended`; those of the phase.
 * Source: R-325, docs/rules.md.
 */
export function judgeInstrumentEnding(
  event: InstrumentEnded,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotEndInstrument | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { instrumentId } = event.data;
  const instrument = state.instruments.get(instrumentId);
  if (!instrument) return { code: 'no-such-instrument', instrumentId };
  if (instrument.endedOn !== null) return { code: 'instrument-ended', instrumentId, endedOn: instrument.endedOn };
}
