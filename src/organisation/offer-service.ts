import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { ServiceId } from '../kernel/ids.js';
import { judgeSince, type NotRegistered } from './registered.js';
import { NAME, SOME_SERVICE } from './samples.js';
import type { Organisation } from './organisation.js';
import type { ServiceOffered } from './organisation.events.js';

/** Something that the organisation does for people or employers. */
export type OfferService = Command<'OfferService', Omit<ServiceOffered['data'], 'serviceId'>>;

export type CannotOfferService = NotRegistered | { code: 'service-already-offered'; serviceId: ServiceId };

/** Proposes exactly one `ServiceOffered`, with a new id. */
export function offerService({ on, data, meta }: OfferService & { on: Day }): [ServiceOffered] {
  return [{ type: 'ServiceOffered', occurredOn: on, data: { serviceId: meta.newId('service'), ...data } }];
}

/** What `next-steps` may try: any service. */
export function offerServices({ registered }: Organisation): Offers<OfferService, CannotOfferService> {
  return { subjects: registered ? [{ service: SOME_SERVICE, name: NAME }] : [], none: 'organisation-not-registered' };
}

/**
 * Each service is offered once.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `service-already-offered`.
 * Source, docs/rules.md.
 */
export function judgeService(
  { occurredOn, data: { service } }: ServiceOffered,
  state: Organisation,
): CannotOfferService | undefined {
  const refusal = judgeSince(occurredOn, state);
  if (refusal) return refusal;

  const same = [...state.services].find(([, offered]) => offered.service === service);
  if (same) return { code: 'service-already-offered', serviceId: same[0] };
}
