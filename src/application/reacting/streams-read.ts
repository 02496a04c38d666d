import { beginningsOf, type Beginning } from '../../candidate/beginnings.js';
import { candidateDecider } from '../../candidate/decider.js';
import type { CandidateEvent } from '../../candidate/candidate.events.js';
import { facts, stateOf, type History } from '../../kernel/history.js';
import {
  streamIdOf,
  type CandidateId,
  type StreamId,
  type TenantId,
  type TrajectoryId,
  type WorkplaceId,
} from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf, type Vocabulary } from '../../kernel/vocabulary.js';
import { programmeVocabulary, type Definition, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn, shelfOf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import type { Subject, Trajectory } from '../../trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import { workplaceDecider } from '../../workplace/decider.js';
import type { WorkplaceEvent } from '../../workplace/workplace.events.js';
import type { Workplace } from '../../workplace/workplace.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { InDoubt, NoAnswer } from './no-answer.js';

/** Folding asks no rule. */
const UNRULED = trajectoryDecider(shelfOf([], []));

/**
 * What single streams of a tenant hold at the log's end, read when asked.
 *
 * Errors: throws `NoAnswer` while the log cannot be read, and `InDoubt` for a stream that this release cannot read.
 */
export class StreamsRead {
  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly tenant: TenantId,
  ) {}

  trajectoryOf(trajectoryId: TrajectoryId): Promise<Trajectory> {
    return this.folded<TrajectoryEvent, Trajectory>(streamIdOf('trajectory', trajectoryId), UNRULED.vocabulary, (history) =>
      stateOf(UNRULED, history),
    );
  }

  workplaceOf(workplaceId: WorkplaceId): Promise<Workplace> {
    const { vocabulary } = workplaceDecider;
    return this.folded<WorkplaceEvent, Workplace>(streamIdOf('workplace', workplaceId), vocabulary, (history) =>
      stateOf(workplaceDecider, history),
    );
  }

  /** Also those that only a replacement names. */
  placesNamedIn(trajectoryId: TrajectoryId): Promise<readonly WorkplaceId[]> {
    const streamId = streamIdOf('trajectory', trajectoryId);
    return this.folded<TrajectoryEvent, readonly WorkplaceId[]>(streamId, UNRULED.vocabulary, (history) => [
      ...new Set(history.flatMap(placesIn)),
    ]);
  }

  beginningsOf(candidateId: CandidateId): Promise<readonly Beginning[]> {
    const { vocabulary } = candidateDecider;
    return this.folded<CandidateEvent, readonly Beginning[]>(streamIdOf('candidate', candidateId), vocabulary, (history) =>
      beginningsOf(facts(candidateDecider, history)),
    );
  }

  /** Exactly as it was when somebody took this version, whatever became of it since. */
  definitionOf({
    programmeId,
    programmeVersion,
  }: Pick<Subject, 'programmeId' | 'programmeVersion'>): Promise<Definition | undefined> {
    const streamId = streamIdOf('programme', programmeId);
    return this.folded<ProgrammeEvent, Definition | undefined>(
      streamId,
      programmeVocabulary,
      (history) => publishedIn(programmeId, history).find(({ version }) => version === programmeVersion)?.definition,
    );
  }

  private async folded<E extends DomainEvent, S>(
    streamId: StreamId,
    vocabulary: Vocabulary,
    fold: (history: History<E>) => S,
  ): Promise<S> {
    const stored = await this.read(streamId);
    try {
      return fold(historyOf(vocabulary, stored));
    } catch (error) {
      throw new InDoubt(error instanceof Error ? error.name : 'unknown', [streamId]);
    }
  }

  private async read(streamId: StreamId): Promise<readonly StoredEvent[]> {
    try {
      return await this.store.readStream(this.tenant, streamId);
    } catch (error) {
      throw new NoAnswer(`${streamId} cannot be read`, { cause: error });
    }
  }
}

/** The place that an event, or what is to stand in its stead, says that a match is for. */
function placesIn(event: History<TrajectoryEvent>[number]): readonly WorkplaceId[] {
  const replaced = event.type === 'EventCorrected' && event.data.kind === 'replace' ? event.data.replacement.data : null;
  const { workplaceId } = (replaced ?? event.data) as Readonly<{ workplaceId?: WorkplaceId | null }>;
  return workplaceId ? [workplaceId] : [];
}
