import { z } from 'zod';

/** A programme that can be referred to. */
const ProgrammeDto = z
  .object({
    id: z.uuid().meta({ description: 'The programmeId of what is done in it.' }),
    slug: z.string(),
    title: z.string(),
    versions: z
      .array(z.object({ version: z.int().min(1), publishedOn: z.iso.date(), validFrom: z.iso.date() }))
      .meta({ description: 'Each in force from its validFrom until a later one is; the oldest publication first.' }),
  })
  .meta({ id: 'Programme' });

/** Query of `GET /programmes`. */
export const ProgrammesQuery = z.strictObject({
  of: z
    .enum(['tenant', 'country'])
    .default('tenant')
    .meta({ description: 'Those of the tenant, or those of the country, which may be copied.' }),
});
export type ProgrammesQuery = z.output<typeof ProgrammesQuery>;

/** The programmes of the tenant; all at once, since they are few. */
export const ProgrammesDto = z.object({ items: z.array(ProgrammeDto) }).meta({ id: 'Programmes' });
