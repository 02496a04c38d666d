import { programmeDecider } from '../../programme/decider.js';
import type { CloseProgramme } from '../../programme/close-programme.js';
import { definition, type Definition, type ProgrammePublished } from '../../programme/programme.events.js';
import { refuse } from '../refusals.js';
import { cohortOf, type CohortRule } from './cohort.js';
import { copied, isCopyWished, notAsCopied } from './national-programmes.js';
import { plainKind } from './plain-kind.js';
import { calendarsKnown } from './shelves.js';
import { anyDecider, type StreamKind } from './stream-kind.js';

type Publication = Readonly<{ definition: Definition }>;

/** What closes a programme, as a command and as a late fact or a correction: no programme takes its own place. */
const CLOSES: ReadonlySet<string> = new Set(['CloseProgramme', 'ProgrammeClosed']);

/** What publishes a version, likewise: one that says where it was copied from is what stands there. */
const PUBLISHES: ReadonlySet<string> = new Set(['PublishProgramme', 'ProgrammePublished']);

/** A programme is named by its slug, so that publishing again is a next version of the same stream. */
export const programmeKind: StreamKind = {
  ...plainKind('programme', anyDecider(programmeDecider(() => false))),
  idFor: ({ completed, around }) => around.name(['slug', around.tenant, (completed as Publication).definition.slug]),
  complete: async (data, around) => {
    if (isCopyWished(data)) {
      const copy = await copied(data, around);
      return 'kind' in copy ? copy : { kind: 'completed', data: copy };
    }
    const completed = isCohortRule(data) ? { ...data, ...(await cohortOf(data, around)) } : data;
    return { kind: 'completed', data: completed };
  },
  prepare: async (history, data, around) => {
    const known = await calendarsKnown(definitionsIn([history.map((event) => event.data), data]), around);
    return { decider: anyDecider(programmeDecider((calendar) => known.has(calendar))), planFollowUps: () => [] };
  },
  hindrance: async ({ ownId, facts }, around) => {
    const itself = facts.some(({ type, data }) => CLOSES.has(type) && (data as CloseProgramme['data']).successorId === ownId);
    if (itself) return refuse({ code: 'no-such-reference', field: '/successorId', id: ownId });

    for (const { data } of facts.filter(({ type }) => PUBLISHES.has(type))) {
      const refused = await notAsCopied(data as ProgrammePublished['data'], around);
      if (refused) return refused;
    }
  },
};

/** Of what may be wished of a programme, only a cohort names the day as of which it is counted. */
const isCohortRule = (data: unknown): data is CohortRule => typeof data === 'object' && data !== null && 'asOf' in data;

/** Every definition in what was published and in what is wished: a command's, a replacement's, that of a late fact. */
function definitionsIn(data: unknown): readonly Definition[] {
  if (Array.isArray(data)) return data.flatMap(definitionsIn);
  if (typeof data !== 'object' || data === null) return [];

  const fitting = 'definition' in data ? definition.safeParse(data.definition) : undefined;
  return [...(fitting?.success ? [fitting.data] : []), ...Object.values(data).flatMap(definitionsIn)];
}
