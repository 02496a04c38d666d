import type { FeedEvent } from '../test/demo/running-demo.js';

export function feedOf(address: string, token: string): Promise<FeedEvent[]>;
export function recount(events: readonly FeedEvent[]): Record<string, number>;
export function differencesBetween(table: Record<string, number>, recounted: Record<string, number>): string[];
