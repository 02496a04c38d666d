import { addDays, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { CohortId, OrganisationId, SubjectId } from '../../src/kernel/ids.js';
import type { TrajectoryCommand } from '../../src/trajectory/commands.js';
import type { DismissalCommand } from '../../src/trajectory/dismissal/dismissal-decisions.js';
import type { PartiesCommand } from '../../src/trajectory/parties/parties-decisions.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { anyId, type Facts } from './walked-ids.js';

/** The commands around matches and placements: who takes part, and what is known of the candidate's way. */
type AroundCommand = PartiesCommand | DismissalCommand;
type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;
type Payloads = { [T in AroundCommand['type']]: () => CommandOf<T>['data'] };
type Data = TrajectoryCommand['data'];

const BEGINS = '2020-01-06' as Day;
const ORGANISATIONS: readonly OrganisationId[] = ['school', 'uwv'].map((name) => testId('organisation', name));
const COHORTS: readonly CohortId[] = ['2019', '2020'].map((name) => testId('cohort', name));
const CASEWORKERS = ['worker-1', 'worker-2'] as readonly string[] as readonly SubjectId[];
const BASIS = 'public-task' as Code<'legal-basis'>;

const dismissalDay = (dice: Dice): Day => addDays(BEGINS, dice.pick([60, 90]));

/** Payloads without a thought, most of which fit. */
export function aroundPayloads(dice: Dice, facts: Facts): Payloads {
  const organisation = () => anyId<'organisation'>('organisationId', facts, dice);
  const handover = () => anyId<'handover'>('handoverId', facts, dice);
  const dismissal = () => ({ dismissalOn: dismissalDay(dice), source: 'employer', employerId: null }) as const;
  return {
    AssignCaseworker: () => ({ subject: dice.pick(CASEWORKERS), reason: 'workload' }),
    IncludeInCohort: () => ({ cohortId: dice.pick(COHORTS) }),
    AddParty: () => ({ organisationId: dice.pick(ORGANISATIONS), role: 'school', legalBasis: BASIS }),
    RemoveParty: () => ({ organisationId: organisation(), reason: 'task-done' }),
    OfferHandover: () => ({ organisationId: organisation(), reason: 'expertise' }),
    AcceptHandover: () => ({ handoverId: handover() }),
    RefuseHandover: () => ({ handoverId: handover(), reason: 'no-capacity' }),
    AnnounceDismissal: dismissal,
    ReviseDismissal: dismissal,
  };
}

/** The members that tell the subjects of these commands apart; where there are none, one sample stands for all. */
export const AROUND_TELLS: Partial<Record<TrajectoryCommand['type'], readonly string[]>> = {
  RemoveParty: ['organisationId'],
  OfferHandover: ['organisationId'],
  AcceptHandover: ['handoverId'],
  RefuseHandover: ['handoverId'],
};

/** What these samples leave open, thrown; nothing where the data are of another command. */
export function variedAround(data: Data, dice: Dice): Data | undefined {
  if ('subject' in data) return { ...data, subject: dice.pick(CASEWORKERS) };
  if ('cohortId' in data) return { cohortId: dice.pick(COHORTS) };
  if ('legalBasis' in data) return { ...data, organisationId: dice.pick(ORGANISATIONS) };
  if ('dismissalOn' in data) return { ...data, dismissalOn: dismissalDay(dice) };
}
