import type { TrajectoryCommand } from '../../trajectory/commands.js';

/**
 * What a trajectory still takes once its candidate was erased: what ends something that others wait for, hold or see, and that a day
 * came. Nothing of it says anything new of the person. Source: R-593, docs/rules.md.
 */
export const ENDS_AFTER_ERASURE: ReadonlySet<string> = new Set<TrajectoryCommand['type']>([
  'CloseTrajectory',
  'EndPlacement',
  'EndInstrument',
  'LetMatchFall',
  'RemoveParty',
  'RefuseHandover',
  'WithdrawPresentation',
  'WithdrawDocument',
  'DropRetraining',
  'RecordFallDue',
]);
