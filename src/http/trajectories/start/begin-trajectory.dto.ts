import { z } from 'zod';
import { candidateId, day, programmeId, trajectoryId } from '../../../kernel/fields.events.js';
import { REFERRALS } from '../../../trajectory/start/start.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Whose trajectory it is; which round, follows from the previous one. */
const subject = {
  candidateId,
  programmeId,
  previousTrajectoryId: trajectoryId
    .nullable()
    .default(null)
    .meta({ description: 'Of a return: the trajectory before this one.' }),
};

/** Body of `POST /trajectories/offers`. */
export const OfferTrajectoryDto = z
  .strictObject({
    offeredOn: day.optional().meta({ description: 'Today when absent.' }),
    ...subject,
    words: NoteWords.optional(),
  })
  .meta({
    id: 'OfferTrajectory',
    examples: [
      {
        offeredOn: '2019-10-04',
        candidateId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f',
        programmeId: '8e3fa091-6c3d-5b4e-af50-3d4e5f607182',
      },
    ],
  });
export type OfferTrajectoryDto = z.output<typeof OfferTrajectoryDto>;

/** Body of `POST /trajectories`. */
export const StartTrajectoryDto = z
  .strictObject({
    startedOn: day.optional().meta({ description: 'Today when absent.' }),
    ...subject,
    enrolledOn: day.nullable().default(null).meta({ description: 'From which day terms count, where that is not the start.' }),
    referral: z.enum(REFERRALS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'StartTrajectory',
    examples: [
      {
        startedOn: '2019-10-04',
        candidateId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f',
        programmeId: '8e3fa091-6c3d-5b4e-af50-3d4e5f607182',
        referral: 'meeting',
      },
    ],
  });
export type StartTrajectoryDto = z.output<typeof StartTrajectoryDto>;
