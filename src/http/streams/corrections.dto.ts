import { z } from 'zod';
import { CORRECTION_REASONS, CORRECTION_REQUESTERS } from '../../kernel/corrected.events.js';
import { day, eventId } from '../../kernel/fields.events.js';
import { AnyWords } from '../requests/words.dto.js';

/** As many as one append holds. */
const MOST = 100;

const data = z.record(z.string(), z.unknown()).meta({ description: 'As the events of this type have it: docs/events.md.' });

const why = {
  corrects: eventId.meta({ description: 'The event that is corrected; never a correction itself.' }),
  reason: z.enum(CORRECTION_REASONS),
  requestedBy: z.enum(CORRECTION_REQUESTERS),
};

const replacement = z.strictObject({ occurredOn: day, data, words: AnyWords.optional() });

const correction = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('replace'), ...why, replacement }),
    z.strictObject({ kind: z.literal('void'), ...why }),
    z.strictObject({ kind: z.literal('restore'), ...why }),
  ])
  .meta({ id: 'Correction' });

const late = z
  .strictObject({
    type: z.string().regex(/^[A-Z][A-Za-z]{1,59}$/, 'is no type of event'),
    occurredOn: day,
    data,
    words: AnyWords.optional(),
  })
  .meta({ id: 'LateFact', description: 'A fact that is entered together with the corrections and judged together with them.' });

/** Body of `POST /{streams}/{id}/corrections`: what is judged together, because one by one it could not be mended. */
export const CorrectEventsDto = z
  .strictObject({ corrections: z.array(correction).max(MOST).default([]), late: z.array(late).max(MOST).default([]) })
  .refine(({ corrections, late }) => corrections.length + late.length > 0, 'holds neither corrections nor late facts')
  .refine(
    ({ corrections, late }) => corrections.length + late.length <= MOST,
    `holds more than ${MOST} corrections and late facts`,
  )
  .meta({
    id: 'CorrectEvents',
    examples: [
      {
        corrections: [
          {
            kind: 'replace',
            corrects: 'b162d3c4-9f60-5e71-9283-60718293a4b5',
            reason: 'wrong-day',
            requestedBy: 'employer',
            replacement: {
              occurredOn: '2019-11-05',
              data: { placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4', reason: 'other-job', by: 'candidate' },
            },
          },
        ],
      },
    ],
  });
export type CorrectEventsDto = z.output<typeof CorrectEventsDto>;
