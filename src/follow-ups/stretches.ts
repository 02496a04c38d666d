import type { Day } from '../kernel/days.js';
import type { Effective } from '../kernel/history.js';
import type { EventId, ProgrammeId } from '../kernel/ids.js';
import type { PublishedProgramme } from '../programme/shelf.js';
import type { Fact } from '../trajectory/trajectory.events.js';

/**
 * A part of a life under one version of its programme: the facts from the `begins`-th on, until the next stretch does.
 * `broughtBy`: the migration that it begins with, and the day before which no follow-up that comes of it is due; null: the first.
 */
export type Stretch = Readonly<{
  programme: PublishedProgramme;
  begins: number;
  broughtBy: Readonly<{ eventId: EventId; from: Day }> | null;
}>;

/** The version of that number. Errors: throws where there is none. */
export type VersionOf = (version: Readonly<{ programmeId: ProgrammeId; programmeVersion: number }>) => PublishedProgramme;

/**
 * The stretches of a life, in the order of its facts. Under a version is the whole stretch in which an offer or a start names it, the
 * last of them; a migration begins the next.
 */
export function stretchesOf(facts: readonly Effective<Fact>[], versionOf: VersionOf): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, event] of facts.entries()) {
    if (event.type === 'ProgrammeVersionMigrated') {
      const broughtBy = { eventId: event.eventId, from: event.data.followUpsFrom };
      stretches.push({ programme: versionOf(event.data), begins: stretches.length === 0 ? 0 : at, broughtBy });
    } else if (event.type === 'TrajectoryOffered' || event.type === 'TrajectoryStarted') {
      const { begins, broughtBy } = stretches.pop() ?? { begins: 0, broughtBy: null };
      stretches.push({ programme: versionOf(event.data), begins, broughtBy });
    }
  }
  return stretches;
}
