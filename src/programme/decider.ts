import type { Decider } from '../kernel/decider.js';
import type { KnowsCalendar } from './check-definition.js';
import { closeProgramme, judgeClosing, offerClosing, type CannotCloseProgramme, type CloseProgramme } from './close-programme.js';
import { freezeCohort, judgeCohort, offerCohorts, type CannotFreezeCohort, type FreezeCohort } from './freeze-cohort.js';
import { evolve, unpublished, type Programme } from './programme.js';
import { programmeVocabulary, type ProgrammeEvent } from './programme.events.js';
import {
  judgeDefinition,
  judgePublication,
  offerPublications,
  publishProgramme,
  type CannotPublishProgramme,
  type PublishProgramme,
} from './publish-programme.js';
import { judgeTarget, offerTargets, setTarget, type CannotSetTarget, type SetTarget } from './set-target.js';

export type ProgrammeCommand = PublishProgramme | SetTarget | FreezeCohort | CloseProgramme;
export type ProgrammeRefusal = CannotPublishProgramme | CannotSetTarget | CannotFreezeCohort | CannotCloseProgramme;
export type ProgrammeDecider = Decider<Programme, ProgrammeEvent, ProgrammeCommand, ProgrammeRefusal, undefined>;

/**
 * How a programme's stream decides, by the calendars that are known.
 * What was published was checked then: a calendar that is gone today makes no old version faulty.
 */
export const programmeDecider = (knowsCalendar: KnowsCalendar): ProgrammeDecider => ({
  initial: unpublished,
  evolve,
  vocabulary: programmeVocabulary,
  propose: {
    PublishProgramme: publishProgramme,
    SetTarget: setTarget,
    FreezeCohort: freezeCohort,
    CloseProgramme: closeProgramme,
  },
  offers: {
    PublishProgramme: offerPublications,
    SetTarget: offerTargets,
    FreezeCohort: offerCohorts,
    CloseProgramme: offerClosing,
  },
  judge: {
    ProgrammePublished: judgePublication(knowsCalendar),
    TargetSet: judgeTarget,
    CohortFrozen: judgeCohort,
    ProgrammeClosed: judgeClosing,
  },
  judgedOnce: new Set(['ProgrammePublished']),
  /** One stream is one programme, and by a faulty definition no trajectory could go on. */
  neverWaived: new Set(['other-programme', 'definition-faulty']),
  insists: { ProgrammePublished: judgeDefinition(knowsCalendar) },
  ledger: new Set(),
  /** Whom a rule means is counted by the engine alone: a cohort that was frozen wrongly is voided, never told anew or entered by hand. */
  keeps: { CohortFrozen: ['cohortId', 'benefit', 'months', 'asOf', 'count', 'digest'] },
  rulesFor: () => undefined,
  rulesOn: () => undefined,
});
