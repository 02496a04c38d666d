import { dayFrom as day } from '../../src/kernel/days.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { workplaceVocabulary } from '../../src/workplace/workplace.events.js';
import { given, offer, offered } from '../examples/workplace.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';

describe('OfferWorkplace', () => {
  it('is recorded (R-440)', () => {
    given()
      .when(offer({ on: '2019-09-20' }))
      .then(offered({ on: '2019-09-20' }));
  });

  it('is refused a second time (R-440)', () => {
    given(offered({ on: '2019-09-20' }))
      .when(offer({ on: '2019-09-21' }))
      .thenRefused({ code: 'workplace-already-offered', offeredOn: day('2019-09-20') });
  });

  it('stays with its employer (P8)', () => {
    const { data } = offered({ on: '2019-09-20', employerId: testId('employer', 'garage') });
    given(offered({ on: '2019-09-20' }))
      .whenCorrecting([toReplace(idOf('WorkplaceOffered'), { occurredOn: day('2019-09-20'), data })])
      .thenRefused({ code: 'ids-must-stay', eventId: idOf('WorkplaceOffered'), ids: ['employerId'] });
  });

  it.each(['bel Kim op 06-12345678', 'mail k.voorbeeld@example.org', '999993549'])(
    'has no task that is about a person: %s (P10)',
    (task) => {
      const { data } = offered({ on: '2019-09-20' });
      const schema = workplaceVocabulary.WorkplaceOffered.data;
      expect(schema.safeParse(data).success).toBe(true);
      expect(schema.safeParse({ ...data, tasks: [task as PublicText] }).success).toBe(false);
    },
  );
});
