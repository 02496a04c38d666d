import type { Counted, Figures } from './stage/figures.js';
import type { Size, Story } from './stage/stage.js';

/** The figures of every story by its programme. */
export type FiguresBySlug = Readonly<Record<string, Figures>>;

const LEGEND = [
  '"from the text": the figure stands in the text of the programme; "ours": we made it up, or it follows from what we made up.',
  'A follow-up that fell due may be done later, so it can count twice.',
];
const SCALED =
  '"1:100": one person stands for a hundred of the text, which speaks of 22,000, 1,500, just under 400 and 500; --full plays them all.';

/** The figures for a person to read, a table per programme; each says whether it is from the text. */
export function tableOf(stories: readonly Story[], figures: FiguresBySlug, size: Size): string {
  const tables = stories.map(({ slug, title, figures: counted }) => [
    '',
    `${title}, counted from the timelines`,
    ...counted.map(
      (one) =>
        `  ${one.name.padEnd(50)}${String(figures[slug][one.name]).padStart(6)} ${(one.unit ?? '').padEnd(1)} ${sourceOf(one, size)}`,
    ),
  ]);
  return [...tables.flat(), '', ...LEGEND, ...(size === 'small' ? [SCALED] : []), ''].join('\n');
}

function sourceOf({ from, scaled = false }: Counted, size: Size): string {
  if (from === 'ours') return 'ours';
  return scaled && size === 'small' ? 'from the text, 1:100' : 'from the text';
}
