import { z } from 'zod';
import { wholeNumber } from '../requests/whole-number.js';

/** How many rows a page has at most, and when nothing is asked. */
const [MOST, USUAL] = [1000, 100];

/** How many rows are wanted at most. */
export const limit = wholeNumber(1, MOST).default(USUAL).meta({ description: 'How many at most.', default: USUAL });

/** A token that this API gave before; what it says is for the API alone. */
export const token = z.string().min(1).max(8_192);

/** Query of every list that has pages. */
export const PageQuery = z.strictObject({
  after: token.optional().meta({ description: 'The `next` of the page before.' }),
  limit,
  minPosition: token.optional().meta({ description: 'The `position` that a command answered: the list is at least as fresh.' }),
});
export type PageQuery = z.output<typeof PageQuery>;

/** A page of a list: its rows, and the token with which the next one is asked; null on the last. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    items: z.array(row),
    next: z.string().nullable().meta({ description: 'With what to ask for the next page; null on the last.' }),
    stale: z.boolean().meta({ description: 'Whether part of it waits for a repair, and may be older than the log.' }),
  });
