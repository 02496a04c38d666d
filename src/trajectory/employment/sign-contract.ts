import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, type OutsidePlacement } from '../within-placement.js';

type ContractSigned = TrajectoryEventOf<'ContractSigned'>;

/** Records a contract of employment of a placement: the first one, or one that follows on it. */
export type SignContract = Command<'SignContract', ContractSigned['data']>;

export type CannotSignContract =
  | NotInPhase
  | OutsidePlacement
  | { code: 'signed-after-it-came'; signedOn: Day; cameOn: Day }
  | { code: 'until-before-from'; from: Day; until: Day }
  | { code: 'already-signed'; placementId: PlacementId; from: Day };

/** Proposes exactly one `ContractSigned`, on the day on which the contract was handed in. */
export function signContract(command: Dated<SignContract>): [ContractSigned] {
  return [fact('ContractSigned', command, command.data)];
}

/** What `next-steps` may try: a contract per placement, signed when that began. */
export function offerContracts({ placements }: Trajectory): Offers<SignContract, CannotSignContract> {
  const sample = { contract: 'fixed-term', hoursPerWeek: 24, from: LAST_DAY, until: null } as const;
  const subjects = [...placements].map(([placementId, { startedOn }]) => ({ placementId, ...sample, signedOn: startedOn }));
  return { subjects, none: 'no-such-placement' };
}

/**
 * A contract comes in while its placement runs, after it was signed, and once: contracts of a placement begin on different days.
 *
 * Errors: `signed-after-it-came`; `until-before-from`; `already-signed`; those of `judgeWithin` and of the phase.
 * Source: R-320, docs/rules.md: "de eerste concrete arbeidsovereenkomst getekend", Werkoffensief +500.
 */
export function judgeContract(event: ContractSigned, state: Trajectory, rules: TrajectoryRules): CannotSignContract | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
  if (refusal) return refusal;

  const { placementId, signedOn, from, until } = event.data;
  if (signedOn > event.occurredOn) return { code: 'signed-after-it-came', signedOn, cameOn: event.occurredOn };
  if (until !== null && until < from) return { code: 'until-before-from', from, until };
  if (state.placements.get(placementId)?.contractsFrom.includes(from)) return { code: 'already-signed', placementId, from };
}
