import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';
import { INCENTIVE_KINDS } from '../../../trajectory/instruments/instruments.events.js';

/** Body of `POST /trajectories/{trajectoryId}/incentives`. */
export const GrantIncentiveDto = z
  .strictObject({
    grantedOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(INCENTIVE_KINDS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'GrantIncentive',
    examples: [{ grantedOn: '2020-02-03', kind: 'gift', words: { note: 'A book token for the first three months.' } }],
  });
export type GrantIncentiveDto = z.output<typeof GrantIncentiveDto>;
