import type { PlacementKind } from '../../programme/terms.js';
import type { FactName } from './fact.js';

/** A step of a funnel, with the facts of which any one says that somebody took it; `title` for people. */
export type FunnelStep = Readonly<{
  step: string;
  title: Readonly<{ nl: string; en: string }>;
  by: readonly Readonly<{ fact: FactName; code?: string }>[];
}>;

/** The kind of placement that is paid work. */
const JOB: PlacementKind = 'job';

/**
 * The steps of every funnel, the first one first. A programme may go them in another order, or leave some out: whoever is
 * recorded at a later step is counted at the earlier ones too.
 *
 * Source: R-430, docs/rules.md; Werkoffensief, talks, follow-ups and contracts as it counts them; that a job comes after any placement is ours, as a
 * placement may become one.
 */
export const FUNNEL = [
  { step: 'offered', title: { nl: 'Aangeboden', en: 'Offered' }, by: [{ fact: 'offered' }] },
  { step: 'started', title: { nl: 'Gestart', en: 'Started' }, by: [{ fact: 'started' }] },
  { step: 'talked', title: { nl: 'Gesprek gevoerd', en: 'Talked' }, by: [{ fact: 'intake-held' }] },
  {
    step: 'follow-up-agreed',
    title: { nl: 'Vervolgafspraak gemaakt', en: 'Follow-up agreed' },
    by: [{ fact: 'follow-up-agreed' }],
  },
  { step: 'matched', title: { nl: 'Match gemaakt', en: 'Matched' }, by: [{ fact: 'match-made' }] },
  { step: 'plan-agreed', title: { nl: 'Trajectplan afgesproken', en: 'Plan agreed' }, by: [{ fact: 'plan-agreed' }] },
  { step: 'placed', title: { nl: 'Geplaatst', en: 'Placed' }, by: [{ fact: 'placement' }] },
  {
    step: 'in-paid-work',
    title: { nl: 'Aan betaald werk', en: 'In paid work' },
    by: [{ fact: 'placement', code: JOB }, { fact: 'new-job' }],
  },
  {
    step: 'contract-signed',
    title: { nl: 'Arbeidsovereenkomst getekend', en: 'Contract signed' },
    by: [{ fact: 'contract-signed' }],
  },
] as const satisfies readonly FunnelStep[];

/** The name of a step. */
export type FunnelStepName = (typeof FUNNEL)[number]['step'];

/** How many distinct persons came to a step or to a later one (`persons`), and how many are recorded at just this one (`reached`). */
export type FunnelCount = Readonly<{ step: FunnelStepName; persons: number; reached: number }>;
