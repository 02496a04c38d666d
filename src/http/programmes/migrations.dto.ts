import { z } from 'zod';
import { pageOf, token } from '../answers/page.dto.js';
import { MigrateDto, MigrationShownDto } from '../trajectories/migration/migrate.dto.js';

/** How many trajectories one request deals with at most, and when nothing is asked: few enough to be answered in time. */
const [MOST, USUAL] = [200, 50];

/** Body of `POST /programmes/{programmeId}/migrations`: one page of them. */
export const MigrateManyDto = MigrateDto.extend({
  after: token.optional().meta({ description: 'The `next` of the page before.' }),
  limit: z.int().min(1).max(MOST).default(USUAL).meta({ description: 'How many trajectories at most.' }),
}).meta({ id: 'MigrateMany', examples: [{ migratedOn: '2020-03-01', limit: 50 }] });
export type MigrateManyDto = z.output<typeof MigrateManyDto>;

/** What came of one trajectory. */
const MigrationRowDto = z
  .object({
    trajectoryId: z.uuid(),
    outcome: z.enum(['migrated', 'would-migrate', 'already', 'refused']).meta({
      description: '`already`: it stands under that version; `refused`: `refusal` says why, and nothing was stored for it.',
    }),
    to: MigrationShownDto.nullable(),
    refusal: z
      .looseObject({ code: z.string() })
      .nullable()
      .meta({ description: 'The code, and the facts of the refusal beside it.' }),
  })
  .meta({ id: 'MigrationRow' });

/** A page of migrations. */
export const MigrationRowsDto = pageOf(MigrationRowDto).meta({ id: 'MigrationRows' });
