import { Agenda, instantOf } from './stage/agenda.js';
import type { Api } from './stage/api.js';
import { Chance } from './stage/chance.js';
import type { Progress } from './stage/progress.js';
import type { Size, Story } from './stage/stage.js';
import { meedoenWerkt } from './meedoen-werkt/story.js';

/** The programmes that are played, in the order in which they begin. */
export const STORIES: readonly Story[] = [meedoenWerkt];

/** No event of the stories lies after this day. */
const ENDS = '2020-06-30';

/** What is published before anything else, read from the shipped files; and who speaks for each programme. */
export type Prepared = Readonly<{ calendar: object; definitions: Readonly<Record<string, object>>; voices: Readonly<Record<string, Api>> }>;

/** All stories on one calendar, over the public API. */
export async function play(
  { calendar, definitions, voices }: Prepared,
  { seed, size, progress }: Readonly<{ seed: number; size: Size; progress: Progress }>,
): Promise<void> {
  const agenda = new Agenda();
  const [{ slug: first, begins }] = STORIES;
  const api = voices[first];

  await api.moveTo(instantOf(begins));
  await api.send('/rulesets', calendar, 'administrator');
  for (const story of STORIES)
    agenda.put(story.begins, async () => {
      const voice = voices[story.slug];
      const published = { validFrom: '2019-01-01', definition: definitions[story.slug] };
      const programmeId = await voice.create('/programmes', published, 'administrator');
      await story.play({ api: voice, agenda, chance: new Chance(seed, story.slug), programmeId, size });
    });
  await agenda.run(
    (at) => api.moveTo(instantOf(at)),
    (ran, left) => progress.show(ran, ran + left, `${STORIES.length} programmes, January 2019 to June 2020`),
  );
  await api.moveTo(instantOf(`${ENDS}T18:00`));
  await api.settle();
  progress.end();
}
