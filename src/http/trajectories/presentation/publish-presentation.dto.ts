import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PERMISSIONS_GIVEN, PRESENTATION_KINDS } from '../../../trajectory/presentation/presentation.events.js';
import { freeText } from '../../requests/words.dto.js';

const PresentationWords = z
  .strictObject({ address: z.url().max(2_000), note: freeText.optional() })
  .meta({ id: 'PresentationWords', description: 'Where it is found. It is sealed: it stands in no event, list or log.' });

/** Body of `POST /trajectories/{trajectoryId}/presentations`. */
export const PublishPresentationDto = z
  .strictObject({
    publishedOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(PRESENTATION_KINDS),
    permission: z.enum(PERMISSIONS_GIVEN).meta({ description: 'How the candidate permitted it.' }),
    words: PresentationWords,
  })
  .meta({
    id: 'PublishPresentation',
    examples: [
      { publishedOn: '2020-03-20', kind: 'video', permission: 'written', words: { address: 'https://video.example.org/v/4f9f' } },
    ],
  });
export type PublishPresentationDto = z.output<typeof PublishPresentationDto>;
