import { benefitDay, registerEmployer, registerOnBenefit, registerOrganisation } from '../stage/cast.js';
import { fictionalBsns } from '../stage/chance.js';
import { eachOf } from '../stage/each-of.js';
import { apart, type Stage, type Story } from '../stage/stage.js';
import { FIGURES } from './figures.js';
import { Climb, type Hosts, type Path } from './climb.js';

/** Who goes which way; the numbers are ours, the text has none. */
const PATHS: readonly Path[] = [
  ...Array.from({ length: 5 }, () => 'external-job' as const),
  ...Array.from({ length: 2 }, () => 'internal-job' as const),
  ...Array.from({ length: 3 }, () => 'back-down' as const),
  ...Array.from({ length: 4 }, () => 'stands-still' as const),
  ...Array.from({ length: 2 }, () => 'drops-out' as const),
];

/** Werkwinkel: volunteers who can do more, step by step. */
export const werkwinkel: Story = {
  slug: 'werkwinkel',
  title: 'Werkwinkel, March 2019 to March 2020',
  organisation: 'werkwinkel',
  begins: '2019-03-11T09:00',
  figures: FIGURES,
  play: async (stage) => {
    const hosts = await hostsOn(stage);
    const bsns = fictionalBsns(3);
    const known = PATHS.map(() => bsns.next().value);
    await eachOf(known, async (bsn, at) => {
      const mine = apart(stage, `volunteer-${at}`);
      const startedOn = benefitDay(mine.chance, 2012, 2017);
      const candidate = await registerOnBenefit(mine, { bsn, kind: 'bijstand', source: 'municipality', startedOn });
      new Climb(mine, { candidate, path: PATHS[at], hosts, after: at % 4 }).plan();
    });
  },
};

/** "werkbedrijf … intern en externe bedrijven": one house of its own, and employers outside. */
async function hostsOn(stage: Stage): Promise<Hosts> {
  const { api } = stage;
  const organisationId = await registerOrganisation(api, 'provider', 'Werkwinkel');
  const inside = await registerEmployer(apart(stage, 'inside'), { sector: 'other-services', alone: false });
  const outside = [];
  for (const sector of ['hospitality', 'health-and-care', 'trade'])
    outside.push(await registerEmployer(apart(stage, `outside-${sector}`), { sector, alone: false }));
  return { organisationId, inside, outside };
}
