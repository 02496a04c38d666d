import { z } from 'zod';
import { agreementId, organisationId } from '../../kernel/fields.events.js';

/** Which agreement of which organisation, in a path. */
export const AgreementPath = z.strictObject({ organisationId, agreementId });
export type AgreementPath = z.output<typeof AgreementPath>;
