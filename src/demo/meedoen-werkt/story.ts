import { benefitDay, registerEmployer, registerOnBenefit, type Candidate, type Employer } from '../stage/cast.js';
import { fictionalBsns } from '../stage/chance.js';
import { eachOf } from '../stage/each-of.js';
import { apart, type Stage, type Story } from '../stage/stage.js';
import { FIGURES } from './figures.js';
import { Life } from './life.js';
import { Meeting, type Click } from './meeting.js';
import { Parts } from './parts.js';

/** Six monthly meetings from September 2019 to February 2020, from the text; that they were on Thursdays is ours. */
const MEETINGS = ['2019-09-05', '2019-10-03', '2019-11-07', '2019-12-05', '2020-01-09', '2020-02-06'];
/** "vanaf maart 2020 geen doorgang" */
const CALLED_OFF = '2020-03-05';

/** How many of each there are is ours; at each meeting one more candidate walks in. */
const INVITED = 34;
const EMPLOYERS = 12;

type Cast = Readonly<{ candidates: readonly Candidate[]; employers: readonly Employer[] }>;

/** Meedoen Werkt!: meetings of employers and job seekers, until nobody could meet any more. */
export const meedoenWerkt: Story = {
  slug: 'meedoen-werkt',
  title: 'Meedoen Werkt!, September 2019 to June 2020',
  organisation: 'gemeente',
  begins: '2019-08-12T09:00',
  figures: FIGURES,
  play: async (stage) => {
    const bsns = fictionalBsns(0);
    const people = await cast(stage, bsns);
    const seriesId = await stage.api.create('/series', {
      title: 'Meedoenplein',
      rhythm: 'monthly',
      programmeId: stage.programmeId,
    });
    const lives = livesOn(stage, bsns);
    for (const [at, heldOn] of MEETINGS.entries())
      new Meeting(apart(stage, heldOn), { heldOn, seriesId, ...guests(people, at), onClick: lives.take }).plan();

    const last = { heldOn: CALLED_OFF, seriesId, ...guests(people, MEETINGS.length), onClick: lives.take };
    new Meeting(apart(stage, CALLED_OFF), last).planCancelled();
    stage.agenda.put('2020-03-03T15:00', async () => {
      await stage.api.send(`/series/${seriesId}/suspension`, { reason: 'public-health', from: CALLED_OFF });
    });
    stage.agenda.on('2020-03-20', () => Promise.resolve(lives.allPlayed()));
  },
};

type Bsns = ReturnType<typeof fictionalBsns>;

async function cast(stage: Stage, bsns: Bsns): Promise<Cast> {
  const candidates: Candidate[] = [];
  const employers: Employer[] = [];
  const numbers = Array.from({ length: INVITED }, () => bsns.next().value);
  await eachOf(numbers, async (bsn, at) => {
    const mine = apart(stage, `candidate-${at}`);
    const startedOn = benefitDay(mine.chance, 2014, 2018);
    candidates[at] = await registerOnBenefit(mine, { bsn, kind: 'bijstand', source: 'municipality', startedOn });
  });
  await eachOf(Array.from({ length: EMPLOYERS }), async (_, at) => {
    employers[at] = await registerEmployer(apart(stage, `employer-${at}`));
  });
  return { candidates, employers };
}

/** Everybody is invited once, and who came to the first again to the last; employers to every second one. */
function guests({ candidates, employers }: Cast, at: number): Cast {
  return {
    candidates: candidates.filter((_, number) => number % MEETINGS.length === at % MEETINGS.length),
    employers: employers.filter((_, number) => number % 2 === at % 2),
  };
}

/** The lives that come of clicks, each with the part that it plays; of those who were invited, at least one match in seven comes to nothing. */
function livesOn(stage: Stage, bsns: Bsns): { take: (click: Click) => void; allPlayed: () => void } {
  const parts = new Parts();
  let number = 0;
  let invited = 0;
  const take = (click: Click): void => {
    number += 1;
    const mine = apart(stage, `life-${number}`);
    if (!click.candidate.walksIn) invited += 1;
    const falls = !click.candidate.walksIn && (invited % 7 === 3 || mine.chance.percent(8));
    const part = parts.take(click, falls);
    new Life(mine, { click, part, falls, bsn: bsns.next().value }).plan();
  };
  const allPlayed = (): void => {
    if (parts.missing.length > 0) throw new Error(`with this seed nobody plays: ${parts.missing.join(', ')}`);
  };
  return { take, allPlayed };
}
