import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { ExpressInterest } from '../../../trajectory/match/express-interest.js';
import type { LetMatchFall } from '../../../trajectory/match/let-match-fall.js';
import type { ProposeMatch } from '../../../trajectory/match/propose-match.js';
import type { RecordMatch } from '../../../trajectory/match/record-match.js';
import type { RecordTalk } from '../../../trajectory/match/record-talk.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { ExpressInterestDto } from './express-interest.dto.js';
import { LetMatchFallDto } from './let-match-fall.dto.js';
import { ProposeMatchDto } from './propose-match.dto.js';
import { RecordMatchDto } from './record-match.dto.js';
import { RecordTalkDto } from './record-talk.dto.js';
import { MatchPath } from './match-path.dto.js';

/** How candidate and employer find each other. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class MatchesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Proposes that these two may suit each other. */
  @Appends('matches', { summary: 'Propose a match with an employer', creates: 'match' })
  propose(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ProposeMatchDto }) { proposedOn: on, words, ...data }: ProposeMatchDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ProposeMatch>({ type: 'ProposeMatch', on, data, words }),
    );
  }

  /** Records a yes or a no of one side; the second yes makes the match. */
  @Appends('matches/:matchId/interest', { summary: 'Record whether a side is interested' })
  expressInterest(
    @Param({ schema: MatchPath }) { trajectoryId: id, matchId }: MatchPath,
    @Body({ schema: ExpressInterestDto }) { expressedOn: on, words, ...data }: ExpressInterestDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ExpressInterest>({ type: 'ExpressInterest', on, data: { matchId, ...data }, words }),
    );
  }

  /** Records a match that only corrections made mutual. */
  @Appends('matches/:matchId/confirmation', { summary: 'Record that a match is made' })
  confirm(
    @Param({ schema: MatchPath }) { trajectoryId: id, matchId }: MatchPath,
    @Body({ schema: RecordMatchDto }) { madeOn: on, words, ...data }: RecordMatchDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordMatch>({ type: 'RecordMatch', on, data: { matchId, ...data }, words }),
    );
  }

  /** Records that a match came to nothing. */
  @Appends('matches/:matchId/falling-through', { summary: 'Record that a match came to nothing' })
  letFall(
    @Param({ schema: MatchPath }) { trajectoryId: id, matchId }: MatchPath,
    @Body({ schema: LetMatchFallDto }) { fellOn: on, words, ...data }: LetMatchFallDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<LetMatchFall>({ type: 'LetMatchFall', on, data: { matchId, ...data }, words }),
    );
  }

  /** Records the talk of candidate, employer and municipality. */
  @Appends('talks', { summary: 'Record a three-party talk' })
  recordTalk(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordTalkDto }) { heldOn: on, words, ...data }: RecordTalkDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordTalk>({ type: 'RecordTalk', on, data, words }),
    );
  }
}
