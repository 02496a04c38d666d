import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { AgreementId, PlacementId } from '../kernel/ids.js';
import type { PublicText } from '../kernel/public-text.js';
import type {
  EmployerAgreementAmended,
  EmployerAgreementSigned,
  EmployerEvent,
  LegalForm,
  PlacementCredited,
  PlacementCreditRevoked,
  Sector,
  SizeClass,
} from './employer.events.js';

/** What an employer pledged, as it was last amended; `signedOn`: the day on which it was first signed. */
export type Agreement = Readonly<{ signedOn: Day }> & Omit<EmployerAgreementSigned['data'], 'agreementId'>;

/** A placement that counts for an agreement; `revokedOn` null: it still does. */
export type Credit = Readonly<{ creditedOn: Day; revokedOn: Day | null }> & Omit<PlacementCredited['data'], 'placementId'>;

/** What is known of an employer in codes. `name` null: it is sealed, because it names a person. */
export type Employer = Readonly<{
  registered: Readonly<{
    on: Day;
    legalForm: LegalForm;
    sector: Sector;
    sizeClass: SizeClass;
    name: PublicText | null;
  }> | null;
  agreements: ReadonlyMap<AgreementId, Agreement>;
  /** By placement: the last credit of each. */
  credits: ReadonlyMap<PlacementId, Credit>;
}>;

export const noEmployer: Employer = { registered: null, agreements: new Map(), credits: new Map() };

/** Folds one event into the employer. Total: what is told of an unknown agreement or credit leaves it as it is. */
export function evolve(state: Employer, event: EmployerEvent): Employer {
  switch (event.type) {
    case 'EmployerRegistered':
      return { ...state, registered: { on: event.occurredOn, ...event.data } };
    case 'EmployerAgreementSigned':
      return signed(state, event);
    case 'EmployerAgreementAmended':
      return amended(state, event);
    case 'PlacementCredited':
      return credited(state, event);
    case 'PlacementCreditRevoked':
      return revoked(state, event);
    default:
      return assertNever(event);
  }
}

function signed(state: Employer, { occurredOn, data: { agreementId, ...terms } }: EmployerAgreementSigned): Employer {
  return { ...state, agreements: new Map(state.agreements).set(agreementId, { signedOn: occurredOn, ...terms }) };
}

function amended(state: Employer, { data: { agreementId, ...terms } }: EmployerAgreementAmended): Employer {
  const agreement = state.agreements.get(agreementId);
  if (!agreement) return state;
  return { ...state, agreements: new Map(state.agreements).set(agreementId, { ...agreement, ...terms }) };
}

function credited(state: Employer, { occurredOn, data: { placementId, ...credit } }: PlacementCredited): Employer {
  return { ...state, credits: new Map(state.credits).set(placementId, { creditedOn: occurredOn, revokedOn: null, ...credit }) };
}

function revoked(state: Employer, { occurredOn, data: { placementId } }: PlacementCreditRevoked): Employer {
  const credit = state.credits.get(placementId);
  if (!credit) return state;
  return { ...state, credits: new Map(state.credits).set(placementId, { ...credit, revokedOn: occurredOn }) };
}
