import { z } from 'zod';
import { code, day, placementId, positive } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';
import { INSTRUMENT_KINDS } from '../../../trajectory/instruments/instruments.events.js';

/** Body of `POST /trajectories/{trajectoryId}/instruments`. */
export const GrantInstrumentDto = z
  .strictObject({
    grantedOn: day.optional().meta({ description: 'The day of the decision; today when absent.' }),
    placementId: placementId.nullable().default(null).meta({ description: 'Null when it is not bound to a placement.' }),
    kind: z.enum(INSTRUMENT_KINDS),
    rules: z
      .strictObject({ id: code<'ruleset'>(), version: positive })
      .meta({ description: 'The version of the ruleset under which it is granted.' }),
    from: day,
    until: day.nullable().default(null).meta({ description: 'The last day, null when open.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'GrantInstrument',
    examples: [
      {
        grantedOn: '2019-12-02',
        placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
        kind: 'wage-cost-subsidy',
        rules: { id: 'wage-cost-subsidy', version: 3 },
        from: '2019-11-04',
      },
    ],
  });
export type GrantInstrumentDto = z.output<typeof GrantInstrumentDto>;
