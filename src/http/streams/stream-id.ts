import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import {
  candidateId,
  employerId,
  meetingId,
  programmeId,
  rulesetId,
  seriesId,
  trajectoryId,
  workplaceId,
  organisationId,
} from '../../kernel/fields.events.js';
import type { Category } from '../../kernel/ids.js';

/** What the id of each kind of stream must look like in a path. */
export const STREAM_ID: Readonly<Record<Category, z.ZodType<string>>> = {
  candidate: candidateId,
  trajectory: trajectoryId,
  employer: employerId,
  workplace: workplaceId,
  series: seriesId,
  meeting: meetingId,
  organisation: organisationId,
  programme: programmeId,
  ruleset: rulesetId,
};

/** A controller that was made for one kind of stream, under a name of its own: operations are named after it. */
export function namedFor<C extends Type<unknown>>(category: Category, controller: C): C {
  const kind = `${category[0].toUpperCase()}${category.slice(1)}`;
  return Object.defineProperty(controller, 'name', { value: `${kind}${controller.name}` });
}
