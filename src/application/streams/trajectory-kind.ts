import { followUpsAfter } from '../../follow-ups/follow-ups-after.js';
import { stateOf, type History } from '../../kernel/history.js';
import { streamIdOf, type CandidateId, type CohortId, type ProgrammeId, type TrajectoryId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { programmeDecider } from '../../programme/decider.js';
import type { Programme } from '../../programme/programme.js';
import { programmeVocabulary, type ProgrammeEvent } from '../../programme/programme.events.js';
import { shelfOf, type Shelf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import type { IncludeInCohort } from '../../trajectory/parties/include-in-cohort.js';
import type { Subject } from '../../trajectory/trajectory.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import { referencesIn } from '../commands/references.js';
import { refuse, type Refused } from '../refusals.js';
import { erasedSubject, refuseGone } from './erased.js';
import { ENDS_AFTER_ERASURE } from './ends-after-erasure.js';
import { handedOver } from './handed-over.js';
import { plainKind } from './plain-kind.js';
import { historyIn, shelfFor } from './shelves.js';
import { anyDecider, type Around, type Prepared, type Standstill, type StreamKind, type Wished } from './stream-kind.js';
import { placeRefused } from './workplaces-named.js';

/** What an offer or a start says of whose trajectory it is. */
type Beginning = Readonly<{
  candidateId: CandidateId;
  programmeId: ProgrammeId;
  round: number;
  previousTrajectoryId: TrajectoryId | null;
}>;

/** What counts a trajectory into a cohort, as a command and as a late fact or a correction: one that its programme froze. */
const COUNTS_IN: ReadonlySet<string> = new Set(['IncludeInCohort', 'IncludedInCohort']);

/** Good for folding, which asks no rule. */
const UNRULED = trajectoryDecider(shelfOf([], []));

/** A trajectory is one candidate's round in one programme, so an offer and a start, or two clicks, give one stream. */
export const trajectoryKind: StreamKind = {
  ...plainKind('trajectory', anyDecider(UNRULED)),

  idFor: ({ completed, around }) => {
    const { candidateId, programmeId, round } = completed as Beginning;
    return around.name(['round', candidateId, programmeId, round]);
  },

  complete: async (data, around) => {
    if (!isBeginning(data)) return { kind: 'completed', data };

    const round = await roundOf(data, around);
    return typeof round === 'number' ? { kind: 'completed', data: { ...data, round } } : round;
  },

  prepare: async (history, data, around) =>
    prepared(await shelfFor(programmesIn([history.map((event) => event.data), data]), around)),

  standstill: standstillOf,

  hindrance: async ({ history, facts }, around) => {
    const begins = history.length === 0 ? facts.map(({ data }) => data).find(isBeginning) : undefined;
    const gone = begins && (await refuseGone(begins.candidateId, around));
    if (gone) return gone;
    if (begins?.round === 1) return handedOver(begins, around);
    if (!onlyEnds(facts)) {
      const stands = await standstillOf(history, around);
      if (stands) return refuse(stands.refused);
    }
    return (await cohortUnknown({ history, facts }, around)) ?? placeRefused(facts, around);
  },

  subjectOf: (history, data) => subjectIn(history)?.candidateId ?? (data as Beginning).candidateId,
};

/** Of whoever was erased nothing is recorded but what ends. Errors: `candidate-erased`. Source: R-593, docs/rules.md. */
async function standstillOf(history: History<DomainEvent>, around: Around): Promise<Standstill | undefined> {
  const subject = subjectIn(history);
  const refused = subject && (await erasedSubject(subject.candidateId, around));
  return refused && { refused, butFor: ENDS_AFTER_ERASURE };
}

/** A correction that takes something away or brings it back wishes no fact, and ends nothing. */
const onlyEnds = (facts: Wished['facts']): boolean => facts.length > 0 && facts.every(({ type }) => ENDS_AFTER_ERASURE.has(type));

function prepared(shelf: Shelf): Prepared {
  const decider = trajectoryDecider(shelf);
  return {
    decider: anyDecider(decider),
    planFollowUps: (history, meta) => followUpsAfter({ decider, shelf }, history as unknown as History<TrajectoryEvent>, meta),
  };
}

/** The first cohort into which it is to be counted that none of its programmes froze. */
async function cohortUnknown({ history, facts }: Omit<Wished, 'ownId'>, around: Around): Promise<Refused | undefined> {
  const wished = facts.filter(({ type }) => COUNTS_IN.has(type)).map(({ data }) => (data as IncludeInCohort['data']).cohortId);
  if (wished.length === 0 || history.length === 0) return undefined;

  const cohorts = await cohortsOf(programmesIn(history.map(({ data }) => data)), around);
  const unknown = wished.find((id) => !cohorts.has(id));
  return unknown && refuse({ code: 'no-such-reference', field: '/cohortId', id: unknown });
}

/** The cohorts of every programme that a trajectory was or is in: who came over is still of the group that was counted then. */
async function cohortsOf(programmeIds: readonly ProgrammeId[], around: Around): Promise<ReadonlySet<CohortId>> {
  const programmes = await Promise.all(programmeIds.map((id) => programmeNow(id, around)));
  return new Set(programmes.flatMap(({ cohorts }) => [...cohorts.keys()]));
}

async function programmeNow(programmeId: ProgrammeId, around: Around): Promise<Programme> {
  const history = await historyIn<ProgrammeEvent>(programmeVocabulary, streamIdOf('programme', programmeId), around);
  return stateOf(
    programmeDecider(() => false),
    history,
  );
}

const isBeginning = (data: unknown): data is Beginning =>
  typeof data === 'object' && data !== null && 'candidateId' in data && 'programmeId' in data;

const subjectIn = (history: History<DomainEvent>): Subject | undefined => history[0]?.data as Subject | undefined;

/** Every programme that is named in what happened and in what is wished: that in which it began, and those to which it came over. */
const programmesIn = (data: unknown): readonly ProgrammeId[] => [
  ...new Set(referencesIn(data).flatMap(({ streamId, id }) => (streamId.startsWith('programme-') ? [id as ProgrammeId] : []))),
];

/** That of the previous trajectory plus one, which must be of the same candidate in the same programme; 1 without. */
async function roundOf({ candidateId, programmeId, previousTrajectoryId }: Beginning, around: Around): Promise<number | Refused> {
  if (!previousTrajectoryId) return 1;

  const stored = await around.store.readStream(around.tenant, streamIdOf('trajectory', previousTrajectoryId));
  const { subject } = stateOf(UNRULED, historyOf(trajectoryVocabulary, stored) as History<TrajectoryEvent>);
  if (!subject) return refuse({ code: 'no-such-reference', field: '/previousTrajectoryId', id: previousTrajectoryId });
  if (subject.candidateId !== candidateId || subject.programmeId !== programmeId)
    return refuse({ code: 'previous-of-another', previousTrajectoryId });
  return subject.round + 1;
}
