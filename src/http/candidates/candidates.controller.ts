import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { ChangeContactDetails } from '../../candidate/change-contact-details.js';
import type { ChangeTargetGroup } from '../../candidate/change-target-group.js';
import type { LinkIdentity } from '../../candidate/link-identity.js';
import type { RegisterCandidate } from '../../candidate/register-candidate.js';
import { candidateId } from '../../kernel/fields.events.js';
import type { CandidateId } from '../../kernel/ids.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wordsOf } from '../requests/words.dto.js';
import { wished } from '../requests/wished.js';
import { ChangeContactDetailsDto } from './change-contact-details.dto.js';
import { ChangeTargetGroupDto } from './change-target-group.dto.js';
import { LinkIdentityDto } from './link-identity.dto.js';
import { birthYearBandOf, postcode4Of } from './person-words.dto.js';
import { RegisterCandidateDto } from './register-candidate.dto.js';

/** Who candidates are. Who they are in words goes to the vault; the event gets what no person follows from. */
@ApiTags('candidates')
@Controller('candidates')
export class CandidatesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Registers somebody; with a BSN that is known already it is refused, a walk-in without one is welcome. */
  @Appends('', { summary: 'Register a candidate', creates: 'candidate' })
  register(
    @Body({ schema: RegisterCandidateDto }) { registeredOn: on, walkIn, benefit, words }: RegisterCandidateDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const identity = words.bsn === undefined ? 'unlinked' : 'linked';
    const person = { walkIn, identity, postcode4: postcode4Of(words), birthYearBand: birthYearBandOf(words) } as const;
    const data = { ...person, ...(benefit && { benefit }) };
    const wish = wished<RegisterCandidate>({ type: 'RegisterCandidate', on, data, words: wordsOf(words) });
    return this.commands.send({ category: 'candidate', id: null }, origin, wish);
  }

  /** Adds the BSN of somebody who came without one. */
  @Appends(':candidateId/identity', { summary: 'Link a candidate to a BSN' })
  linkIdentity(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: LinkIdentityDto }) { linkedOn: on, words }: LinkIdentityDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<LinkIdentity>({ type: 'LinkIdentity', on, data: {}, words });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }

  /** Replaces all contact details; what is not sent is not known any more. */
  @Appends(':candidateId/contact-details', { summary: 'Change how a candidate can be reached' })
  changeContactDetails(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: ChangeContactDetailsDto }) { changedOn: on, words }: ChangeContactDetailsDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const data = { postcode4: postcode4Of(words) };
    const wish = wished<ChangeContactDetails>({ type: 'ChangeContactDetails', on, data, words: wordsOf(words) });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }

  /** Says from when to when somebody belongs to a group; the last word on a group counts. */
  @Appends(':candidateId/target-groups', { summary: 'Record that a candidate belongs to a target group' })
  changeTargetGroup(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: ChangeTargetGroupDto }) { toldOn: on, ...data }: ChangeTargetGroupDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'candidate', id },
      origin,
      wished<ChangeTargetGroup>({ type: 'ChangeTargetGroup', on, data }),
    );
  }
}
