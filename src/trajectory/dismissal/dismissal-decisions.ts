import {
  announceDismissal,
  type AnnounceDismissal,
  type CannotAnnounceDismissal,
  judgeAnnouncement,
  offerAnnouncements,
} from './announce-dismissal.js';
import {
  type CannotReviseDismissal,
  judgeRevision,
  offerRevisions,
  reviseDismissal,
  type ReviseDismissal,
} from './revise-dismissal.js';

export type DismissalCommand = AnnounceDismissal | ReviseDismissal;
export type DismissalRefusal = CannotAnnounceDismissal | CannotReviseDismissal;

/** How dismissals are decided. */
export const dismissalDecisions = {
  propose: {
    AnnounceDismissal: announceDismissal,
    ReviseDismissal: reviseDismissal,
  },
  offers: {
    AnnounceDismissal: offerAnnouncements,
    ReviseDismissal: offerRevisions,
  },
  judge: {
    DismissalAnnounced: judgeAnnouncement,
    DismissalRevised: judgeRevision,
  },
  /** Facts from outside. */
  judgedOnce: ['DismissalAnnounced', 'DismissalRevised'],
  keeps: {},
} as const;
