import type { Agenda } from './agenda.js';
import type { Api } from './api.js';
import type { Chance } from './chance.js';
import type { Counted } from './figures.js';

/** The text of each programme speaks of persons; `small` plays one for a hundred of them where they are too many to wait for. */
export type Size = 'small' | 'full';

/** What a story is played with. */
export type Stage = Readonly<{ api: Api; agenda: Agenda; chance: Chance; programmeId: string; size: Size }>;

/** One programme of the demo. `organisation`: who runs it, as the log names who acted. `begins`: when it is published and its story planned. */
export type Story = Readonly<{
  slug: string;
  title: string;
  organisation: string;
  begins: string;
  play: (stage: Stage) => Promise<void>;
  figures: readonly Counted[];
}>;

/** A stage of one's own within a story: own commands, own order, own chance. */
export function apart(stage: Stage, name: string): Stage {
  return { ...stage, api: stage.api.voice(name), agenda: stage.agenda.of(name), chance: stage.chance.of(name) };
}
