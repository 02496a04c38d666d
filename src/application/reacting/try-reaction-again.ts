import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { Identity } from '../ports/identity.js';
import type { ParkedReactions } from '../ports/reactions.js';
import { refuse, type Refused } from '../refusals.js';
import { PARKED_REACTIONS } from '../tokens.js';

/** That it will be tried again, soon. */
export type ToBeTried = Readonly<{ reaction: string; eventId: EventId }>;

/** Lets what one reaction has put aside of one event be tried again, its cause being mended. It appends to no stream itself. */
export class TryReactionAgain extends Command<ToBeTried | Refused> {
  constructor(
    readonly identity: Identity,
    readonly parked: ToBeTried,
  ) {
    super();
  }
}

/** Asked again it does no harm. Errors: `not-permitted`; `not-found` when nothing of that event is aside in the tenant. */
@CommandHandler(TryReactionAgain)
export class TryReactionAgainHandler implements ICommandHandler<TryReactionAgain> {
  constructor(@Inject(PARKED_REACTIONS) private readonly reactions: ParkedReactions) {}

  async execute({ identity, parked }: TryReactionAgain): Promise<ToBeTried | Refused> {
    const forbidden = mayNot(identity, 'TryReactionAgain');
    if (forbidden) return forbidden;

    const isThere = await this.reactions.tryAgain(identity.tenant, parked.reaction, parked.eventId);
    return isThere ? parked : refuse({ code: 'not-found', what: 'parked-reaction' });
  }
}
