import { z } from 'zod';
import { day, intakeId } from '../../../kernel/fields.events.js';
import { AMBITIONS, BARRIERS, NEEDS, TALENTS } from '../../../trajectory/intake/intake.events.js';
import { freeText } from '../../requests/words.dto.js';

/** The same four, in words. */
const IntakeWords = z
  .strictObject({
    talents: freeText.optional(),
    needs: freeText.optional(),
    ambitions: freeText.optional(),
    barriers: freeText.optional(),
  })
  .meta({ id: 'IntakeWords', description: 'Free text to each of the four. It is sealed: it stands in no event, list or log.' });

/** Body of `POST /trajectories/{trajectoryId}/intakes/talks`. */
export const RecordIntakeDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'Today when absent.' }),
    intakeId: intakeId.nullable().default(null).meta({ description: 'The intake that was planned.' }),
    talents: z.array(z.enum(TALENTS)).max(TALENTS.length),
    needs: z.array(z.enum(NEEDS)).max(NEEDS.length),
    ambitions: z.array(z.enum(AMBITIONS)).max(AMBITIONS.length),
    barriers: z.array(z.enum(BARRIERS)).max(BARRIERS.length),
    words: IntakeWords.optional(),
  })
  .meta({
    id: 'RecordIntake',
    examples: [
      {
        heldOn: '2019-10-11',
        talents: ['technical'],
        needs: ['guidance'],
        ambitions: ['paid-work'],
        barriers: ['travel'],
        words: { talents: 'Repairs bicycles.' },
      },
    ],
  });
export type RecordIntakeDto = z.output<typeof RecordIntakeDto>;
