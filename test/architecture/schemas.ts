import type { z } from 'zod';
import { shapeOf, type Shape } from '../harness/schema-shape.js';

/** The fields that may hold public text: names of organisations, titles and places; nothing about a person. */
export const PUBLIC_TEXTS: ReadonlySet<string> = new Set([
  'EmployerRegistered.name',
  'MeetingScheduled.title',
  'MeetingScheduled.place',
  'WorkplaceOffered.tasks',
  'FunctionAdapted.tasks',
  'OrganisationRegistered.name',
  'ServiceOffered.name',
  'TeamFormed.name',
  'SeriesStarted.title',
  'ProgrammePublished.definition.title',
  'ProgrammePublished.definition.names.phases.nl',
  'ProgrammePublished.definition.names.phases.en',
  'ProgrammePublished.definition.names.followUps.nl',
  'ProgrammePublished.definition.names.followUps.en',
  'ProgrammePublished.definition.names.results.nl',
  'ProgrammePublished.definition.names.results.en',
  'ProgrammePublished.definition.names.milestones.nl',
  'ProgrammePublished.definition.names.milestones.en',
]);

/** What a correction holds is checked by the schema of the event that it replaces: the name of its type, and its data. */
export const HELD_BY_ANOTHER_SCHEMA: ReadonlySet<string> = new Set([
  'EventCorrected.replacement.type',
  'EventCorrected.replacement.data',
]);

/** A code, or the name of an event: no spaces, nothing that reads as a sentence. */
const CODE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|(?:[A-Z][a-z]+){2,})$/;

/**
 * Every place in a schema where words about a person could stand in the clear, as `path: why`; none when the event is safe.
 * Only ids, codes, days, instants, periods, numbers, booleans, concepts of a closed list, and public text in listed fields pass.
 */
export function faultsOf(path: string, schema: z.ZodType): string[] {
  if (HELD_BY_ANOTHER_SCHEMA.has(path)) return [];

  const shape = shapeOf(schema);
  const find = FAULTS[shape.kind] as (path: string, shape: Shape) => string[];
  return find(path, shape);
}

const FAULTS: { [K in Shape['kind']]: (path: string, shape: Extract<Shape, { kind: K }>) => string[] } = {
  object: (path, { strict, fields }) => [
    ...(strict ? [] : [`${path}: takes members that it does not name`]),
    ...fields.flatMap(([name, field]) => faultsOf(`${path}.${name}`, field)),
  ],
  list: (path, { of }) => faultsOf(path, of),
  maybe: (path, { of }) => faultsOf(path, of),
  'one-of': (path, { options }) => options.flatMap((option) => faultsOf(path, option)),
  codes: (path, { codes }) =>
    codes.filter((code) => !CODE.test(String(code))).map((code) => `${path}: '${String(code)}' is no code`),
  text: (path, { field }) => faultsOfText(path, field),
  number: () => [],
  boolean: () => [],
  record: (path) => [`${path}: a record has no place in an event`],
  other: (path, { type }) => [`${path}: ${type} has no place in an event`],
};

function faultsOfText(path: string, field: string | undefined): string[] {
  if (!field) return [`${path}: free text`];
  return field === 'public-text' && !PUBLIC_TEXTS.has(path) ? [`${path}: public text in a field that is not listed`] : [];
}
