import { dayFrom } from '../../src/kernel/days.js';
import type { InstrumentId, MeasurementId } from '../../src/kernel/ids.js';
import type { TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import { testId } from '../harness/ids.js';
import { command, event, placementId } from './trajectory.examples.js';

/** What happens in the examples once somebody works. */
export const instrumentId: InstrumentId = testId('instrument', 'subsidy');
export const measurementId: MeasurementId = testId('measurement', 'first');

type Data<T extends Parameters<typeof event>[0]> = TrajectoryEventOf<T>['data'];

const contract = {
  placementId,
  contract: 'fixed-term',
  hoursPerWeek: 24,
  signedOn: dayFrom('2019-10-28'),
  from: dayFrom('2019-11-04'),
  until: null,
} as const;
const job = { sectorFrom: 'retail', sectorTo: 'care', startsOn: dayFrom('2020-03-01') } as unknown as Data<'NewJobFound'>;
const subsidy = {
  placementId,
  kind: 'wage-cost-subsidy',
  rules: { id: 'wage-cost-subsidy' as Data<'InstrumentGranted'>['rules']['id'], version: 3 },
  from: dayFrom('2019-11-04'),
  until: null,
} as const;
const subsidyEnd = { instrumentId, reason: 'placement-ended' } as const;
const warning = { kind: 'warning', reason: 'appointment-missed' } as const;
const measurement = {
  placementId,
  percent: 60,
  method: 'uniform-2021',
  normFunction: 'bakery-hand',
  validFrom: dayFrom('2020-01-01'),
  validUntil: null,
} as unknown as Omit<Data<'LoonwaardeMeasured'>, 'measurementId'>;
const objection = { measurementId, by: 'employer' } as const;

export const contractSigned = event('ContractSigned', contract);
export const placementExtended = event('PlacementExtended', { placementId, until: dayFrom('2020-11-03') });
export const placementConverted = event('PlacementConverted', { placementId, kind: 'learn-work' });
export const newJobFound = event('NewJobFound', job);
export const instrumentGranted = event('InstrumentGranted', { instrumentId, ...subsidy });
export const instrumentEnded = event('InstrumentEnded', subsidyEnd);
export const incentiveGranted = event('IncentiveGranted', { kind: 'gift' });
export const sanctionRecorded = event('SanctionRecorded', warning);
export const loonwaardeMeasured = event('LoonwaardeMeasured', { measurementId, ...measurement });
export const objectionFiled = event('LoonwaardeObjectionFiled', objection);
export const objectionDecided = event('LoonwaardeObjectionDecided', { ...objection, outcome: 'unfounded' });

export const signContract = command('SignContract', contract);
export const extendPlacement = command('ExtendPlacement', { placementId, until: dayFrom('2020-11-03') });
export const convertPlacement = command('ConvertPlacement', { placementId, kind: 'learn-work' });
export const recordNewJob = command('RecordNewJob', job);
export const grantInstrument = command('GrantInstrument', subsidy);
export const endInstrument = command('EndInstrument', subsidyEnd);
export const grantIncentive = command('GrantIncentive', { kind: 'gift' });
export const recordSanction = command('RecordSanction', warning);
export const measureLoonwaarde = command('MeasureLoonwaarde', measurement);
export const fileObjection = command('FileLoonwaardeObjection', objection);
export const decideObjection = command('DecideLoonwaardeObjection', { ...objection, outcome: 'unfounded' });
