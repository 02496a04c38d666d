import type { DataSource, EntityManager } from 'typeorm';
import type { Position } from '../../application/ports/event-store.js';
import type { LookRows, Seen } from '../../application/ports/look-rows.js';
import type { CandidateId, ProgrammeId, StreamId, TenantId, WorkplaceId } from '../../kernel/ids.js';
import { meetingInterests, type MeetingInterestsRow } from '../../read-models/meeting-interests/meeting-interests.projection.js';
import { trajectories, type TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import { liveBuildOf, type Versioned } from './builds.js';
import { rowsIn } from './read-models.js';
import { TrajectoryEntity } from './trajectory.entity.js';

/** The streams of one tenant that are parked in what is seen of a projection. */
const PARKED = `select p.stream_id as "streamId" from read.parked_stream p
  join read.projection live on live.name = p.projection and live.build = p.build and live.live where p.projection = $1 and p.tenant = $2`;

const MEETING = `tenant, stream_id as "streamId", meeting_id as "meetingId", programme_id as "programmeId", held_on as "heldOn",
  interests`;

/** Answers from one snapshot, as the writer sees it: rows, how far they have come, and which streams cast doubt on them. */
export class TypeormLookRows implements LookRows {
  constructor(private readonly source: DataSource) {}

  /** Whose a trajectory is never changes: one that is parked with a row is in doubt for its own candidate only. */
  roundsOf(tenant: TenantId, candidateId: CandidateId): Promise<Seen<TrajectoryRow>> {
    return this.seen<TrajectoryRow>(trajectories, async (manager) => {
      const rows = await manager
        .createQueryBuilder(TrajectoryEntity, 't')
        .where(`t.build = ${liveBuildOf('trajectories')} and t.tenant = :tenant and t.candidateId = :candidateId`, {
          tenant,
          candidateId,
        })
        .orderBy({ 't.programmeId': 'ASC', 't.round': 'ASC', 't.streamId': 'ASC' })
        .getMany();
      const parked = await manager.query<{ streamId: StreamId }[]>(
        `${PARKED} and not exists (select from read.trajectory t where t.build = p.build and t.tenant = p.tenant and t.stream_id = p.stream_id
           and t.candidate_id <> $3) order by p.stream_id`,
        ['trajectories', tenant, candidateId],
      );
      return { rows: rowsIn<TrajectoryRow>(rows), parked };
    });
  }

  /** For which place a match is may change: a trajectory that is parked leaves every place in doubt. */
  trajectoriesFor(tenant: TenantId, workplaceId: WorkplaceId): Promise<Seen<Pick<TrajectoryRow, 'trajectoryId'>>> {
    return this.seen<Pick<TrajectoryRow, 'trajectoryId'>>(trajectories, async (manager) => ({
      rows: await manager.query(
        `select trajectory_id as "trajectoryId" from read.trajectory
         where build = ${liveBuildOf('trajectories')} and tenant = $1 and matches @> $2::jsonb order by trajectory_id`,
        [tenant, JSON.stringify([{ workplaceId }])],
      ),
      parked: await manager.query(`${PARKED} order by p.stream_id`, ['trajectories', tenant]),
    }));
  }

  /** Who said what at a meeting does change: one that is parked leaves everybody's in doubt. */
  meetingInterestsOf(
    tenant: TenantId,
    { candidateId, programmeId }: Readonly<{ candidateId: CandidateId; programmeId: ProgrammeId }>,
  ): Promise<Seen<MeetingInterestsRow>> {
    return this.seen<MeetingInterestsRow>(meetingInterests, async (manager) => ({
      rows: await manager.query(
        `select ${MEETING} from read.meeting_interests
         where build = ${liveBuildOf('meeting-interests')} and tenant = $1 and programme_id = $2 and interests @> $3::jsonb order by held_on, meeting_id`,
        [tenant, programmeId, JSON.stringify([{ candidateId }])],
      ),
      parked: await manager.query(`${PARKED} order by p.stream_id`, ['meeting-interests', tenant]),
    }));
  }

  /** Rows of another version than this release folds may lack what is asked, and so are as if they had not come so far. */
  private seen<Row>(
    { name, version }: Versioned,
    ask: (manager: EntityManager) => Promise<Readonly<{ rows: readonly Row[]; parked: readonly { streamId: StreamId }[] }>>,
  ): Promise<Seen<Row>> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const [reached] = await manager.query<{ position: Position | null }[]>(
        'select position from read.projection where name = $1 and live and version = $2',
        [name, version],
      );
      const { rows, parked } = await ask(manager);
      return { position: reached?.position ?? null, rows, doubtful: parked.map(({ streamId }) => streamId) };
    });
  }
}
