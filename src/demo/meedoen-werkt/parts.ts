import type { Click } from './meeting.js';

/** What the story wants to have seen, so that a newcomer can look for it. */
export type Part =
  'link' | 'miss' | 'end-and-return' | 'late' | 'note' | 'wrong-day' | 'other-goal' | 'support' | 'after-closing' | 'presented';

/** Each once; then some a second time, where there are enough lives. */
const PARTS: readonly Part[] = [
  'link',
  'wrong-day',
  'end-and-return',
  'other-goal',
  'after-closing',
  'late',
  'miss',
  'support',
  'presented',
  'note',
];
const AGAIN: readonly Part[] = ['other-goal', 'support', 'presented'];

/**
 * The parts that are still to be given out; each life takes the first that suits it when it comes about, so that the same lives
 * play the same parts for one seed.
 */
export class Parts {
  private readonly left: Part[] = [...PARTS, ...AGAIN];

  /** `falls`: whether this life's match comes to nothing. */
  take({ candidate }: Click, falls: boolean): Part | null {
    const at = this.left.findIndex((part) => suits(part, { walksIn: candidate.walksIn, falls }));
    return at === -1 ? null : this.left.splice(at, 1)[0];
  }

  /** Those that nobody could play even once. */
  get missing(): readonly Part[] {
    return this.left.filter((part) => !AGAIN.includes(part) || this.left.indexOf(part) !== this.left.lastIndexOf(part));
  }
}

function suits(part: Part, { walksIn, falls }: Readonly<{ walksIn: boolean; falls: boolean }>): boolean {
  if (part === 'presented') return falls;
  return !falls && (part === 'link') === walksIn;
}
