import { addNote, closed, day, noteAdded, offered, started, words } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const noted = (on: string) => ({ ...noteAdded({ on, noteId: newId('note') }), seal: words });

describe('AddNote', () => {
  it('is added with its words sealed, to an offer, a trajectory and a closed one (R-22, P10)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(addNote('2019-10-03'))
      .then(noted('2019-10-03'));
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(addNote('2019-10-11'))
      .then(noted('2019-10-11'));
  });

  it('is added as often as somebody writes one (R-22)', () => {
    given(started({ on: '2019-10-03' }), noteAdded({ on: '2019-10-03' }))
      .when(addNote('2019-10-03'))
      .then(noted('2019-10-03'));
  });

  it('is refused where nothing began, and before it did (R-01)', () => {
    given().when(addNote('2019-10-03')).thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(addNote('2019-10-02'))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });
});
