import type { Decider } from '../kernel/decider.js';
import type { KnowsCalendar } from './check-definition.js';
import { evolve, unpublished, type Programme } from './programme.js';
import { programmeVocabulary, type ProgrammeEvent } from './programme.events.js';
import {
  judgePublication,
  offerPublications,
  publishProgramme,
  type CannotPublishProgramme,
  type PublishProgramme,
} from './publish-programme.js';

export type ProgrammeCommand = PublishProgramme;
export type ProgrammeRefusal = CannotPublishProgramme;
export type ProgrammeDecider = Decider<Programme, ProgrammeEvent, ProgrammeCommand, ProgrammeRefusal, undefined>;

/**
 * How a programme's stream decides, by the calendars that are known.
 * What was published was checked then: a calendar that is gone today makes no old version faulty.
 */
export const programmeDecider = (knowsCalendar: KnowsCalendar): ProgrammeDecider => ({
  initial: unpublished,
  evolve,
  vocabulary: programmeVocabulary,
  propose: { PublishProgramme: publishProgramme },
  offers: { PublishProgramme: offerPublications },
  judge: { ProgrammePublished: judgePublication(knowsCalendar) },
  judgedOnce: new Set(['ProgrammePublished']),
  /** One stream is one programme, and by a faulty definition no trajectory could go on. */
  neverWaived: new Set(['other-programme', 'definition-faulty']),
  ledger: new Set(),
  keeps: {},
  rulesFor: () => undefined,
  rulesOn: () => undefined,
});
