import { Agenda, inUtc } from './agenda.js';
import type { Api } from './api.js';
import { CANDIDATES, EMPLOYERS, registerEmployer, registerInvited, WALK_INS, type Candidate, type Employer } from './cast.js';
import { Chance } from './chance.js';
import { Life, type Wanted } from './life.js';
import { Meeting } from './meeting.js';
import { Offers } from './offers.js';
import type { Progress } from './progress.js';

/** First Thursdays; that they are Thursdays is ours, that there is a meeting each month is from the text. */
export const MEETINGS = ['2019-09-05', '2019-10-03', '2019-11-07'] as const;

const BEGINS = '2019-08-12T09:00';
const ENDS = '2020-03-31';

/** What is published before anything else: read from the shipped files. */
export type Published = Readonly<{ calendar: object; definition: object }>;

/** The first three meetings of Meedoen Werkt and what came of them, from August 2019 to 31 March 2020, over the public API. */
export async function play(
  api: Api,
  { calendar, definition }: Published,
  options: Readonly<{ seed: number; progress: Progress }>,
): Promise<void> {
  const chance = new Chance(options.seed);
  const agenda = new Agenda();
  const offers = new Offers(api);
  const wanted: Wanted = new Set(['link', 'miss', 'end-and-return', 'late', 'note', 'wrong-day']);

  await api.moveTo(inUtc(BEGINS));
  await api.send('/rulesets', calendar, 'administrator');
  const programmeId = await api.create('/programmes', { validFrom: '2019-01-01', definition }, 'administrator');

  agenda.put(BEGINS, async () => {
    const people = await cast(api, chance);
    for (const [at, heldOn] of MEETINGS.entries())
      new Meeting(
        { api, chance, agenda },
        {
          heldOn,
          programmeId,
          candidates: people.candidates.filter((_, number) => number % MEETINGS.length === at),
          employers: people.employers,
          walkIns: WALK_INS / MEETINGS.length,
          onClick: (click) => new Life({ api, offers, chance, agenda, programmeId, wanted }, click).plan(),
        },
      ).plan();
  });
  await agenda.run(
    (at) => api.moveTo(inUtc(at)),
    (ran, left) => options.progress.show(ran, ran + left, 'Meedoen Werkt, August 2019 to March 2020'),
  );
  await api.moveTo(ENDS);
  await api.settle();
  options.progress.end();
  if (wanted.size > 0) throw new Error(`with seed ${options.seed} the story lacks: ${[...wanted].join(', ')}`);
}

async function cast(api: Api, chance: Chance): Promise<{ candidates: Candidate[]; employers: Employer[] }> {
  const candidates: Candidate[] = [];
  const employers: Employer[] = [];
  for (let n = 0; n < CANDIDATES - WALK_INS; n += 1) candidates.push(await registerInvited(api, chance, n));
  for (let n = 0; n < EMPLOYERS; n += 1) employers.push(await registerEmployer(api, chance));
  return { candidates, employers };
}
