import type { Beginning } from '../../candidate/beginnings.js';
import type { CandidateId, ProgrammeId, TenantId, TrajectoryId, WorkplaceId } from '../../kernel/ids.js';
import type { Definition } from '../../programme/programme.events.js';
import type { Look, MutualInterest, Round } from '../../reactions/look.js';
import type { Subject, Trajectory } from '../../trajectory/trajectory.js';
import type { Workplace } from '../../workplace/workplace.js';
import type { Position } from '../ports/event-store.js';
import type { LookRows, Seen } from '../ports/look-rows.js';
import { InDoubt, NoAnswer } from './no-answer.js';
import type { StreamsRead } from './streams-read.js';

/** How long an answer is waited for that holds at the log's end, and how often is looked; milliseconds of real time. */
const [PATIENCE, LOOK_EVERY] = [5_000, 5];

type Around = Readonly<{ rows: LookRows; streams: StreamsRead; tenant: TenantId; end: Position | null }>;

/**
 * Answers what a reaction asks while it reacts to one event: only from rows that have passed the log's end as it was then, and where
 * it knows which stream it means from that stream itself, which is never behind.
 *
 * Errors: throws `InDoubt` and `NoAnswer`.
 */
export class Looking implements Look {
  constructor(private readonly around: Around) {}

  async roundsOf(candidateId: CandidateId): Promise<readonly Round[]> {
    const { rows, tenant } = this.around;
    return this.certain('trajectories', () => rows.roundsOf(tenant, candidateId));
  }

  async mutualInterestsOf(candidateId: CandidateId, programmeId: ProgrammeId): Promise<readonly MutualInterest[]> {
    const { rows, tenant } = this.around;
    const meetings = await this.certain('meeting-interests', () => rows.meetingInterestsOf(tenant, { candidateId, programmeId }));
    return meetings.flatMap(({ meetingId, heldOn, interests }) =>
      interests
        .filter((pair) => pair.candidateId === candidateId && pair.candidate && pair.employer)
        .map(({ employerId }) => ({ meetingId, heldOn, employerId }))
        .sort((one, other) => (one.employerId < other.employerId ? -1 : 1)),
    );
  }

  async trajectoriesFor(workplaceId: WorkplaceId): Promise<readonly TrajectoryId[]> {
    const { rows, tenant } = this.around;
    const found = await this.certain('trajectories', () => rows.trajectoriesFor(tenant, workplaceId));
    return found.map(({ trajectoryId }) => trajectoryId);
  }

  placesNamedIn(trajectoryId: TrajectoryId): Promise<readonly WorkplaceId[]> {
    return this.around.streams.placesNamedIn(trajectoryId);
  }

  workplaceOf(workplaceId: WorkplaceId): Promise<Workplace> {
    return this.around.streams.workplaceOf(workplaceId);
  }

  trajectoryOf(trajectoryId: TrajectoryId): Promise<Trajectory> {
    return this.around.streams.trajectoryOf(trajectoryId);
  }

  beginningsOf(candidateId: CandidateId): Promise<readonly Beginning[]> {
    return this.around.streams.beginningsOf(candidateId);
  }

  definitionOf(subject: Pick<Subject, 'programmeId' | 'programmeVersion'>): Promise<Definition | undefined> {
    return this.around.streams.definitionOf(subject);
  }

  private async certain<Row>(projection: string, ask: () => Promise<Seen<Row>>): Promise<readonly Row[]> {
    const seen = await this.fresh(projection, ask);
    if (seen.doubtful.length > 0) throw new InDoubt(projection, seen.doubtful);
    return seen.rows;
  }

  private async fresh<Row>(projection: string, ask: () => Promise<Seen<Row>>): Promise<Seen<Row>> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      const seen = await ask().catch((error: unknown) => {
        throw new NoAnswer(`${projection} does not answer`, { cause: error });
      });
      if ((seen.position ?? '') >= (this.around.end ?? '')) return seen;
      if (performance.now() > until) throw new NoAnswer(`${projection} has not come to the log's end`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}
