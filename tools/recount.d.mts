import type { FeedEvent } from '../test/demo/running-demo.js';

type Figures = Record<string, Record<string, number>>;

export function feedOf(address: string, token: string): Promise<FeedEvent[]>;
export function byProgramme(events: readonly FeedEvent[]): Record<string, FeedEvent[]>;
export function countingOf(events: readonly FeedEvent[]): FeedEvent[];
export function recount(events: readonly FeedEvent[]): Figures;
export function differencesBetween(tables: Figures, recounted: Figures): string[];
