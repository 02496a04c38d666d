import { z } from 'zod';
import { day, employerId, matchId } from '../../../kernel/fields.events.js';
import { PLACEMENT_KINDS } from '../../../programme/terms.js';
import { CONTRACTS } from '../../../trajectory/placement/placement.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/placements`. */
export const StartPlacementDto = z
  .strictObject({
    startedOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId,
    employerId,
    kind: z.enum(PLACEMENT_KINDS),
    location: z.enum(['internal', 'external']).meta({ description: 'Internal: at the organisation that guides.' }),
    contract: z.enum(CONTRACTS),
    hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
    until: day.nullable().default(null).meta({ description: 'The last day as agreed, null when none was.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'StartPlacement',
    examples: [
      {
        startedOn: '2019-11-04',
        matchId: '9f40b1a2-7d4e-5c5f-b061-4e5f60718293',
        employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        kind: 'job',
        location: 'external',
        contract: 'fixed-term',
        hoursPerWeek: 24,
        until: '2020-05-03',
      },
    ],
  });
export type StartPlacementDto = z.output<typeof StartPlacementDto>;
