import type { CandidateEvent } from '../../src/candidate/candidate.events.js';
import { candidateDecider, type CandidateCommand } from '../../src/candidate/decider.js';
import { dayFrom } from '../../src/kernel/days.js';
import type { CandidateId } from '../../src/kernel/ids.js';
import type { Seal } from '../../src/kernel/messages.js';
import { specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

export const anna: CandidateId = testId('candidate', 'anna');

/** Words about Anna on their way to the vault. */
export const words: Seal = { subject: anna, words: testId('words') };

const event = eventTeller<CandidateEvent>();
const command = commandTeller<CandidateCommand>();

const unlinked = { walkIn: false, identity: 'unlinked', postcode4: 7551, birthYearBand: 1985 } as const;
const bijstand = { kind: 'bijstand', source: 'municipality' } as const;
const membership = { group: 'nugger', from: dayFrom('2019-09-02'), until: null, source: 'stated' } as const;

/** What is recorded about Anna. */
export const registered = event('CandidateRegistered', unlinked, words);
export const identityLinked = event('IdentityLinked', {}, words);
export const contactDetailsChanged = event('ContactDetailsChanged', { postcode4: 7511 }, words);
export const benefitStarted = event('BenefitStarted', bijstand);
export const benefitEnded = event('BenefitEnded', bijstand);
export const benefitResumed = event('BenefitResumed', bijstand);
export const targetGroupChanged = event('TargetGroupChanged', membership);

export const survivor: CandidateId = testId('candidate', 'survivor');
export const mergedInto = event('CandidateMergedInto', { survivorId: survivor });
export const erased = event('CandidateErased', { ground: 'retention-ended' });
export const erase = command('EraseCandidate', { ground: 'retention-ended' });
export const mergeUndone = event('MergeUndone', {});

/** What may be asked for Anna. */
export const register = command('RegisterCandidate', unlinked, words);
export const linkIdentity = command('LinkIdentity', {}, words);
export const changeContactDetails = command('ChangeContactDetails', { postcode4: 7511 }, words);
export const startBenefit = command('RecordBenefitStart', bijstand);
export const endBenefit = command('RecordBenefitEnd', bijstand);
export const resumeBenefit = command('RecordBenefitResumption', bijstand);
export const changeTargetGroup = command('ChangeTargetGroup', membership);

export const merge = command('MergeCandidate', { survivorId: survivor });
export const undoMerge = command('UndoMerge', {});

/** Stories of candidates. */
export const given = specFor(candidateDecider);
