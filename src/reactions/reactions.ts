import { matchFromMeeting } from './match-from-meeting.js';
import { matchesAtStart } from './matches-at-start.js';
import { places } from './places.js';
import type { Reaction } from './reaction.js';
import { returns } from './returns.js';

/** Every reaction that there is; docs/reactions.md tells what each does. */
export const REACTIONS: readonly Reaction[] = [matchFromMeeting, matchesAtStart, places, returns];
