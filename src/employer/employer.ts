import type { Day } from '../kernel/days.js';
import type { PublicText } from '../kernel/public-text.js';
import type { EmployerEvent, LegalForm, Sector, SizeClass } from './employer.events.js';

/** What is known of an employer in codes. `name` null: it is sealed, because it names a person. */
export type Employer = Readonly<{
  registered: Readonly<{
    on: Day;
    legalForm: LegalForm;
    sector: Sector;
    sizeClass: SizeClass;
    name: PublicText | null;
  }> | null;
}>;

export const noEmployer: Employer = { registered: null };

/** Folds one event into the employer. */
export function evolve(_: Employer, event: EmployerEvent): Employer {
  return { registered: { on: event.occurredOn, ...event.data } };
}
