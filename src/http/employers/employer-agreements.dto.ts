import { z } from 'zod';
import { SECTORS } from '../../employer/employer.events.js';
import { agreementId, code, day, employerId, placementId, positive, trajectoryId } from '../../kernel/fields.events.js';
import { NoteWords } from '../requests/words.dto.js';

/** Which agreement of which employer, in a path. */
export const EmployerAgreementPath = z.strictObject({ employerId, agreementId });
export type EmployerAgreementPath = z.output<typeof EmployerAgreementPath>;

/** Which placement that counts for it, in a path. */
export const CreditPath = EmployerAgreementPath.extend({ placementId });
export type CreditPath = z.output<typeof CreditPath>;

const pledge = {
  pledgedPlaces: positive.meta({ description: 'How many places the employer pledged.' }),
  sector: z.enum(SECTORS),
  terms: z
    .array(code<'agreement-term'>())
    .max(20)
    .readonly()
    .default([])
    .meta({ description: 'What was agreed, in the codes of the tenant.' }),
  words: NoteWords.optional(),
};

/** Body of `POST /employers/{employerId}/agreements`. */
export const SignEmployerAgreementDto = z
  .strictObject({ signedOn: day.optional().meta({ description: 'Today when absent.' }), ...pledge })
  .meta({
    id: 'SignEmployerAgreement',
    examples: [{ signedOn: '2018-10-01', pledgedPlaces: 10, sector: 'hospitality', terms: ['training-on-the-job'] }],
  });
export type SignEmployerAgreementDto = z.output<typeof SignEmployerAgreementDto>;

/** Body of `POST /employers/{employerId}/agreements/{agreementId}/amendments`. */
export const AmendEmployerAgreementDto = z
  .strictObject({ amendedOn: day.optional().meta({ description: 'Today when absent.' }), ...pledge })
  .meta({ id: 'AmendEmployerAgreement', examples: [{ amendedOn: '2019-04-01', pledgedPlaces: 15, sector: 'hospitality' }] });
export type AmendEmployerAgreementDto = z.output<typeof AmendEmployerAgreementDto>;

const policyVersion = code<'policy-version'>().meta({
  description: 'The version of the policy by which it counts, or no longer does.',
});
const SOME_ID = '0b4a1c52-5f0e-5d36-9d0b-6f1f5f2f8a11';

/** Body of `POST /employers/{employerId}/agreements/{agreementId}/credits`. */
export const CreditPlacementDto = z
  .strictObject({
    creditedOn: day.optional().meta({ description: 'Today when absent.' }),
    trajectoryId,
    placementId,
    policyVersion,
  })
  .meta({
    id: 'CreditPlacement',
    examples: [{ creditedOn: '2019-09-01', trajectoryId: SOME_ID, placementId: SOME_ID, policyVersion: 'lasting-work-1' }],
  });
export type CreditPlacementDto = z.output<typeof CreditPlacementDto>;

/** Body of `POST /employers/{employerId}/agreements/{agreementId}/credits/{placementId}/revocation`. */
export const RevokePlacementCreditDto = z
  .strictObject({ revokedOn: day.optional().meta({ description: 'Today when absent.' }), trajectoryId, policyVersion })
  .meta({
    id: 'RevokePlacementCredit',
    examples: [{ revokedOn: '2019-10-01', trajectoryId: SOME_ID, policyVersion: 'lasting-work-1' }],
  });
export type RevokePlacementCreditDto = z.output<typeof RevokePlacementCreditDto>;

const CreditDto = z
  .object({ placementId: z.uuid(), trajectoryId: z.uuid(), creditedOn: z.iso.date(), policyVersion: z.string() })
  .meta({ id: 'PlacementCredit' });

const EmployerAgreementDto = z
  .object({
    agreementId: z.uuid(),
    signedOn: z.iso.date(),
    pledgedPlaces: z.int().min(1),
    sector: z.enum(SECTORS),
    terms: z.array(z.string()),
    credited: z.array(CreditDto).meta({ description: 'The placements that count for it now.' }),
  })
  .meta({ id: 'EmployerAgreement' });

/** The agreements of one employer; all at once, since they are few. */
export const EmployerAgreementsDto = z.object({ items: z.array(EmployerAgreementDto) }).meta({ id: 'EmployerAgreements' });
export type EmployerAgreementsDto = z.output<typeof EmployerAgreementsDto>;
