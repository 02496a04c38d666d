import type { Day, Period } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { ProgrammeId } from '../../src/kernel/ids.js';
import type { FollowUpRule } from '../../src/programme/programme.events.js';
import { shelfOf, type PublishedProgramme } from '../../src/programme/shelf.js';
import { calendar, meedoenWerkt, published } from '../examples/programme.examples.js';
import { testId } from '../harness/ids.js';
import { WALKED_MILESTONES } from './supported.walk.js';

/** The day on which every walk begins, and from which the first version is in force. */
export const BEGINS = '2020-01-06' as Day;

const [rule] = meedoenWerkt.followUps;
const escalating = { ...rule, escalate: [{ to: 'caseworker' as const, after: 'P3D' as Period }] };
const later: FollowUpRule = { ...escalating, id: 'check-in-later' as Code<'rule'>, due: 'P21D' as Period };
const review: FollowUpRule = { ...rule, id: 'review' as Code<'rule'>, due: 'P30D' as Period, with: ['candidate'] };
const renamed = { followUps: [{ was: rule.id, is: later.id }] };
const milestones = WALKED_MILESTONES;

/** The later ones ask for the same talk a week later and under another name, and for a talk with the candidate besides. */
const asksLater = { milestones, followUps: [later, review] };
const strict = {
  milestones,
  goals: ['paid-work', 'training'] as const,
  placementKinds: ['job', 'trial'] as const,
  followUps: [escalating],
};

const successorId: ProgrammeId = testId('programme', 'werkwinkel');
const successor: PublishedProgramme = {
  ...published(
    { ...asksLater, slug: 'werkwinkel' as Code<'programme'>, takesOver: [{ programme: meedoenWerkt.slug, mapping: renamed }] },
    { validFrom: BEGINS },
  ),
  programmeId: successorId,
};
const closing = { closedOn: '2020-07-01' as Day, successorId };

/**
 * Three versions of Meedoen Werkt, the second with fewer goals and kinds and no word on those that are gone, and then the programme
 * that takes its place; before the first, none is in force.
 */
export const walkedShelf = shelfOf(
  [
    { ...published({ milestones, followUps: [escalating] }, { validFrom: BEGINS }), ...closing },
    { ...published(strict, { version: 2, validFrom: '2020-01-20' }), ...closing },
    { ...published({ ...asksLater, mapping: renamed }, { version: 3, validFrom: '2020-02-10' }), ...closing },
    successor,
  ],
  [calendar()],
);

/** Whether a version is one of those that ask later, and for one talk more. */
export const asksLaterUnder = (version: Readonly<{ programmeId: ProgrammeId; programmeVersion: number }>): boolean =>
  version.programmeId === successorId || version.programmeVersion === 3;

/** Each version that a trajectory of a walk may come under. */
export const WALKED_VERSIONS = walkedShelf.standing.map(({ programmeId, version }) => ({
  programmeId,
  programmeVersion: version,
}));
