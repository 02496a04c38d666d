import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { definition } from '../../programme/programme.events.js';

/** As small as a programme can be that promises something. */
const EXAMPLE = {
  slug: 'meet-and-work',
  title: 'Meet and work',
  goals: ['paid-work'],
  placementKinds: ['job'],
  phases: [{ id: 'support', opens: ['PlacementStarted'], holds: ['CheckInRecorded', 'CheckInMissed'] }],
  plan: { signatories: ['candidate', 'employer'] },
  beforePlacement: { talk: false, plan: false, agreements: [] },
  followUps: [
    {
      id: 'check-in-after-start',
      on: 'PlacementStarted',
      due: 'P14D',
      with: ['candidate'],
      calendar: 'all-days',
      settledBy: ['CheckInRecorded'],
      releasedBy: ['PlacementEnded'],
    },
  ],
  results: ['paid-work'],
};

/** Body of `POST /programmes`. */
export const PublishProgrammeDto = z
  .strictObject({
    publishedOn: day.optional().meta({ description: 'Today when absent.' }),
    validFrom: day.meta({ description: 'From when this version is in force.' }),
    definition: definition.meta({
      description: 'The programme as data; its slug names the programme. docs/trajectory.md tells what each part means.',
    }),
  })
  .meta({ id: 'PublishProgramme', examples: [{ publishedOn: '2019-09-01', validFrom: '2019-09-01', definition: EXAMPLE }] });
export type PublishProgrammeDto = z.output<typeof PublishProgrammeDto>;
