import { canonicalJson } from '../kernel/canonical-json.js';
import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { faultsOf, type KnowsCalendar } from './check-definition.js';
import { judgeNotClosed, type ProgrammeIsClosed } from './close-programme.js';
import type { Fault } from './faults.js';
import type { Programme } from './programme.js';
import type { Definition, ProgrammePublished } from './programme.events.js';

/** Publishes a version of a programme, in force from a day on. */
export type PublishProgramme = Command<'PublishProgramme', ProgrammePublished['data']>;

export type CannotPublishProgramme =
  | ProgrammeIsClosed
  | { code: 'definition-faulty'; faults: readonly Fault[] }
  | { code: 'other-programme'; slug: Definition['slug'] }
  | { code: 'already-published'; publishedOn: Day; validFrom: Day };

/** Proposes exactly one `ProgrammePublished`. */
export function publishProgramme({ on, data }: PublishProgramme & { on: Day }): [ProgrammePublished] {
  return [{ type: 'ProgrammePublished', occurredOn: on, data }];
}

/** What `next-steps` may try: to publish the last version again, in force from the day after its own. */
export function offerPublications({ published }: Programme): Offers<PublishProgramme, CannotPublishProgramme> {
  const last = published.at(-1);
  return { subjects: last ? [{ validFrom: last.validFrom, definition: last.definition }] : [], none: 'already-published' };
}

/**
 * A stream holds the versions of one programme, each without faults, and none twice for the same day; none once it is closed.
 *
 * Errors: `programme-closed`; `definition-faulty` with the path and the reason of each fault; `other-programme`; `already-published`.
 * Source, docs/rules.md.
 */
export const judgePublication =
  (knowsCalendar: KnowsCalendar) =>
  ({ data }: ProgrammePublished, state: Programme): CannotPublishProgramme | undefined => {
    const refusal = judgeNotClosed(state) ?? judgeDefinition(knowsCalendar)({ data }, state);
    if (refusal) return refusal;

    const same = state.published.find(
      (version) => version.validFrom === data.validFrom && isSame(version.definition, data.definition),
    );
    if (same) return { code: 'already-published', publishedOn: same.publishedOn, validFrom: same.validFrom };
  };

/** Errors: `other-programme`; `definition-faulty`. */
export const judgeDefinition =
  (knowsCalendar: KnowsCalendar) =>
  ({ data }: Pick<ProgrammePublished, 'data'>, { published }: Programme): CannotPublishProgramme | undefined => {
    const slug = published[0]?.definition.slug ?? data.definition.slug;
    if (slug !== data.definition.slug) return { code: 'other-programme', slug };

    const faults = faultsOf(data.definition, knowsCalendar);
    if (faults.length > 0) return { code: 'definition-faulty', faults };
  };

const isSame = (one: Definition, other: Definition): boolean => canonicalJson(one) === canonicalJson(other);
