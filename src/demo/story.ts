import { daysBetween, type Day } from '../kernel/days.js';
import { Agenda, instantOf } from './stage/agenda.js';
import type { Api } from './stage/api.js';
import { Chance } from './stage/chance.js';
import type { Size, Story } from './stage/stage.js';
import { meedoenWerkt } from './meedoen-werkt/story.js';
import { praktijktafel } from './praktijktafel-twente/story.js';
import { vanWerkNaarWerk } from './van-werk-naar-werk/story.js';
import { registeredFirst, werkoffensief } from './werkoffensief-500/story.js';
import { werkwinkel } from './werkwinkel/story.js';

/** The programmes that are played, in the order in which they begin. */
export const STORIES: readonly Story[] = [werkoffensief, vanWerkNaarWerk, werkwinkel, meedoenWerkt, praktijktafel];

/** No event of the stories lies after this day. */
const ENDS = '2020-06-30' as Day;

/** What is published before anything else, read from the shipped files; and who speaks for each programme. */
export type Prepared = Readonly<{
  calendar: object;
  definitions: Readonly<Record<string, object>>;
  voices: Readonly<Record<string, Api>>;
}>;

/** Shows how far the stories have come. */
type ShowsProgress = Readonly<{ show(done: number, total: number, what: string): void; end(): void }>;

/** All stories on one calendar, over the public API. */
export async function play(
  { calendar, definitions, voices }: Prepared,
  { seed, size, progress }: Readonly<{ seed: number; size: Size; progress: ShowsProgress }>,
): Promise<void> {
  const agenda = new Agenda('');
  const [{ slug: first, begins }] = STORIES;
  const api = voices[first];

  await api.moveTo(instantOf(begins));
  await api.send('/rulesets', calendar, 'administrator');
  for (const story of STORIES)
    agenda.of(story.slug).put(story.begins, async () => {
      const voice = voices[story.slug];
      const published = { validFrom: '2019-01-01', definition: definitions[story.slug] };
      const programmeId = await voice.create('/programmes', published, 'administrator');
      await story.play({ api: voice, agenda: agenda.of(story.slug), chance: new Chance(seed, story.slug), programmeId, size });
    });
  const way = wayThrough({ voices, size, progress });
  const showing = setInterval(() => way.show(), SHOWN_EVERY);
  try {
    await agenda.run(async (at) => {
      way.reach(dayOfMoment(at));
      await api.moveTo(instantOf(at));
    });
    await api.moveTo(instantOf(`${ENDS}T18:00`));
    await api.settle();
  } finally {
    clearInterval(showing);
  }
  way.reach(ENDS);
  progress.end();
}

/** How often the bar is drawn, in milliseconds. */
const SHOWN_EVERY = 500;

/** How many people are registered in the time that a day takes. */
const PEOPLE_A_DAY = 50;

/** How far it is: the days that passed, and before them the people who are registered on the first one. */
function wayThrough({ voices, size, progress }: Readonly<{ voices: Prepared['voices']; size: Size; progress: ShowsProgress }>) {
  const from = dayOfMoment(STORIES[0].begins);
  const people = registeredFirst(size);
  const total = daysBetween(from, ENDS) + people / PEOPLE_A_DAY;
  let day = from;
  const show = (): void => {
    const sent = STORIES.reduce((sum, { slug }) => sum + voices[slug].sent, 0);
    const done = daysBetween(from, day) + (day === from ? Math.min(sent, people) : people) / PEOPLE_A_DAY;
    progress.show(done, total, `${STORIES.length} programmes, ${day}, ${sent} commands`);
  };
  return {
    show,
    reach: (reached: Day): void => {
      day = reached;
      show();
    },
  };
}

const dayOfMoment = (at: string): Day => at.slice(0, 10) as Day;
