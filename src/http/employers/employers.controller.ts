import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { namesPersons } from '../../employer/employer.events.js';
import type { RegisterEmployer } from '../../employer/register-employer.js';
import { isPublicText } from '../../kernel/public-text.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wordsOf } from '../requests/words.dto.js';
import { wished } from '../requests/wished.js';
import { RegisterEmployerDto } from './register-employer.dto.js';

/** The firms where people work. */
@ApiTags('employers')
@Controller('employers')
export class EmployersController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Registers an employer; a name that is about a person goes to the vault with the contact person. */
  @Appends('', { summary: 'Register an employer', creates: 'employer' })
  register(
    @Body({ schema: RegisterEmployerDto }) { registeredOn: on, name, words, ...codes }: RegisterEmployerDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const inTheClear = !namesPersons(codes.legalForm) && isPublicText(name) ? name : null;
    const sealed = wordsOf({ ...words, ...(inTheClear === null && { name }) });
    const wish = wished<RegisterEmployer>({ type: 'RegisterEmployer', on, data: { ...codes, name: inTheClear }, words: sealed });
    return this.commands.send({ category: 'employer', id: null }, origin, wish);
  }
}
