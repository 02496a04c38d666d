import type { Api } from './api.js';
import { eachOf } from './each-of.js';

/** One line of a timeline, as the API answers it. */
export type Line = Readonly<{ streamId: string; type: string; occurredOn: string; data: Readonly<Record<string, unknown>> }>;

/** The timeline of one stream, corrections applied. */
export type Told = readonly Line[];

/**
 * A figure of a story: where it comes from, and how it is counted from the timelines of the story's streams.
 * `scaled`: where it is played small, one person stands for a hundred of the text.
 */
export type Counted = Readonly<{
  name: string;
  from: 'text' | 'ours';
  of: (told: readonly Told[]) => number;
  unit?: '%';
  scaled?: boolean;
}>;

/** The figures of one story by name, in the order of its table. */
export type Figures = Readonly<Record<string, number>>;

type Also = (data: Line['data'], line: Line) => boolean;

/** How many lines there are of a type. */
export const lines =
  (type: string, also: Also = () => true): Counted['of'] =>
  (told) =>
    told.flat().filter((line) => line.type === type && also(line.data, line)).length;

/** In how many streams there is a line of a type. */
export const streams =
  (type: string, also: Also = () => true): Counted['of'] =>
  (told) =>
    told.filter((one) => one.some((line) => line.type === type && also(line.data, line))).length;

/** How many whole per cent one count is of another; 0 of nothing. */
export const share =
  (part: Counted['of'], whole: Counted['of']): Counted['of'] =>
  (told) =>
    whole(told) === 0 ? 0 : Math.round((100 * part(told)) / whole(told));

/** Counts the figures of a story from the timelines of its streams, as the read model has them. */
export async function figuresOf(api: Pick<Api, 'ask'>, paths: readonly string[], counted: readonly Counted[]): Promise<Figures> {
  const told: Told[] = [];
  await eachOf(paths, async (path, at) => {
    told[at] = await timelineOf(api, path);
  });
  return Object.fromEntries(counted.map(({ name, of }) => [name, of(told)]));
}

/** On a candidate's timeline stand their trajectories too, which are counted by their own. */
const isOf = (streamId: string, path: string): boolean => streamId.endsWith(`-${path.slice(path.lastIndexOf('/') + 1)}`);

async function timelineOf(api: Pick<Api, 'ask'>, path: string): Promise<Told> {
  const told: Line[] = [];
  for (let after: string | null = ''; after !== null;) {
    const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: { items: Line[]; next: string | null } = await api.ask(`${path}/timeline?limit=100${place}`);
    told.push(...page.items.filter(({ streamId }) => isOf(streamId, path)));
    after = page.next;
  }
  return told;
}
