import { registerEmployer, registerKnown, registerOrganisation, type Candidate, type Employer } from '../stage/cast.js';
import { fictionalBsns } from '../stage/chance.js';
import { eachOf } from '../stage/each-of.js';
import { apart, type Stage, type Story } from '../stage/stage.js';
import { FIGURES } from './figures.js';
import { Life, type Outcome, type Providers } from './life.js';

/** "aan 30 medewerkers van de 3 werkgevers aangeboden" */
const EMPLOYERS = 3;
const OFFERED = 30;

/** Why ten of the thirty say no is ours, as is that it is ten. */
const REFUSALS = [
  'found-work',
  'found-work',
  'not-wanted',
  'not-now',
  'other-programme',
  'not-wanted',
  'not-now',
  'moved',
  'other',
  'not-wanted',
];

/**
 * What becomes of the twenty who say yes. Fourteen are in a new job within 6 months of their enrolment: "70% … binnen 6 maanden een
 * nieuwe baan"; that it is of those who enrolled, that one more finds a job in the seventh month, and that five do not, is ours.
 */
const OUTCOMES: readonly Outcome[] = [
  ...Array.from({ length: 14 }, (_, at) => ({ foundAfter: 40 + at * 10 })),
  { foundAfter: 217 },
  ...Array.from({ length: 5 }, () => ({ foundAfter: null })),
];

/** The first day without the job, as each employer announced it at first, and as it was revised; the days are ours. */
const DISMISSALS = [
  { announced: '2019-09-01', revised: null },
  { announced: '2019-08-01', revised: '2019-10-01' },
  { announced: '2019-10-01', revised: '2019-09-15' },
];

/** Van Werk naar Werk: workers who are to be dismissed, helped to another job before they have none. */
export const vanWerkNaarWerk: Story = {
  slug: 'van-werk-naar-werk',
  title: 'Van Werk naar Werk, February to December 2019',
  organisation: 'gemeente-meierijstad',
  begins: '2019-02-04T09:00',
  figures: FIGURES,
  play: async (stage) => {
    const providers = await providersOn(stage);
    const employers: Employer[] = [];
    await eachOf(Array.from({ length: EMPLOYERS }), async (_, at) => {
      employers[at] = await registerEmployer(apart(stage, `employer-${at}`), { sector: 'industry', alone: false });
    });
    const outcomes = OUTCOMES.values();
    const refusals = REFUSALS.values();
    for (const [at, candidate] of (await workers(stage)).entries()) {
      const from = { employer: employers[at % EMPLOYERS], dismissal: DISMISSALS[at % EMPLOYERS] };
      const answer = refuses(at) ? { refusal: refusals.next().value } : { outcome: outcomes.next().value };
      new Life(apart(stage, `life-${at}`), { candidate, providers, coach: `coach-${at % 4}`, ...from, ...answer }).plan();
    }
  },
};

/** One of every three, at each employer as many. */
const refuses = (at: number): boolean => at % 3 === Math.floor(at / 3) % 3;

/** "dienstverleners … UWV, Werkgeversservicepunt, FNV, gemeente Meierijstad en IBN" */
async function providersOn({ api }: Stage): Promise<Providers> {
  return {
    uwv: await registerOrganisation(api, 'uwv', 'UWV'),
    wsp: await registerOrganisation(api, 'wsp', 'Werkgeversservicepunt'),
    fnv: await registerOrganisation(api, 'union', 'FNV'),
    municipality: await registerOrganisation(api, 'municipality', 'Gemeente Meierijstad'),
    ibn: await registerOrganisation(api, 'sheltered-work-company', 'IBN'),
  };
}

/** "met ontslag bedreigde werknemers": still employed, without a benefit. */
async function workers(stage: Stage): Promise<readonly Candidate[]> {
  const bsns = fictionalBsns(2);
  const known = Array.from({ length: OFFERED }, () => bsns.next().value);
  const found: Candidate[] = [];
  await eachOf(known, async (bsn, at) => {
    const mine = apart(stage, `worker-${at}`);
    found[at] = await registerKnown(mine, { bsn });
    const group = { group: 'threatened-with-dismissal', from: '2019-02-01', until: null, source: 'stated' };
    await mine.api.send(`/candidates/${found[at].id}/target-groups`, group);
  });
  return found;
}
