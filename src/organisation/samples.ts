import type { Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { SubjectId } from '../kernel/ids.js';
import type { PublicText } from '../kernel/public-text.js';

/** Stand in the samples of `next-steps` for whom or what the caller has in mind. */
export const SOMEBODY = 'somebody' as SubjectId;
export const SOMEBODY_ELSE = 'somebody-else' as SubjectId;
export const NAME = 'Voorbeeld' as PublicText;
export const SOME_DAY = '2199-12-31' as Day;
export const SOME_SERVICE = 'example' as Code<'service'>;
export const SOME_SUBJECT = 'example' as Code<'education-subject'>;
