import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { streamIdOf, type TrajectoryId } from '../../kernel/ids.js';
import { CommandFlow } from '../commands/command-flow.js';
import type { Origin } from '../commands/wish.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import type { Page } from '../questions/questions.js';
import type { Refused } from '../refusals.js';
import { KINDS } from '../streams/kinds.js';
import { EVENT_STORE } from '../tokens.js';
import { MigrationTrial, shownBy, wishOf, type MigrationShown, type MigrationWish } from './migration-tried.js';
import { MigrateTrajectories, MigrationOf, MigrationsOf, type MigrationRow } from './migrations.js';
import { MIGRATING, MigrationsPaged } from './migrations-paged.js';

/** Answers `MigrationOf`. */
@QueryHandler(MigrationOf)
export class AnswerMigrationOf implements IQueryHandler<MigrationOf> {
  constructor(private readonly trial: MigrationTrial) {}

  async execute({ identity, asked }: MigrationOf): Promise<MigrationShown | Refused> {
    return mayNot(identity, MIGRATING) ?? this.trial.of(identity, asked);
  }
}

/** Answers `MigrationsOf`. */
@QueryHandler(MigrationsOf)
export class AnswerMigrationsOf implements IQueryHandler<MigrationsOf> {
  constructor(
    private readonly paged: MigrationsPaged,
    private readonly trial: MigrationTrial,
  ) {}

  execute({ identity, asked }: MigrationsOf): Promise<Page<MigrationRow> | Refused> {
    const act = (trajectoryId: TrajectoryId) => this.trial.of(identity, { trajectoryId, wish: asked.wish });
    return this.paged.page(identity, asked, { act, done: 'would-migrate' });
  }
}

/** Sends each trajectory a command of its own, under a key of its own, so that a repeat of a page changes nothing that it did. */
@CommandHandler(MigrateTrajectories)
export class MigrateTrajectoriesHandler implements ICommandHandler<MigrateTrajectories> {
  constructor(
    private readonly paged: MigrationsPaged,
    private readonly flow: CommandFlow,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ origin, asked }: MigrateTrajectories): Promise<Page<MigrationRow> | Refused> {
    const refused =
      mayNot(origin.identity, MIGRATING) ?? (await this.flow.claimKey(origin, streamIdOf('programme', asked.programmeId)));
    if (refused) return refused;

    const act = (trajectoryId: TrajectoryId) => this.migrated(origin, { trajectoryId, wish: asked.wish });
    return this.paged.page(origin.identity, asked, { act, done: 'migrated' });
  }

  private async migrated(
    origin: MigrateTrajectories['origin'],
    { trajectoryId, wish }: Readonly<{ trajectoryId: TrajectoryId; wish: MigrationWish }>,
  ): Promise<MigrationShown | Refused> {
    const own = { ...origin, key: `${origin.key}-${trajectoryId}`, body: canonicalJson(wish), ifMatch: null } satisfies Origin;
    const accepted = await this.flow.run(KINDS.trajectory, { id: trajectoryId, origin: own, wish: wishOf(wish) });
    if (accepted.kind === 'refused') return accepted;

    const stored = await this.store.readStream(origin.identity.tenant, streamIdOf('trajectory', trajectoryId));
    const { commandId } = stored[accepted.version - 1];
    const first = stored.findIndex((event) => event.commandId === commandId);
    return shownBy(stored.slice(0, first), stored.slice(first, accepted.version));
  }
}

/** All of them, for the module. */
export const MIGRATING_HANDLERS = [
  MigrationTrial,
  MigrationsPaged,
  AnswerMigrationOf,
  AnswerMigrationsOf,
  MigrateTrajectoriesHandler,
];
