import type { AnyEvent, EventName } from '../vocabularies.js';
import type { Line, LinesFor, NamesOfCodes } from './line.js';
import { candidateLines } from './lines/candidate.lines.js';
import { employerLines } from './lines/employer.lines.js';
import { ofWhich, type PlannedFollowUp } from './lines/trajectory/ledger.lines.js';
import { meetingLines } from './lines/meeting.lines.js';
import { unnamed } from './names-of-codes.js';
import { programmeLines } from './lines/programme.lines.js';
import { rulesetLines } from './lines/ruleset.lines.js';
import { seriesLines } from './lines/series.lines.js';
import { trajectoryLines } from './lines/trajectory/trajectory.lines.js';
import { workplaceLines } from './lines/workplace.lines.js';
import { organisationLines } from './lines/organisation.lines.js';

/** How every event of every stream is told; a new event, or a new code in one, does not compile until it has words. */
const lines: LinesFor<AnyEvent> = {
  ...candidateLines,
  ...trajectoryLines,
  ...employerLines,
  ...workplaceLines,
  ...seriesLines,
  ...meetingLines,
  ...organisationLines,
  ...programmeLines,
  ...rulesetLines,
};

/** What a line needs besides its event: how the programme calls its codes, and what a later event of a follow-up is about. */
export type Telling = Readonly<{ names?: NamesOfCodes; planned?: PlannedFollowUp | undefined }>;

/**
 * One sentence about an event, in each language, composed from its codes, days and numbers and from public texts; never from words about a person.
 *
 * Shape: a line about a follow-up that was planned before says which one it is where `planned` tells; begins with a capital, ends without a full stop; says nothing of the day on which it occurred, which stands beside it.
 */
export function told(
  { type, data }: Readonly<{ type: EventName; data: unknown }>,
  { names = unnamed, planned }: Telling = {},
): Line {
  const line = (lines[type] as (data: unknown, names: NamesOfCodes) => Line)(data, names);
  return planned ? ofWhich(line, planned, names) : line;
}
