import { dayFrom as day } from '../../src/kernel/days.js';
import { changeTargetGroup, given, registered, targetGroupChanged } from '../examples/candidate.examples.js';

const anna = registered({ on: '2019-09-02' });

describe('ChangeTargetGroup', () => {
  it('is recorded beside another group (R-106)', () => {
    const state = given(anna, targetGroupChanged({ on: '2019-09-02' }))
      .when(changeTargetGroup({ on: '2019-10-01', group: 'banenafspraak', from: day('2019-10-01') }))
      .then(targetGroupChanged({ on: '2019-10-01', group: 'banenafspraak', from: day('2019-10-01') }))
      .thenState();

    expect([...state.targetGroups.keys()]).toEqual(['nugger', 'banenafspraak']);
  });

  it('lets the last word on a group count (R-106)', () => {
    const state = given(anna, targetGroupChanged({ on: '2019-09-02' }))
      .when(changeTargetGroup({ on: '2019-12-01', until: day('2019-11-30') }))
      .thenState();

    expect(state.targetGroups.get('nugger')).toEqual({ from: '2019-09-02', until: '2019-11-30' });
  });

  it('may last one day (R-106)', () => {
    given(anna)
      .when(changeTargetGroup({ on: '2019-10-01', until: day('2019-09-02') }))
      .then(targetGroupChanged({ on: '2019-10-01', until: day('2019-09-02') }));
  });

  it('is refused when it ends before it begins (R-106)', () => {
    given(anna)
      .when(changeTargetGroup({ on: '2019-10-01', until: day('2019-09-01') }))
      .thenRefused({ code: 'period-reversed', from: day('2019-09-02'), until: day('2019-09-01') });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(changeTargetGroup({ on: '2019-10-01' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});
