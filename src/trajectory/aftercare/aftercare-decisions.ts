import {
  type CannotAssignAftercareContact,
  judgeAftercareContact,
  offerAftercareContacts,
  assignAftercareContact,
  type AssignAftercareContact,
} from './assign-aftercare-contact.js';
import {
  type CannotRecordGuidanceSession,
  judgeGuidanceSession,
  offerGuidanceSessions,
  recordGuidanceSession,
  type RecordGuidanceSession,
} from './record-guidance-session.js';

export type AftercareCommand = AssignAftercareContact | RecordGuidanceSession;
export type AftercareRefusal = CannotAssignAftercareContact | CannotRecordGuidanceSession;

/** How it is decided who stays in contact, and about guidance. */
export const aftercareDecisions = {
  propose: {
    AssignAftercareContact: assignAftercareContact,
    RecordGuidanceSession: recordGuidanceSession,
  },
  offers: {
    AssignAftercareContact: offerAftercareContacts,
    RecordGuidanceSession: offerGuidanceSessions,
  },
  judge: {
    AftercareContactAssigned: judgeAftercareContact,
    GuidanceSessionHeld: judgeGuidanceSession,
  },
} as const;
