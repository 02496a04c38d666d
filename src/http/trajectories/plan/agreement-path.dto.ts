import { z } from 'zod';
import { agreementId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one agreement. */
export const AgreementPath = z.strictObject({ agreementId, trajectoryId });
export type AgreementPath = z.output<typeof AgreementPath>;
