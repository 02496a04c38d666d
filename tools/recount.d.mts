import type { FeedEvent } from '../test/demo/running-demo.js';

type Figures = Record<string, Record<string, number>>;
type Asked = Readonly<{ programmeId: string; knownAt?: string; until?: string }>;

export function feedOf(address: string, token: string): Promise<FeedEvent[]>;
export function byProgramme(events: readonly FeedEvent[]): Record<string, FeedEvent[]>;
export function countingOf(events: readonly FeedEvent[]): FeedEvent[];
export function recount(events: readonly FeedEvent[]): Figures;
export function differencesBetween(tables: Figures, recounted: Figures): string[];
export function caseloadsOf(
  events: readonly FeedEvent[],
): Record<string, { trajectories: number; open: number; overdue: number }>;
export function funnelOf(events: readonly FeedEvent[], asked: Asked): { step: string; persons: number; reached: number }[];
export function targetOf(
  events: readonly FeedEvent[],
  asked: Asked & Readonly<{ year: number }>,
): { target: number | null; reached: number };
