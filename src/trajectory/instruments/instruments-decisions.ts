import {
  grantInstrument,
  judgeGrant,
  offerInstruments,
  type CannotGrantInstrument,
  type GrantInstrument,
} from './grant-instrument.js';
import {
  endInstrument,
  judgeInstrumentEnding,
  offerInstrumentEndings,
  type CannotEndInstrument,
  type EndInstrument,
} from './end-instrument.js';
import {
  grantIncentive,
  judgeIncentive,
  offerIncentives,
  type CannotGrantIncentive,
  type GrantIncentive,
} from './grant-incentive.js';
import { recordSanction, judgeSanction, offerSanctions, type RecordSanction } from './record-sanction.js';

export type InstrumentsCommand = GrantInstrument | EndInstrument | GrantIncentive | RecordSanction;
/** A sanction is refused for no other reason than a reward. */
export type InstrumentsRefusal = CannotGrantInstrument | CannotEndInstrument | CannotGrantIncentive;

/** How instruments, incentives and sanctions are decided. */
export const instrumentsDecisions = {
  propose: {
    GrantInstrument: grantInstrument,
    EndInstrument: endInstrument,
    GrantIncentive: grantIncentive,
    RecordSanction: recordSanction,
  },
  offers: {
    GrantInstrument: offerInstruments,
    EndInstrument: offerInstrumentEndings,
    GrantIncentive: offerIncentives,
    RecordSanction: offerSanctions,
  },
  judge: {
    InstrumentGranted: judgeGrant,
    InstrumentEnded: judgeInstrumentEnding,
    IncentiveGranted: judgeIncentive,
    SanctionRecorded: judgeSanction,
  },
  judgedOnce: [],
  keeps: { InstrumentGranted: ['instrumentId'] },
} as const;
