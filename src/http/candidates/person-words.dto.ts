import { z } from 'zod';
import { isBsn } from '../../kernel/bsn.js';
import { day } from '../../kernel/fields.events.js';

const name = z.string().min(1).max(200);

/** A citizen service number as text, because it may begin with 0. */
export const bsn = z
  .string()
  .refine(isBsn, 'is no BSN: nine digits that pass the eleven test')
  .meta({ description: 'Nine digits that pass the eleven test.', examples: ['999993549'] });

/** Where somebody can be reached. */
const contact = {
  email: z.email('is no e-mail address').max(254).optional(),
  telephone: z
    .string()
    .regex(/^\+?[0-9][0-9 ()-]{6,24}$/, 'is no telephone number')
    .optional(),
  street: name.optional(),
  houseNumber: z.string().min(1).max(20).optional(),
  postcode: z
    .string()
    .regex(/^[1-9][0-9]{3} ?[A-Za-z]{2}$/, 'is no Dutch postcode')
    .optional()
    .meta({ examples: ['7001 AB'] }),
  town: name.optional(),
};

/** All contact details as they are now. */
export const ContactWords = z.strictObject(contact).meta({
  id: 'ContactWords',
  description: 'How somebody can be reached. It is sealed; only the four digits of the postcode stand in the event.',
});

/** The words about a person whose form is known wherever they are sent. */
export const PERSON_FIELDS = { familyName: name, givenNames: name, birthDate: day, bsn, ...contact } as const;

/** Who somebody is. Whoever walks in may give as little as a first name. */
export const PersonWords = z
  .strictObject({
    familyName: name.optional(),
    givenNames: name.optional(),
    birthDate: day.optional(),
    bsn: bsn.optional(),
    ...contact,
  })
  .refine(
    ({ familyName, givenNames }) => familyName !== undefined || givenNames !== undefined,
    'holds neither familyName nor givenNames',
  )
  .meta({
    id: 'PersonWords',
    description:
      'Who somebody is. It is sealed; only the four digits of the postcode and the five years of birth stand in the event.',
  });

/** The four digits of a postcode, from which no street follows; null when none was given. */
export const postcode4Of = ({ postcode }: z.output<typeof ContactWords>): number | null =>
  postcode === undefined ? null : Number(postcode.slice(0, 4));

/** The first of the five years in which a birth date lies; null when none was given. */
export function birthYearBandOf({ birthDate }: z.output<typeof PersonWords>): number | null {
  return birthDate === undefined ? null : Math.floor(Number(birthDate.slice(0, 4)) / 5) * 5;
}
