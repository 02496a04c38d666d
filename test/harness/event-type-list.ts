import type { z } from 'zod';
import { correctedVocabulary } from '../../src/kernel/corrected.events.js';
import type { Vocabulary } from '../../src/kernel/vocabulary.js';
import { vocabularies } from '../../src/read-models/vocabularies.js';
import { shapeOf, type Shape } from './schema-shape.js';

const BEGIN = '<!-- event types: begin -->';
const END = '<!-- event types: end -->';

/** The document with the list of event types that the vocabularies give, whatever stood between its two marks. */
export function withEventTypes(document: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the document lacks ${BEGIN} or ${END}`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${eventTypeList()}\n\n${document.slice(end)}`;
}

function eventTypeList(): string {
  const streams: readonly (readonly [string, Vocabulary])[] = [
    ...Object.entries(vocabularies),
    ['any stream', correctedVocabulary],
  ];
  return streams.map(([stream, vocabulary]) => `### ${stream}\n\n${linesOf(vocabulary)}`).join('\n\n');
}

function linesOf(vocabulary: Vocabulary): string {
  const types = Object.entries(vocabulary);
  return types
    .map(([name, type]) => `- **${name}**, schema version ${type.schemaVersion}: \`${textOf(type.data as z.ZodType)}\``)
    .join('\n');
}

function textOf(schema: z.ZodType): string {
  const shape = shapeOf(schema);
  return (TEXTS[shape.kind] as (shape: Shape) => string)(shape);
}

const TEXTS: { [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>) => string } = {
  object: ({ fields }) => (fields.length === 0 ? '{}' : `{ ${fields.map(memberText).join(', ')} }`),
  list: ({ of, min }) => `${groupedText(of)}[${min > 0 ? `${min} or more` : ''}]`,
  'one-of': ({ options }) => options.map(textOf).join(' | '),
  maybe: ({ of, absent }) => `${textOf(of)}${absent === null ? ' | null' : ''}`,
  codes: ({ codes }) => codes.map(String).join(' | '),
  number: ({ min, max }) => `${Number.isFinite(min) ? min : ''}..${Number.isFinite(max) ? max : ''}`,
  boolean: () => 'boolean',
  text: ({ field }) => `<${field ?? 'text'}>`,
  record: () => '<data of that type>',
  other: ({ type }) => `<${type}>`,
};

function memberText([name, schema]: readonly [string, z.ZodType]): string {
  const shape = shapeOf(schema);
  return `${name}${shape.kind === 'maybe' && shape.absent === undefined ? '?' : ''}: ${textOf(schema)}`;
}

function groupedText(schema: z.ZodType): string {
  const text = textOf(schema);
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text;
}
