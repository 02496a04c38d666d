import type { Day } from '../../kernel/days.js';
import type { SupportRequest } from '../supported.js';
import { added, changed, type Folds } from '../trajectory.js';
import type { supportRequestsVocabulary } from './support-requests.events.js';

/** A request stays known when it was answered; the first answer counts. */
export const foldSupportRequests: Folds<keyof typeof supportRequestsVocabulary> = {
  SupportRequested: (state, { occurredOn, data: { supportRequestId } }) => ({
    ...state,
    supportRequests: added(state.supportRequests, supportRequestId, { requestedOn: occurredOn, answered: null }),
  }),
  SupportGiven: (state, { occurredOn, data: { supportRequestId } }) => ({
    ...state,
    supportRequests: changed(state.supportRequests, supportRequestId, answered('given', occurredOn)),
  }),
  SupportDeclined: (state, { occurredOn, data: { supportRequestId } }) => ({
    ...state,
    supportRequests: changed(state.supportRequests, supportRequestId, answered('declined', occurredOn)),
  }),
};

const answered =
  (how: 'given' | 'declined', on: Day) =>
  (request: SupportRequest): SupportRequest => ({ ...request, answered: request.answered ?? { how, on } });
