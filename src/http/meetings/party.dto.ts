import { z } from 'zod';
import { candidateId, employerId } from '../../kernel/fields.events.js';

/** Somebody at a meeting, from one of its two sides. */
export const party = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('candidate'), candidateId }),
    z.strictObject({ kind: z.literal('employer'), employerId }),
  ])
  .meta({ id: 'Party' });
