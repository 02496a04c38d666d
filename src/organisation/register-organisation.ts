import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { NAME } from './samples.js';
import type { Organisation } from './organisation.js';
import type { OrganisationRegistered } from './organisation.events.js';

/** The first command of an organisation: a party that may take part in trajectories. */
export type RegisterOrganisation = Command<'RegisterOrganisation', OrganisationRegistered['data']>;

export type CannotRegisterOrganisation = { code: 'organisation-already-registered'; registeredOn: Day };

/** Proposes exactly one `OrganisationRegistered`. */
export function registerOrganisation({ on, data }: RegisterOrganisation & { on: Day }): [OrganisationRegistered] {
  return [{ type: 'OrganisationRegistered', occurredOn: on, data }];
}

/** What `next-steps` may try: a registration, as long as there is none. */
export function offerRegistration({ registered }: Organisation): Offers<RegisterOrganisation, CannotRegisterOrganisation> {
  return { subjects: registered ? [] : [{ kind: 'provider', name: NAME }], none: 'organisation-already-registered' };
}

/**
 * An organisation is registered once.
 *
 * Errors: `organisation-already-registered`.
 * Source: R-420, docs/rules.md.
 */
export function judgeRegistration(
  _: OrganisationRegistered,
  { registered }: Organisation,
): CannotRegisterOrganisation | undefined {
  if (registered) return { code: 'organisation-already-registered', registeredOn: registered.on };
}
