import { categoryOf, ownIdOf, type EventId, type ProgrammeId } from '../../kernel/ids.js';
import type { DatedProjection, Shown } from '../projection.js';
import type { EventName } from '../vocabularies.js';
import { candidateFacts } from './candidate-facts.js';
import type { FactRow, Held, Whose } from './fact.js';
import { gathered, type HeardAs } from './gather.js';
import { knownOver } from './known.js';
import { trajectoryFacts } from './trajectory-facts.js';

const HEARD_AS: Partial<HeardAs> = { ...candidateFacts, ...trajectoryFacts };

/** What dashboards count, dated on both clocks: at any instant of knowing and on any day the rows say what `effective` says. */
export const facts: DatedProjection<FactRow> = {
  name: 'facts',
  version: 3,
  hears: Object.keys(HEARD_AS) as EventName[],
  rows: ({ instants, at }) => knownOver(instants, (knownAt) => toldBy(at(knownAt))).map((row, n) => ({ ...row, n })),
};

type Told = Held & Whose & Pick<FactRow, 'tenant' | 'streamId'>;

function toldBy(events: readonly Shown[]): readonly Told[] {
  const [first] = events;
  if (!first) return [];

  const { tenant, streamId } = first;
  const whose = whoseIs(first);
  const moved = programmesAt(events);
  return gathered(HEARD_AS, events).map((held) => {
    const programmeId = moved.get(held.eventId) ?? whose.programmeId;
    return { ...held, ...whose, programmeId, tenant, streamId };
  });
}

/** In which programme something was said, where the trajectory had come over to another by then. */
function programmesAt(events: readonly Shown[]): ReadonlyMap<EventId, ProgrammeId> {
  const found = new Map<EventId, ProgrammeId>();
  let programmeId: ProgrammeId | undefined;
  for (const event of events) {
    if (event.type === 'ProgrammeVersionMigrated') programmeId = event.data.programmeId;
    if (programmeId) found.set(event.eventId, programmeId);
  }
  return found;
}

/** A trajectory says whose it is, and in which programme it begins, from its first event on, and no correction changes that. */
function whoseIs({ streamId, data }: Shown): Whose {
  if (categoryOf(streamId) === 'candidate') return { candidateId: ownIdOf<'candidate'>(streamId), programmeId: null };
  const { candidateId, programmeId } = data as Shown<'TrajectoryStarted'>['data'];
  return { candidateId, programmeId };
}
