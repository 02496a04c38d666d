import { z } from 'zod';
import { day, positive, programmeId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { GOALS } from '../../programme/terms.js';

const goal = z.enum(GOALS);

/** How a trajectory comes under another version of its programme, or under the programme that takes its place. */
export const migrationVocabulary = {
  /**
   * From here on the rules are those of this version; what lies before keeps its own.
   * `followUpsFrom`: no follow-up that comes of it is due before this day. `goals`: what takes the place of a goal that is gone.
   */
  ProgrammeVersionMigrated: {
    schemaVersion: 1,
    data: z.strictObject({
      programmeId,
      programmeVersion: positive,
      followUpsFrom: day,
      goals: z.array(z.strictObject({ was: goal, is: goal })).readonly(),
    }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
