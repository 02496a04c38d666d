import type { Click } from './meeting.js';

/** What the story wants to have seen, so that a newcomer can look for it. */
export type Part =
  'link' | 'miss' | 'end-and-return' | 'late' | 'note' | 'wrong-day' | 'other-goal' | 'support' | 'after-closing' | 'presented';

/**
 * The parts that are still to be given out; each life takes the first that suits it when it comes about, so that the same lives
 * play the same parts for one seed.
 */
export class Parts {
  private readonly left: Part[] = [
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
    'other-goal',
    'support',
    'presented',
  ];

  /** `falls`: whether this life's match comes to nothing. */
  take({ candidate }: Click, falls: boolean): Part | null {
    const at = this.left.findIndex((part) => suits(part, { walksIn: candidate.walksIn, falls }));
    return at === -1 ? null : this.left.splice(at, 1)[0];
  }

  /** Those that nobody could play. */
  get missing(): readonly Part[] {
    return this.left;
  }
}

function suits(part: Part, { walksIn, falls }: Readonly<{ walksIn: boolean; falls: boolean }>): boolean {
  if (part === 'presented') return falls;
  return !falls && (part === 'link') === walksIn;
}
