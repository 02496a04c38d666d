import {
  registerEmployer,
  registerKnown,
  registerOnBenefit,
  registerOrganisation,
  type Candidate,
  type Employer,
} from '../stage/cast.js';
import { fictionalBsns } from '../stage/chance.js';
import { eachOf } from '../stage/each-of.js';
import { apart, type Stage, type Story } from '../stage/stage.js';
import { FIGURES } from './figures.js';
import { Life, type Origin, type Parties } from './life.js';
import { meetAtTheTable } from './table-day.js';

/** Where those who are helped come from; how many of each is ours, that they are helped alike is from the text. */
const ORIGINS: readonly Origin[] = ['school', 'ww', 'nugger', 'bijstand'].flatMap((origin) =>
  Array.from({ length: 4 }, () => origin as Origin),
);
const EMPLOYERS = 6;

/** Praktijktafel Twente: several organisations, one trajectory. Its outcomes are ours, as the text is a plan. */
export const praktijktafel: Story = {
  slug: 'praktijktafel-twente',
  title: 'Praktijktafel Twente, October 2019 to June 2020',
  organisation: 'wsp-twente',
  begins: '2019-10-14T09:00',
  figures: FIGURES,
  play: async (stage) => {
    const parties = await partiesOn(stage);
    const employers = await employersOn(stage);
    const candidates = await candidatesOn(stage);
    meetAtTheTable(apart(stage, 'table'), { employers, candidates });
    for (const [at, candidate] of candidates.entries()) {
      const drawn = { candidate, origin: ORIGINS[at], parties, employer: employers[at % EMPLOYERS], number: at };
      new Life(apart(stage, `life-${at}`), drawn).plan();
    }
  },
};

/** "diverse partijen (gemeente, WSP, scholen, UWV)" */
async function partiesOn({ api }: Stage): Promise<Parties> {
  const parties = {
    municipality: await registerOrganisation(api, 'municipality', 'Gemeente in Twente'),
    uwv: await registerOrganisation(api, 'uwv', 'UWV Twente'),
    wsp: await registerOrganisation(api, 'wsp', 'Werkgeversservicepunt Twente'),
    school: await registerOrganisation(api, 'school', 'School voor voortgezet speciaal onderwijs'),
    provider: await registerOrganisation(api, 'provider', 'Taalhuis Twente'),
  };
  const agreed = { subjects: ['internships', 'warm-handover'], places: 8, from: '2019-11-01', until: '2020-07-31' };
  await api.send(`/organisations/${parties.school}/education-agreements`, agreed, 'administrator');
  return parties;
}

async function employersOn(stage: Stage): Promise<readonly Employer[]> {
  const employers: Employer[] = [];
  await eachOf(Array.from({ length: EMPLOYERS }), async (_, at) => {
    employers[at] = await registerEmployer(apart(stage, `employer-${at}`), { alone: false });
  });
  return employers;
}

/** "Ook nuggers en WW-ers in beeld en bedienen" */
async function candidatesOn(stage: Stage): Promise<readonly Candidate[]> {
  const bsns = fictionalBsns(1);
  const known = ORIGINS.map(() => bsns.next().value);
  const found: Candidate[] = [];
  await eachOf(known, async (bsn, at) => {
    const mine = apart(stage, `candidate-${at}`);
    found[at] = await register(mine, { bsn, origin: ORIGINS[at] });
  });
  return found;
}

async function register(stage: Stage, { bsn, origin }: Readonly<{ bsn: string; origin: Origin }>): Promise<Candidate> {
  if (origin === 'ww') return registerOnBenefit(stage, { bsn, kind: 'ww', source: 'uwv', startedOn: '2019-06-01' });
  if (origin === 'bijstand')
    return registerOnBenefit(stage, { bsn, kind: 'bijstand', source: 'municipality', startedOn: '2016-03-01' });
  const candidate = await registerKnown(stage, { bsn });
  if (origin === 'nugger') {
    const group = { group: 'nugger', from: '2019-10-01', until: null, source: 'stated' };
    await stage.api.send(`/candidates/${candidate.id}/target-groups`, group);
  }
  return candidate;
}
