import { unseenOf } from '../harness/walk-properties.js';
import { meetingWalk, undisturbedWalk } from './meeting.walk.js';

describe('meetings led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = ['SendInvitation', 'AnswerInvitation', 'CancelMeeting', 'void', 'overridden', 'refused meeting-cancelled'];
    expect(unseenOf(must, meetingWalk, { walks: 10, steps: 40 })).toEqual([]);
  }, 120_000);

  it('keep it also where they come to their day (P8, P9)', () => {
    const must = [
      ...Object.keys(undisturbedWalk.decider.offers),
      'late',
      'refused breaks-later',
      'refused not-on-the-day-of-the-meeting',
      'refused already-invited',
    ];
    expect(unseenOf(must, undisturbedWalk, { walks: 12, steps: 60 })).toEqual([]);
  }, 120_000);
});
