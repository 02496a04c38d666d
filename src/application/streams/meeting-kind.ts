import { stateOf, type History } from '../../kernel/history.js';
import { streamIdOf, type CandidateId, type SeriesId } from '../../kernel/ids.js';
import { meetingDecider } from '../../meeting/decider.js';
import type { InSeries, LooksAtSeries, SeriesStandsStill } from '../../meeting/standstill.js';
import { seriesDecider } from '../../series/decider.js';
import { standstillOn } from '../../series/series.js';
import { seriesVocabulary, type SeriesEvent } from '../../series/series.events.js';
import { refuse } from '../refusals.js';
import { referencesIn } from '../commands/references.js';
import { erasedSubject } from './erased.js';
import { plainKind } from './plain-kind.js';
import { historyIn } from './shelves.js';
import { anyDecider, type Around, type StreamKind } from './stream-kind.js';

/** A meeting is decided with the series that it names at hand, as the log has it by then; of who was erased it takes nothing. Source: R-340, docs/rules.md. */
export const meetingKind: StreamKind = {
  ...plainKind('meeting', anyDecider(meetingDecider(() => undefined))),
  prepare: async (history, data, around) => {
    const named = seriesNamedIn([history.map((event) => event.data), data]);
    const histories = new Map(await Promise.all(named.map(async (id) => [id, await seriesHistory(id, around)] as const)));
    return { decider: anyDecider(meetingDecider(lookingAt(histories))), planFollowUps: () => [] };
  },
  hindrance: async ({ facts }, around) => {
    for (const candidateId of candidatesNamedIn(facts.map(({ data }) => data))) {
      const refused = await erasedSubject(candidateId, around);
      if (refused) return refuse(refused);
    }
  },
};

const candidatesNamedIn = (data: unknown): readonly CandidateId[] => [
  ...new Set(referencesIn(data).flatMap(({ streamId, id }) => (streamId.startsWith('candidate-') ? [id as CandidateId] : []))),
];

const seriesNamedIn = (data: unknown): readonly SeriesId[] => [
  ...new Set(referencesIn(data).flatMap(({ streamId, id }) => (streamId.startsWith('series-') ? [id as SeriesId] : []))),
];

const seriesHistory = (seriesId: SeriesId, around: Around): Promise<History<SeriesEvent>> =>
  historyIn<SeriesEvent>(seriesVocabulary, streamIdOf('series', seriesId), around);

/** The series as it was on the day on which the meeting was scheduled: what was suspended later is no reproach to it. */
const lookingAt =
  (histories: ReadonlyMap<SeriesId, History<SeriesEvent>>): LooksAtSeries =>
  ({ seriesId, scheduledOn, heldOn }: InSeries): SeriesStandsStill | undefined => {
    const then = stateOf(seriesDecider, histories.get(seriesId) ?? [], { validOn: scheduledOn });
    const standstill = standstillOn(then, heldOn);
    if (!standstill) return undefined;
    return standstill.why === 'suspended'
      ? { code: 'series-suspended', seriesId, heldOn, suspendedFrom: standstill.from }
      : { code: 'series-over', seriesId, heldOn, lastOn: standstill.lastOn };
  };
