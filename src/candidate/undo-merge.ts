import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { MergeUndone } from './candidate.events.js';

/** Says that the two were not the same person after all; from then on both go on as themselves. */
export type UndoMerge = Command<'UndoMerge', MergeUndone['data']>;

export type CannotUndoMerge = { code: 'not-merged' };

/** Proposes exactly one `MergeUndone`. */
export function undoMerge({ on, data }: UndoMerge & { on: Day }): [MergeUndone] {
  return [{ type: 'MergeUndone', occurredOn: on, data }];
}

/** What `next-steps` may try: to undo the merge that there is. */
export function offerUndoing({ merged }: Candidate): Offers<UndoMerge, CannotUndoMerge> {
  return { subjects: merged ? [{}] : [], none: 'not-merged' };
}

/** Only who was merged is told apart again. Errors: `not-merged`. Source: R-319, docs/rules.md. */
export function judgeUndoing(_: MergeUndone, { merged }: Candidate): CannotUndoMerge | undefined {
  return merged ? undefined : { code: 'not-merged' };
}
