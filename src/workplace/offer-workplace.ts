import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { PublicText } from '../kernel/public-text.js';
import { ANYTHING } from './samples.js';
import type { Workplace } from './workplace.js';
import type { WorkplaceOffered } from './workplace.events.js';

/** The first command of a workplace: an employer has work for somebody. */
export type OfferWorkplace = Command<'OfferWorkplace', WorkplaceOffered['data']>;

export type CannotOfferWorkplace = { code: 'workplace-already-offered'; offeredOn: Day };

const SAMPLE: WorkplaceOffered['data'] = {
  employerId: ANYTHING,
  kind: 'job',
  tasks: ['Voorbeeld' as PublicText],
  hoursPerWeek: 24,
  area: null,
  requirements: [],
  accommodations: [],
  department: null,
};

/** Proposes exactly one `WorkplaceOffered`. */
export function offerWorkplace({ on, data }: OfferWorkplace & { on: Day }): [WorkplaceOffered] {
  return [{ type: 'WorkplaceOffered', occurredOn: on, data }];
}

/** What `next-steps` may try: an offer, as long as there is none. */
export function offerOffers({ offered }: Workplace): Offers<OfferWorkplace, CannotOfferWorkplace> {
  return { subjects: offered ? [] : [SAMPLE], none: 'workplace-already-offered' };
}

/** A place is offered once. Errors: `workplace-already-offered`. Source: R-440, docs/rules.md. */
export function judgeOffer(_: WorkplaceOffered, { offered }: Workplace): CannotOfferWorkplace | undefined {
  if (offered) return { code: 'workplace-already-offered', offeredOn: offered.on };
}
