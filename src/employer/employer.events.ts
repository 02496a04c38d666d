import { z } from 'zod';
import { agreementId, code, placementId, positive, publicText, trajectoryId } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';

/** Legal forms by their statutory names. */
export const LEGAL_FORMS = [
  'eenmanszaak',
  'vof',
  'maatschap',
  'cv',
  'bv',
  'nv',
  'stichting',
  'vereniging',
  'cooperatie',
  'publiekrechtelijk',
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** The forms behind which natural persons stand in their own name, so that the name of such a firm is about a person. */
const FORMS_OF_PERSONS: ReadonlySet<LegalForm> = new Set<LegalForm>(['eenmanszaak', 'vof', 'maatschap', 'cv']);

/** Whether a firm of this form is named after persons as far as we can know; then its name is sealed, never in the clear. */
export const namesPersons = (form: LegalForm): boolean => FORMS_OF_PERSONS.has(form);

/** Sectors: the sections of the *Standaard Bedrijfsindeling* 2008, named in words because a letter says nothing. Source: CBS, SBI 2008. */
export const SECTORS = [
  'agriculture',
  'mining',
  'industry',
  'energy',
  'water-and-waste',
  'construction',
  'trade',
  'transport-and-logistics',
  'hospitality',
  'information-and-communication',
  'finance',
  'real-estate',
  'professional-services',
  'business-support-services',
  'public-administration',
  'education',
  'health-and-care',
  'culture-and-sport',
  'other-services',
  'households',
  'extraterritorial',
] as const;
export type Sector = (typeof SECTORS)[number];

/** How many people work there. */
export const SIZE_CLASSES = ['1', '2-9', '10-49', '50-249', '250-or-more'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** What an employer pledged (*werkakkoord*), whole, as it is from then on; `terms` in the codes of the tenant. */
const agreement = {
  agreementId,
  pledgedPlaces: positive,
  sector: z.enum(SECTORS),
  terms: z.array(code<'agreement-term'>()).max(20).readonly(),
};

/** Which placement counts for which agreement, as the version of a policy says. */
const credit = { agreementId, trajectoryId, placementId, policyVersion: code<'policy-version'>() };

/** Everything that is recorded about an employer. Its contact person is among the sealed words. */
export const employerVocabulary = {
  /** Sealed: the contact person, and the name where `namesPersons` says so; elsewhere the name stands in the clear. */
  EmployerRegistered: {
    schemaVersion: 1,
    data: z
      .strictObject({
        legalForm: z.enum(LEGAL_FORMS),
        sector: z.enum(SECTORS),
        sizeClass: z.enum(SIZE_CLASSES),
        name: publicText.nullable(),
      })
      .refine(({ legalForm, name }) => namesPersons(legalForm) === (name === null), {
        path: ['name'],
        error: 'the name of an eenmanszaak, vof, maatschap or cv is sealed; that of any other form stands here',
      }),
    upcasts: {},
  },
  /** Sealed: what was agreed in words. */
  EmployerAgreementSigned: { schemaVersion: 1, data: z.strictObject(agreement), upcasts: {} },
  /** Sealed: what was agreed in words. */
  EmployerAgreementAmended: { schemaVersion: 1, data: z.strictObject(agreement), upcasts: {} },
  PlacementCredited: { schemaVersion: 1, data: z.strictObject(credit), upcasts: {} },
  PlacementCreditRevoked: { schemaVersion: 1, data: z.strictObject(credit), upcasts: {} },
} as const satisfies Vocabulary;

export type EmployerEvent = EventOf<typeof employerVocabulary>;

type Of<T extends EmployerEvent['type']> = Extract<EmployerEvent, { type: T }>;

export type EmployerRegistered = Of<'EmployerRegistered'>;
export type EmployerAgreementSigned = Of<'EmployerAgreementSigned'>;
export type EmployerAgreementAmended = Of<'EmployerAgreementAmended'>;
export type PlacementCredited = Of<'PlacementCredited'>;
export type PlacementCreditRevoked = Of<'PlacementCreditRevoked'>;
