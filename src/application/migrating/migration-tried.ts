import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/days.js';
import { streamIdOf, type Name, type ProgrammeId, type TrajectoryId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { decideOn } from '../commands/decide-on.js';
import { metaOf } from '../commands/meta.js';
import { firstDangling, referencesIn } from '../commands/references.js';
import type { DeciderWish } from '../commands/wish.js';
import { NO_COMMAND } from '../no-command.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Identity } from '../ports/identity.js';
import { refuse, type Refused } from '../refusals.js';
import { trajectoryKind } from '../streams/trajectory-kind.js';
import { CLOCK, EVENT_STORE, NAME } from '../tokens.js';
import { followUpFates, type FollowUpFate } from './follow-up-fates.js';

/** Where trajectories are to go on; null: in the programme itself, or its successor once it is closed, under the version in force then. */
export type MigrationWish = Readonly<{ on?: Day; programmeId: ProgrammeId | null; programmeVersion: number | null }>;

/** Under which version a trajectory comes, or would come, and what becomes of its follow-ups. */
export type MigrationShown = Readonly<{
  programmeId: ProgrammeId;
  programmeVersion: number;
  followUps: readonly FollowUpFate[];
}>;

/** The wish of one trajectory. */
export const wishOf = ({ on, ...data }: MigrationWish): DeciderWish => ({
  kind: 'command',
  type: 'MigrateProgrammeVersion',
  ...(on && { on }),
  data,
});

/** Decides on the migration of one trajectory as if it were wished now; nothing is stored. */
@Injectable()
export class MigrationTrial {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Pick<Clock, 'now'>,
    @Inject(NAME) private readonly name: Name,
  ) {}

  /** Errors: as those of the command, its right apart. */
  async of(
    { tenant }: Pick<Identity, 'tenant'>,
    { trajectoryId, wish }: Readonly<{ trajectoryId: TrajectoryId; wish: MigrationWish }>,
  ): Promise<MigrationShown | Refused> {
    const { store, name } = this;
    const streamId = streamIdOf('trajectory', trajectoryId);
    const stored = await store.readStream(tenant, streamId);
    if (stored.length === 0) return refuse({ code: 'not-found', what: 'trajectory' });

    const dangling = await firstDangling(store, tenant, referencesIn(wish));
    if (dangling) return refuse({ code: 'no-such-reference', field: dangling.field, id: dangling.id });

    const meta = metaOf(name, { commandId: NO_COMMAND, streamId, now: await this.clock.now() });
    const about = { of: trajectoryKind, wish: wishOf(wish), ownId: trajectoryId, around: { store, tenant, name } };
    const decided = await decideOn(about, stored, meta);
    return decided.kind === 'refused' ? decided : shownBy(stored, decided.events);
  }
}

type Told = Pick<DomainEvent, 'type' | 'data'>;

/** What the events of one append say of a migration, after the stream before them. */
export function shownBy(before: readonly Told[], added: readonly Told[]): MigrationShown {
  const { programmeId, programmeVersion } = added.find(({ type }) => type === 'ProgrammeVersionMigrated')?.data as MigrationShown;
  return { programmeId, programmeVersion, followUps: followUpFates(before, added) };
}
