import { candidateVocabulary, type CandidateEvent } from '../candidate/candidate.events.js';
import { employerVocabulary, type EmployerEvent } from '../employer/employer.events.js';
import type { Category } from '../kernel/ids.js';
import type { Vocabulary } from '../kernel/vocabulary.js';
import { meetingVocabulary, type MeetingEvent } from '../meeting/meeting.events.js';
import { programmeVocabulary, type ProgrammeEvent } from '../programme/programme.events.js';
import { rulesetVocabulary, type RulesetEvent } from '../ruleset/ruleset.events.js';
import { seriesVocabulary, type SeriesEvent } from '../series/series.events.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../trajectory/trajectory.events.js';
import { workplaceVocabulary, type WorkplaceEvent } from '../workplace/workplace.events.js';
import { organisationVocabulary, type OrganisationEvent } from '../organisation/organisation.events.js';

/** Every event of every kind of stream, corrections apart, in the shape of today. */
export type AnyEvent =
  | CandidateEvent
  | TrajectoryEvent
  | EmployerEvent
  | WorkplaceEvent
  | SeriesEvent
  | MeetingEvent
  | OrganisationEvent
  | ProgrammeEvent
  | RulesetEvent;

/** The name of an event; no two kinds of stream share one. */
export type EventName = AnyEvent['type'];

/** The event that has this name. */
export type EventNamed<T extends EventName> = Extract<AnyEvent, { type: T }>;

/** What each kind of stream may hold; with this an event is read, whatever its age. */
export const vocabularies = {
  candidate: candidateVocabulary,
  trajectory: trajectoryVocabulary,
  employer: employerVocabulary,
  workplace: workplaceVocabulary,
  series: seriesVocabulary,
  meeting: meetingVocabulary,
  organisation: organisationVocabulary,
  programme: programmeVocabulary,
  ruleset: rulesetVocabulary,
} as const satisfies Record<Category, Vocabulary>;
