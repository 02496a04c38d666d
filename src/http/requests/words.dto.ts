import { z } from 'zod';
import { PERSON_FIELDS } from '../candidates/person-words.dto.js';
import type { Words } from '../../application/ports/person-vault.js';

/** Free text about a person; it goes to the vault and nowhere else. Units: UTF-16 code units. */
export const freeText = z.string().min(1).max(4_000);

/** What a caseworker adds in words to a fact in codes. */
export const NoteWords = z
  .strictObject({ note: freeText })
  .meta({ id: 'NoteWords', description: 'Free text. It is sealed: it stands in no event, list or log.' });

/** A corrected BSN is held to the same form as a first one, or its claim would be another's. */
const misfits = (words: Readonly<Record<string, unknown>>) =>
  Object.entries(PERSON_FIELDS).flatMap(([field, schema]) => {
    const fitted = field in words ? schema.safeParse(words[field]) : null;
    return fitted?.success === false ? [{ path: [field], message: fitted.error.issues[0].message }] : [];
  });

/** Words of any event, for corrections, whose kind is known only when the event is looked up. */
export const AnyWords = z
  .record(
    z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
    z.union([freeText, z.number(), z.boolean(), z.null(), z.array(freeText).max(50)]),
  )
  .refine((words) => Object.keys(words).length <= 30, 'holds more than 30 fields')
  .superRefine((words, context) => {
    for (const { path, message } of misfits(words)) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'Words', description: 'Words by field, as the event that is corrected has them. They are sealed.' });

/** Words as the vault takes them: a field that was not sent is not there. */
export function wordsOf(words: Readonly<Record<string, Words[string] | undefined>>): Words {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Words;
}
