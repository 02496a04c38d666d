import type { Code } from '../kernel/fields.events.js';
import type { PlacementId, TrajectoryId } from '../kernel/ids.js';

/** Stand in the samples of `next-steps` for what the caller has in mind. */
export const SOME_TERMS = { pledgedPlaces: 1, sector: 'trade', terms: ['example' as Code<'agreement-term'>] } as const;
export const SOME_PLACEMENT = {
  trajectoryId: '00000000-0000-5000-8000-000000000000' as TrajectoryId,
  placementId: '00000000-0000-5000-8000-000000000000' as PlacementId,
} as const;
export const SOME_POLICY = 'example' as Code<'policy-version'>;
