import { z } from 'zod';
import { day, positive, programmeId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';

/** Body of `POST /trajectories/{trajectoryId}/migrations`, and of `POST /programmes/{programmeId}/migrations` for many. */
export const MigrateDto = z
  .strictObject({
    migratedOn: day.optional().meta({ description: 'Today when absent. What follows is judged by the later version.' }),
    programmeId: programmeId.nullable().default(null).meta({
      description: 'When absent: the programme itself, or its successor once it is closed. No other is accepted.',
    }),
    programmeVersion: positive.nullable().default(null).meta({ description: 'When absent: the one in force on that day.' }),
  })
  .meta({ id: 'Migrate', examples: [{ migratedOn: '2020-03-01' }] });
export type MigrateDto = z.output<typeof MigrateDto>;

/** What becomes of one follow-up. */
const FollowUpFateDto = z
  .object({
    change: z.enum(['planned', 'moved', 'cancelled']),
    ruleId: z.string().meta({ description: 'The rule under which it was planned.' }),
    with: z.enum(SIDES),
    dueOn: z.iso.date().nullable().meta({ description: 'The day on which it is due now; null: no more.' }),
  })
  .meta({ id: 'FollowUpFate' });

/** Under which version a trajectory would come, and what that would do to its follow-ups. */
export const MigrationShownDto = z
  .object({ programmeId: z.uuid(), programmeVersion: z.int().min(1), followUps: z.array(FollowUpFateDto) })
  .meta({ id: 'MigrationShown' });
