import { lastInstantOf, type Day } from '../../src/kernel/days.js';
import type { caseloadsOf } from '../../tools/recount.mjs';
import { funnelOf, targetOf } from '../../tools/recount.mjs';
import type { FeedEvent, RunningDemo } from './running-demo.js';

/** The day of which the text of Werkoffensief speaks. */
export const THE_DAY = '2019-03-21';

/** Both clocks as they may be asked for: neither, each alone, and both; days of the stories, and one before them all. */
export const CLOCKS: readonly Clocks[] = [
  {},
  { validOn: THE_DAY },
  { knownAt: THE_DAY },
  { knownAt: '2018-12-31' },
  { knownAt: '2020-01-31', validOn: '2019-11-10' },
  { knownAt: '2020-02-29', validOn: '2019-12-31' },
];
const YEARS = [2018, 2019, 2020];

export type Clocks = Readonly<{ knownAt?: string; validOn?: string }>;
export type Funnel = ReturnType<typeof funnelOf>;
export type Target = ReturnType<typeof targetOf>;

/** What the dashboards of one programme say: its funnel, and its target in each year of the stories and the one before. */
export type Dashboards = Readonly<{ funnel: Funnel; targets: readonly Target[] }>;

/** As the API answers; what it says besides the figures is left out. */
export async function dashboardsOf(demo: RunningDemo, programmeId: string, clocks: Clocks): Promise<Dashboards> {
  const asked = (more: object): string => new URLSearchParams({ programmeId, ...clocks, ...more }).toString();
  const { steps } = await demo.call<{ steps: Funnel }>(`/v1/dashboards/funnel?${asked({})}`);
  const targets: Target[] = [];
  for (const year of YEARS) {
    const { target, reached } = await demo.call<Target>(`/v1/dashboards/targets?${asked({ year })}`);
    targets.push({ target, reached });
  }
  return { funnel: steps.map(({ step, persons, reached }) => ({ step, persons, reached })), targets };
}

/** The same from the raw events of the log alone. */
export function dashboardsFrom(events: readonly FeedEvent[], programmeId: string, { knownAt, validOn }: Clocks): Dashboards {
  const asked = { programmeId, knownAt: knownAt && lastInstantOf(knownAt as Day), until: validOn };
  return { funnel: funnelOf(events, asked), targets: YEARS.map((year) => targetOf(events, { ...asked, year })) };
}

type Told = Readonly<{ caseworkerId: string | null; trajectories: number; followUps: { open: number; overdue: number } }>;

/** Who has how much in charge, by caseworker, as the API answers. */
export async function caseloadsNow(demo: RunningDemo): Promise<ReturnType<typeof caseloadsOf>> {
  const { caseworkers } = await demo.call<{ caseworkers: readonly Told[] }>('/v1/dashboards/workload');
  return Object.fromEntries(
    caseworkers.map(({ caseworkerId, trajectories, followUps }) => [caseworkerId ?? 'nobody', { trajectories, ...followUps }]),
  );
}

/** How many are recorded at just this step. */
export const reachedAt = ({ funnel }: Dashboards, step: string): number | undefined =>
  funnel.find((one) => one.step === step)?.reached;
