import { z } from 'zod';
import { limit, token } from '../answers/page.dto.js';
import { StoredEventDto } from '../answers/stored-event.dto.js';

/** Query of `GET /events`. */
export const FeedQuery = z.strictObject({
  after: token.optional().meta({ description: 'The `id` of the last event that you have; from the beginning when absent.' }),
  limit,
});
export type FeedQuery = z.output<typeof FeedQuery>;

/** A stretch of the feed. */
export const FeedDto = z
  .object({
    events: z.array(
      StoredEventDto.extend({ id: z.string().meta({ description: 'A token: the place of this event in the feed.' }) }).meta({
        id: 'FeedEvent',
      }),
    ),
    next: z
      .string()
      .nullable()
      .meta({ description: 'With what to ask for the next; the same again as long as nothing follows.' }),
  })
  .meta({ id: 'Feed' });
