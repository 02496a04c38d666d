import { createHash } from 'node:crypto';
import { humanReference, type HumanReference } from '../kernel/human-reference.js';

/** What people call the thing with this id; the same for ever, and not made to be unique. */
export function humanReferenceOf(id: string): HumanReference {
  return humanReference(createHash('sha256').update(id).digest());
}
