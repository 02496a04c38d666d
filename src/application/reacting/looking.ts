import type { CandidateId, ProgrammeId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Look, MutualInterest, Round } from '../../reactions/look.js';
import type { Position } from '../ports/event-store.js';
import type { LookRows, Seen } from '../ports/look-rows.js';

/** How long an answer is waited for that holds at the log's end, and how often is looked; milliseconds of real time. */
const [PATIENCE, LOOK_EVERY] = [5_000, 5];

/** What the answer would be is in doubt, until these streams of the projection are repaired. */
export class InDoubt extends Error {
  override readonly name = 'InDoubt';

  constructor(
    readonly projection: string,
    readonly streams: readonly StreamId[],
  ) {
    super(`${projection} has parked ${streams.join(', ')}`);
  }
}

/** There was no answer now; asked again there may be. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Around = Readonly<{ rows: LookRows; tenant: TenantId; end: Position | null }>;

/**
 * Answers what a reaction asks while it reacts to one event: only from rows that have passed the log's end as it was then.
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
