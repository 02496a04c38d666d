import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { employerDecider } from '../../employer/decider.js';
import { employerVocabulary, type EmployerEvent } from '../../employer/employer.events.js';
import type { Employer } from '../../employer/employer.js';
import { stateOf } from '../../kernel/history.js';
import { streamIdOf, type AgreementId, type Name } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import { refuse, type Refused } from '../refusals.js';
import { historyIn } from '../streams/shelves.js';
import { EVENT_STORE, NAME } from '../tokens.js';
import { EmployerAgreementsOf, type EmployerAgreementAnswer } from './questions.js';

/** Answers `EmployerAgreementsOf` from the log itself: what was just signed is in it. */
@QueryHandler(EmployerAgreementsOf)
export class AnswerEmployerAgreementsOf implements IQueryHandler<EmployerAgreementsOf> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(NAME) private readonly name: Name,
  ) {}

  async execute({ identity, employerId }: EmployerAgreementsOf): Promise<readonly EmployerAgreementAnswer[] | Refused> {
    const forbidden = mayNot(identity, 'EmployerAgreementsOf');
    if (forbidden) return forbidden;

    const around = { store: this.store, tenant: identity.tenant, name: this.name };
    const history = await historyIn<EmployerEvent>(employerVocabulary, streamIdOf('employer', employerId), around);
    if (history.length === 0) return refuse({ code: 'not-found', what: 'employer' });

    const employer = stateOf(employerDecider, history);
    return [...employer.agreements].map(([agreementId, agreement]) => ({
      agreementId,
      ...agreement,
      credited: creditedTo(agreementId, employer),
    }));
  }
}

function creditedTo(id: AgreementId, { credits }: Employer): EmployerAgreementAnswer['credited'] {
  return [...credits].flatMap(([placementId, { agreementId, trajectoryId, creditedOn, revokedOn, policyVersion }]) =>
    agreementId === id && revokedOn === null ? [{ placementId, trajectoryId, creditedOn, policyVersion }] : [],
  );
}
