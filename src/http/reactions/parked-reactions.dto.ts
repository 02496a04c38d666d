import { z } from 'zod';
import { eventId, matchId } from '../../kernel/fields.events.js';
import { REACTIONS } from '../../reactions/reactions.js';
import { limit, pageOf, token } from '../answers/page.dto.js';

/** The names of all reactions. */
export const reactionName = z.enum(REACTIONS.map(({ name }) => name));

/** Query of `GET /parked-reactions`. */
export const ParkedReactionsQuery = z.strictObject({
  after: token.optional().meta({ description: 'The `next` of the page before.' }),
  limit,
});
export type ParkedReactionsQuery = z.output<typeof ParkedReactionsQuery>;

/** An event that a reaction put aside, or a command of it that was refused. */
const ParkedReactionDto = z
  .object({
    reaction: reactionName,
    eventId: eventId.meta({ description: 'The event that asked for something.' }),
    streamId: z.string().meta({ description: 'Its stream.' }),
    why: z.enum(['look', 'fault', 'behind', 'refused']).meta({
      description:
        'look: a row that it asks about waits for a repair, and it is taken again after that; fault: the reaction fails on it; behind: an earlier event of its stream is put aside; refused: a command was.',
    }),
    because: z.string().meta({ description: 'The code of the refusal, the kind of fault, or what is in doubt.' }),
    command: z.string().nullable().meta({ description: 'What was refused; null: the event itself is put aside.' }),
    askedOf: z.string().nullable().meta({
      description:
        'Of which stream that was asked, such as the workplace; null: the event itself is put aside, or a stream was to begin.',
    }),
    matchId: matchId.nullable().meta({ description: 'For which match; null where it is about none.' }),
    since: z.iso.datetime({ precision: 6 }),
  })
  .meta({ id: 'ParkedReaction' });

/** A page of them. */
export const ParkedReactionsDto = pageOf(ParkedReactionDto).meta({ id: 'ParkedReactions' });

/** What will be tried again. */
export const ToBeTriedDto = z.object({ reaction: reactionName, eventId }).meta({ id: 'ToBeTried' });
