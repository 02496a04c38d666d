import { dayFrom, type Period } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { EmployerId, MatchId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { workplaceDecider, type WorkplaceCommand } from '../../src/workplace/decider.js';
import type { WorkplaceEvent } from '../../src/workplace/workplace.events.js';
import { specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

export const match: MatchId = testId('match', 'anna');
export const otherMatch: MatchId = testId('match', 'bram');

const event = eventTeller<WorkplaceEvent>();
const command = commandTeller<WorkplaceCommand>();

const place = {
  employerId: testId<'employer'>('employer', 'bakery') satisfies EmployerId,
  kind: 'job',
  tasks: ['Deeg kneden' as PublicText, 'Inpakken' as PublicText],
  hoursPerWeek: 24,
  area: 'terborg' as Code<'area'>,
  requirements: ['standing-work' as Code<'requirement'>],
  accommodations: [],
  department: null,
} as const;
const adaptation = { adaptation: 'job-carving', by: 'uwv', tasks: ['Inpakken' as PublicText], requirements: [] } as const;
const reservation = { matchId: match, lapsesOn: dayFrom('2019-12-31') };
const release = { matchId: match, reason: 'match-fell-through' } as const;
const withdrawal = { reason: 'vacancy-gone' } as const;

/** What is recorded about the place. */
export const offered = event('WorkplaceOffered', place);
export const adapted = event('FunctionAdapted', adaptation);
export const reserved = event('WorkplaceReserved', reservation);
export const filled = event('WorkplaceFilled', { matchId: match });
export const released = event('WorkplaceReleased', release);
export const withdrawn = event('WorkplaceWithdrawn', withdrawal);

/** What may be asked of it. */
export const offer = command('OfferWorkplace', place);
export const adapt = command('AdaptFunction', adaptation);
export const reserve = command('ReserveWorkplace', reservation);
export const keep = command('ReserveWorkplace', { matchId: match, keptFor: 'P6W' as Period });
export const fill = command('FillWorkplace', { matchId: match });
export const releaseIt = command('ReleaseWorkplace', release);
export const withdraw = command('WithdrawWorkplace', withdrawal);

/** Stories of workplaces. */
export const given = specFor(workplaceDecider);
