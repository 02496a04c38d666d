import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { PublicText } from '../kernel/public-text.js';
import type { Employer } from './employer.js';
import { namesPersons, type EmployerRegistered, type LegalForm } from './employer.events.js';

/** The first command of an employer's stream; the seal holds the contact person, and the name where the form names persons. */
export type RegisterEmployer = Command<'RegisterEmployer', EmployerRegistered['data']> & { seal: Seal };

export type CannotRegisterEmployer =
  | { code: 'employer-already-registered'; registeredOn: Day }
  | { code: 'name-must-be-sealed'; legalForm: LegalForm }
  | { code: 'name-missing'; legalForm: LegalForm };

const SAMPLE = {
  legalForm: 'bv',
  sector: 'trade',
  sizeClass: '10-49',
  name: 'Voorbeeld BV' as PublicText,
} as const;

/** Proposes exactly one `EmployerRegistered`. */
export function registerEmployer({ on, data, seal }: RegisterEmployer & { on: Day }): [EmployerRegistered] {
  return [{ type: 'EmployerRegistered', occurredOn: on, data, seal }];
}

/** What `next-steps` may try: a registration, as long as there is none. */
export function offerRegistration({ registered }: Employer): Offers<RegisterEmployer, CannotRegisterEmployer> {
  return { subjects: registered ? [] : [SAMPLE], none: 'employer-already-registered' };
}

/**
 * An employer is registered once, and its name stands in the clear exactly when its legal form names no person.
 * The schema of the event holds the same, so that no override can let a person's name through.
 *
 * Errors: `employer-already-registered`; `name-must-be-sealed`; `name-missing`.
 * Source, docs/rules.md.
 */
export function judgeRegistration(
  { data: { legalForm, name } }: EmployerRegistered,
  { registered }: Employer,
): CannotRegisterEmployer | undefined {
  if (registered) return { code: 'employer-already-registered', registeredOn: registered.on };
  if (namesPersons(legalForm) && name !== null) return { code: 'name-must-be-sealed', legalForm };
  if (!namesPersons(legalForm) && name === null) return { code: 'name-missing', legalForm };
}
