import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { Position } from './event-store.js';

/** The last event that a feed's reader has: found again by stream and version, so also in a store that was copied. */
export type FeedPlace = Readonly<{ streamId: StreamId; version: number }>;

/** Where a page of a list ended: the sort values of its last row. */
export type PagePlace = readonly (string | number | null)[];

/**
 * The only form in which positions and cursors leave the API: opaque text, good in one tenant.
 * The same place always gives the same token, so a repeated command gets the same answer.
 * Reading answers null for every token that was not made for this use in this tenant: foreign, altered, older key or nonsense alike.
 */
export interface Tokens {
  ofPosition(tenant: TenantId, position: Position): string;
  positionIn(tenant: TenantId, token: string): Position | null;
  ofFeed(tenant: TenantId, place: FeedPlace): string;
  feedPlaceIn(tenant: TenantId, token: string): FeedPlace | null;
  /** `question` names the list and its filters, so that a cursor cannot be carried to another list. */
  ofPage(tenant: TenantId, question: string, place: PagePlace): string;
  pagePlaceIn(tenant: TenantId, question: string, token: string): PagePlace | null;
}
