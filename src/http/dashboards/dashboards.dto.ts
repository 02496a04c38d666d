import { z } from 'zod';
import { day, programmeId } from '../../kernel/fields.events.js';
import { TARGET_MEASURES } from '../../programme/programme.events.js';
import { FUNNEL } from '../../read-models/facts/funnel.js';
import { token } from '../answers/page.dto.js';
import { ReplayQuery } from '../requests/replay.js';
import { wholeNumber } from '../requests/whole-number.js';

/** What every figure of a programme is asked. */
const OfProgramme = ReplayQuery.extend({
  programmeId: programmeId.meta({ description: 'Of this programme, whatever its version.' }),
  minPosition: token.optional().meta({ description: 'The `position` that a command answered: the figure is at least as fresh.' }),
});

/** Query of the funnel. */
export const FunnelQuery = OfProgramme.extend({
  from: day.optional().meta({ description: 'Only what occurred from that day on.', examples: ['2019-01-01'] }),
  until: day.optional().meta({ description: 'Only what occurred until that day, it included.', examples: ['2019-12-31'] }),
});
export type FunnelQuery = z.output<typeof FunnelQuery>;

/** Query of a target. */
export const TargetQuery = OfProgramme.extend({
  year: wholeNumber(2000, 2199).meta({ description: 'The calendar year.', examples: [2019] }),
});
export type TargetQuery = z.output<typeof TargetQuery>;

const count = z.int().min(0);

const holdsFor = {
  programmeId: z.uuid(),
  knownAt: z.iso
    .datetime({ precision: 6 })
    .nullable()
    .meta({ description: 'For which instant of knowing the figure holds; null: nothing was ever recorded.' }),
  validOn: z.iso.date().nullable().meta({ description: 'What occurred later is left out; null: nothing is.' }),
  stale: z.boolean().meta({ description: 'Whether part of it waits for a repair, and may be older than the log.' }),
};

const StepDto = z
  .object({
    step: z.enum(FUNNEL.map(({ step }) => step)),
    title: z.object({ nl: z.string(), en: z.string() }),
    persons: count.meta({ description: 'Distinct persons who came to this step or to a later one.' }),
    reached: count.meta({ description: 'Distinct persons who are recorded at just this step.' }),
  })
  .meta({
    id: 'FunnelStep',
    examples: [{ step: 'talked', title: { nl: 'Gesprek gevoerd', en: 'Talked' }, persons: 1500, reached: 1500 }],
  });

/** How far people came. */
export const FunnelDto = z
  .object({ ...holdsFor, from: z.iso.date().nullable(), until: z.iso.date().nullable(), steps: z.array(StepDto) })
  .meta({ id: 'Funnel' });

/** A target beside what was reached. */
export const TargetDto = z
  .object({
    ...holdsFor,
    year: z.int(),
    measure: z
      .enum(TARGET_MEASURES)
      .meta({ description: 'What is counted: distinct persons who went from the benefit into a job.' }),
    benefit: z.string().meta({ description: 'The benefit that they had on the day before the job began.' }),
    target: z
      .int()
      .nullable()
      .meta({ description: 'What was set for that year; null: nothing was.', examples: [500] }),
    reached: count.meta({ examples: [397] }),
  })
  .meta({ id: 'Target' });
