import type { Day } from '../../src/kernel/days.js';
import type { TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import { programmeId } from './programme.examples.js';
import { command, event } from './trajectory.examples.js';

type Data = TrajectoryEventOf<'ProgrammeVersionMigrated'>['data'];

/** To version 2 of the same programme, where no goal is gone; recorded on its own day unless told otherwise. */
export const migrated = ({ on, ...changes }: Readonly<{ on: string }> & Partial<Data>) =>
  event('ProgrammeVersionMigrated', { programmeId, programmeVersion: 2, followUpsFrom: on as Day, goals: [] })({
    on,
    ...changes,
  });

/** To what is in force, or what takes its place. */
export const migrateProgrammeVersion = command('MigrateProgrammeVersion', { programmeId: null, programmeVersion: null });
