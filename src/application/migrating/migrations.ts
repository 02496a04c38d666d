import { Command, Query } from '@nestjs/cqrs';
import type { ProgrammeId, TrajectoryId } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/messages.js';
import type { Origin } from '../commands/wish.js';
import type { Identity } from '../ports/identity.js';
import type { Page, Paging } from '../questions/questions.js';
import type { Refused } from '../refusals.js';
import type { MigrationShown, MigrationWish } from './migration-tried.js';

/** What came of one trajectory: `already`: it stands under that version; `would-migrate`: it was only tried. */
export type MigrationRow = Readonly<{ trajectoryId: TrajectoryId }> &
  (
    | Readonly<{ outcome: 'migrated' | 'would-migrate'; to: MigrationShown; refusal: null }>
    | Readonly<{ outcome: 'already' | 'refused'; to: null; refusal: Refusal }>
  );

/** Those of a programme that are under way, and where they are to go on. */
export type MigrationsAsked = Readonly<{ programmeId: ProgrammeId; wish: MigrationWish; paging: Omit<Paging, 'minPosition'> }>;

/** What a migration of one trajectory would do; nothing is stored. Errors: as those of `MigrateProgrammeVersion`. */
export class MigrationOf extends Query<MigrationShown | Refused> {
  constructor(
    readonly identity: Identity,
    readonly asked: Readonly<{ trajectoryId: TrajectoryId; wish: MigrationWish }>,
  ) {
    super();
  }
}

/** What a page of migrations would do; nothing is stored. Errors: `not-found` where there is no such programme. */
export class MigrationsOf extends Query<Page<MigrationRow> | Refused> {
  constructor(
    readonly identity: Identity,
    readonly asked: MigrationsAsked,
  ) {
    super();
  }
}

/**
 * Migrates a page of the trajectories of a programme, one append each. Asked again it does those that are left, whatever killed it before.
 *
 * Errors: `not-found` where there is no such programme; what is refused of one trajectory stands in its row.
 * Source: R-336, docs/rules.md.
 */
export class MigrateTrajectories extends Command<Page<MigrationRow> | Refused> {
  constructor(
    readonly origin: Extract<Origin, { kind: 'request' }>,
    readonly asked: MigrationsAsked,
  ) {
    super();
  }
}
