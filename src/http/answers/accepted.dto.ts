import { z } from 'zod';

/** What every accepted command answers; a repeat with the same key answers the same. */
export const AcceptedDto = z
  .object({
    id: z.uuid().optional().meta({ description: 'Of what the command created; absent when it created nothing.' }),
    version: z
      .int()
      .min(1)
      .meta({ description: 'Of the stream after the command; also the ETag.', examples: [3] }),
    position: z.string().meta({ description: 'A token: ask a list for at least this position to read your own write.' }),
  })
  .meta({ id: 'Accepted' });
