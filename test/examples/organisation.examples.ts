import { dayFrom } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { AbsenceId, AgreementId, ServiceId, SubjectId, TeamId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { organisationDecider, type OrganisationCommand } from '../../src/organisation/decider.js';
import type { OrganisationEvent } from '../../src/organisation/organisation.events.js';
import { newId, specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

export const jan = 'jan' as SubjectId;
export const mieke = 'mieke' as SubjectId;
export const team: TeamId = newId('team');
export const noTeam: TeamId = testId('team', 'unknown');
export const agreement: AgreementId = newId('agreement');
export const noAgreement: AgreementId = testId('agreement', 'unknown');
const serviceId: ServiceId = newId('service');
const absenceId: AbsenceId = newId('absence');

const event = eventTeller<OrganisationEvent>();
const command = commandTeller<OrganisationCommand>();

const school = { kind: 'school', name: 'Voorbeeldcollege' as PublicText } as const;
const service = { service: 'job-coaching' as Code<'service'>, name: 'Jobcoaching' as PublicText };
const terms = {
  subjects: ['praktijkleren' as Code<'education-subject'>],
  places: 20,
  from: dayFrom('2019-10-01'),
  until: null,
};
const days = { from: dayFrom('2019-12-23'), until: dayFrom('2020-01-03') };
const closing = { closedOn: dayFrom('2019-12-27') };

/** What is recorded about the organisation. */
export const registered = event('OrganisationRegistered', school);
export const serviceOffered = event('ServiceOffered', { serviceId, ...service });
export const signed = event('EducationAgreementSigned', { agreementId: agreement, ...terms });
export const amended = event('EducationAgreementAmended', { agreementId: agreement, ...terms, places: 30 });
export const formed = event('TeamFormed', { teamId: team, name: 'Team Werk' as PublicText });
export const joined = event('MemberJoined', { teamId: team, subject: jan, role: 'caseworker' });
export const left = event('MemberLeft', { teamId: team, subject: jan });
export const absent = event('AbsenceRecorded', { absenceId, subject: jan, ...days });
export const standInNamed = event('StandInNamed', { subject: jan, standIn: mieke, ...days });
export const closed = event('ClosingDaySet', closing);

/** What may be asked of it. */
export const register = command('RegisterOrganisation', school);
export const offerService = command('OfferService', service);
export const sign = command('SignEducationAgreement', terms);
export const amend = command('AmendEducationAgreement', { agreementId: agreement, ...terms, places: 30 });
export const form = command('FormTeam', { name: 'Team Werk' as PublicText });
export const add = command('AddMember', { teamId: team, subject: jan, role: 'caseworker' });
export const remove = command('RemoveMember', { teamId: team, subject: jan });
export const recordAbsence = command('RecordAbsence', { subject: jan, ...days });
export const nameStandIn = command('NameStandIn', { subject: jan, standIn: mieke, ...days });
export const close = command('SetClosingDay', closing);

/** Stories of organisations. */
export const given = specFor(organisationDecider);
