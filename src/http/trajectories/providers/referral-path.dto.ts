import { z } from 'zod';
import { referralId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one referral. */
export const ReferralPath = z.strictObject({ referralId, trajectoryId });
export type ReferralPath = z.output<typeof ReferralPath>;
