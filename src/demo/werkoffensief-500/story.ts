import { daysAfter } from '../stage/agenda.js';
import type { Api } from '../stage/api.js';
import { benefitDay, registerEmployer, type Employer } from '../stage/cast.js';
import { fictionalBsns } from '../stage/chance.js';
import { eachOf } from '../stage/each-of.js';
import { apart, type Size, type Stage, type Story } from '../stage/stage.js';
import { FIGURES } from './figures.js';
import { Life } from './life.js';

/**
 * "22.000 mensen al langer dan 1,5 jaar", "met 1500 mensen … gesprekken gevoerd", "bijna 400 hiervan": 397 is ours, as is that a
 * fifth of those talked with had a benefit for less long, so that they are not of the cohort. "jaarlijks 500 mensen … aan een baan".
 */
const PERSONS: Readonly<
  Record<Size, Readonly<{ cohort: number; others: number; talks: number; agreed: number; target: number }>>
> = {
  small: { cohort: 220, others: 3, talks: 15, agreed: 4, target: 5 },
  full: { cohort: 22_000, others: 300, talks: 1_500, agreed: 397, target: 500 },
};

/** How many are registered before anything else; it takes long when all are. */
export const registeredFirst = (size: Size): number => PERSONS[size].cohort + PERSONS[size].others;

/** "horeca toerisme, bouw installatietechniek, zorg, en transport (agri)logistiek" */
const SECTORS = ['hospitality', 'construction', 'health-and-care', 'transport-and-logistics'];

/** "dertien Haagse bedrijven een werkakkoord" */
const AGREEMENTS = 13;

/** The cohort is frozen on this day (ours); who then has had a benefit for eighteen months belongs to it. */
const FROZEN_ON = '2019-01-14';

/** Who holds the talks, in one team; ours. */
const CASEWORKERS = ['consulent.1', 'consulent.2', 'consulent.3'];

/** The talks are held on Tuesdays and Thursdays (ours), and all of them by the day of the text. */
const TALKED_BY = '2019-03-21';
const TALK_DAYS = Array.from({ length: 9 }, (_, week) => [
  daysAfter('2019-01-15', 7 * week),
  daysAfter('2019-01-17', 7 * week),
]).flat();

type Guest = Readonly<{ candidateId: string; member: boolean; agrees: boolean }>;

/** Werkoffensief +500: a personal talk with each, agreements with employers, and a target of persons in jobs. */
export const werkoffensief: Story = {
  slug: 'werkoffensief-500',
  title: 'Werkoffensief +500, January to December 2019',
  organisation: 'gemeente-den-haag',
  begins: '2019-01-07T09:00',
  figures: FIGURES,
  play: async (stage) => {
    const people = await cast(stage);
    await formTeam(stage.api.voice('team'));
    stage.agenda.on(FROZEN_ON, async () => {
      const { api, programmeId, size } = stage;
      const rule = { benefit: 'bijstand', months: 18, asOf: FROZEN_ON };
      const cohortId = await api.create(`/programmes/${programmeId}/cohorts`, rule, 'administrator');
      const target = { year: 2019, measure: 'from-benefit-into-job', count: PERSONS[size].target };
      await api.send(`/programmes/${programmeId}/targets`, target, 'administrator');
      const employers = await agreeWithEmployers(stage);
      planTalks(stage, { people, cohortId, employers });
    });
  },
};

async function formTeam(api: Api): Promise<void> {
  const organisationId = await api.create('/organisations', { kind: 'municipality', name: 'Gemeente Den Haag' }, 'supervisor');
  const { id: teamId } = await api.send(`/organisations/${organisationId}/teams`, { name: 'Team Werkoffensief' }, 'supervisor');
  for (const subject of CASEWORKERS) {
    const member = { subject, role: 'caseworker' };
    await api.send(`/organisations/${organisationId}/teams/${teamId}/members`, member, 'supervisor');
  }
}

/** Registers everyone on benefit, eight at a time, and answers those who will be talked with. */
async function cast(stage: Stage): Promise<readonly Guest[]> {
  const { cohort, others, talks, agreed } = PERSONS[stage.size];
  const chance = stage.chance.of('cast'); // one for all, as each is drawn in the order of the list
  const bsns = fictionalBsns(5);
  const known = Array.from({ length: cohort + others }, () => bsns.next().value);
  const invited: Guest[] = [];
  await eachOf(known, async (bsn, at) => {
    const member = at >= others;
    const startedOn = member ? benefitDay(chance, 2013, 2016) : `2018-0${chance.between(1, 9)}-01`;
    const body = { benefit: { kind: 'bijstand', source: 'municipality', startedOn }, words: { ...chance.person(), bsn } };
    const candidateId = await register(stage.api.voice(`person-${at}`), body);
    if (at < talks) invited[at] = { candidateId, member, agrees: isSpread(at, agreed, talks) };
  });
  return invited;
}

/** By one command each, and without being counted by their timelines: there are 22,000 of them. */
async function register(api: Api, body: object): Promise<string> {
  const { id } = await api.send('/candidates', body);
  if (id === undefined) throw new Error('a candidate was registered without an id');
  return id;
}

/** Whether this one of so many is among the chosen, who are spread over them evenly. */
const isSpread = (at: number, chosen: number, all: number): boolean =>
  Math.floor(((at + 1) * chosen) / all) > Math.floor((at * chosen) / all);

/** "concrete maatwerk-afspraken tussen gemeente … en het betreffende bedrijf"; how many places each pledged is ours. */
async function agreeWithEmployers(stage: Stage): Promise<readonly Employer[]> {
  const employers: Employer[] = [];
  await eachOf(Array.from({ length: AGREEMENTS }), async (_, at) => {
    const mine = apart(stage, `employer-${at}`);
    employers[at] = await registerEmployer(mine, { sector: SECTORS[at % SECTORS.length], alone: false });
    stage.agenda.put(`${TALK_DAYS[at]}T15:00`, async () => {
      const pledge = {
        sector: employers[at].sector,
        pledgedPlaces: mine.chance.between(2, 12),
        terms: ['guidance', 'job-coach'],
      };
      await mine.api.send(`/employers/${employers[at].id}/agreements`, pledge, 'supervisor');
    });
  });
  return employers;
}

function planTalks(
  stage: Stage,
  { people, cohortId, employers }: Readonly<{ people: readonly Guest[]; cohortId: string; employers: readonly Employer[] }>,
): void {
  let agreed = 0;
  for (const [at, { candidateId, member, agrees }] of people.entries()) {
    const talkedOn = TALK_DAYS[at % TALK_DAYS.length];
    if (agrees) agreed += 1;
    const drawn = {
      candidateId,
      talkedOn,
      cohortId: member ? cohortId : null,
      caseworker: CASEWORKERS[at % CASEWORKERS.length],
      followUp: agrees,
      employer: employers[at % employers.length],
      // "de eerste concrete arbeidsovereenkomst getekend": by the day of the text; that three in five more find work is ours.
      worksOn: agrees && agreed === 1 ? TALKED_BY : agrees && agreed % 5 < 3 ? daysAfter(talkedOn, 90 + (at % 20) * 7) : null,
    };
    new Life(apart(stage, `talk-${at}`), drawn).plan();
  }
}
