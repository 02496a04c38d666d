import { signContract, judgeContract, offerContracts, type CannotSignContract, type SignContract } from './sign-contract.js';
import {
  extendPlacement,
  judgeExtension,
  offerExtensions,
  type CannotExtendPlacement,
  type ExtendPlacement,
} from './extend-placement.js';
import {
  convertPlacement,
  judgeConversion,
  offerConversions,
  type CannotConvertPlacement,
  type ConvertPlacement,
} from './convert-placement.js';
import { recordNewJob, judgeNewJob, offerNewJobs, type CannotRecordNewJob, type RecordNewJob } from './record-new-job.js';

export type EmploymentCommand = SignContract | ExtendPlacement | ConvertPlacement | RecordNewJob;
export type EmploymentRefusal = CannotSignContract | CannotExtendPlacement | CannotConvertPlacement | CannotRecordNewJob;

/** How employment is decided. */
export const employmentDecisions = {
  propose: {
    SignContract: signContract,
    ExtendPlacement: extendPlacement,
    ConvertPlacement: convertPlacement,
    RecordNewJob: recordNewJob,
  },
  offers: {
    SignContract: offerContracts,
    ExtendPlacement: offerExtensions,
    ConvertPlacement: offerConversions,
    RecordNewJob: offerNewJobs,
  },
  judge: {
    ContractSigned: judgeContract,
    PlacementExtended: judgeExtension,
    PlacementConverted: judgeConversion,
    NewJobFound: judgeNewJob,
  },
  judgedOnce: [],
  keeps: {},
} as const;
