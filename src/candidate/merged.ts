import type { CandidateId } from '../kernel/ids.js';
import type { Candidate } from './candidate.js';

export type Merged = { code: 'merged'; survivorId: CandidateId };

/** Who was merged goes on as the survivor: what is done for this person is done there. Errors: `merged`. Source: R-318, docs/rules.md. */
export function judgeNotMerged({ merged }: Candidate): Merged | undefined {
  return merged ? { code: 'merged', survivorId: merged.survivorId } : undefined;
}
