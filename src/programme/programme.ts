import type { Day } from '../kernel/days.js';
import type { Definition, ProgrammeEvent } from './programme.events.js';

/** What was published of a programme, version by version. */
export type Programme = Readonly<{
  published: readonly Readonly<{ publishedOn: Day; validFrom: Day; definition: Definition }>[];
}>;

export const unpublished: Programme = { published: [] };

/** Folds one event into the programme; never throws. */
export function evolve({ published }: Programme, { occurredOn, data }: ProgrammeEvent): Programme {
  return { published: [...published, { publishedOn: occurredOn, ...data }] };
}
