import fs from 'node:fs';
import path from 'node:path';
import { vocabularies } from '../../src/read-models/vocabularies.js';
import { categoryOf } from '../../src/kernel/ids.js';
import { upcast, type StoredShape, type Vocabulary } from '../../src/kernel/vocabulary.js';
import { correctedVocabulary } from '../../src/kernel/corrected.events.js';
import { withEventTypes } from '../harness/event-type-list.js';
import { everyEventType } from '../harness/every-vocabulary.js';
import { publishedVectors } from './published-vectors.js';

const document = fs.readFileSync(path.join(__dirname, '../../docs/events.md'), 'utf8');

describe('the list of event types in docs/events.md', () => {
  it('is what the vocabularies say; npm run event-types writes it', () => {
    expect(withEventTypes(document)).toBe(document);
  });

  it('has every type that the source knows', () => {
    expect(everyEventType().filter(({ name }) => !document.includes(`- **${name}**, `))).toEqual([]);
  });

  it.each(publishedVectors)('has the type of vector $title, and its data fits the schema', ({ event }) => {
    const stored = event as unknown as StoredShape;
    const vocabulary: Vocabulary = { ...vocabularies[categoryOf(stored.streamId)], ...correctedVocabulary };
    const { type, data } = upcast(vocabulary, stored);
    expect(vocabulary[type].data.parse(data)).toEqual(data);
  });
});
