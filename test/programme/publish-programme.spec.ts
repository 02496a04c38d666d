import { dayFrom } from '../../src/kernel/days.js';
import { programmeDecider, type ProgrammeCommand, type ProgrammeRefusal } from '../../src/programme/decider.js';
import type { Programme } from '../../src/programme/programme.js';
import type { Definition, ProgrammeEvent } from '../../src/programme/programme.events.js';
import { meedoenWerkt } from '../examples/programme.examples.js';
import { idOf, specFor, toReplace } from '../harness/decider-spec.js';

const given = specFor<Programme, ProgrammeEvent, ProgrammeCommand, ProgrammeRefusal, undefined>(
  programmeDecider((calendar) => calendar === 'all-days'),
);
type Telling = { on: string; validFrom?: string; definition?: Definition };
const data = ({ on, validFrom = on, definition = meedoenWerkt }: Telling) => ({ validFrom: dayFrom(validFrom), definition });
const publish = (telling: Telling) => ({ type: 'PublishProgramme' as const, on: dayFrom(telling.on), data: data(telling) });
const published = (telling: Telling): ProgrammeEvent => ({
  type: 'ProgrammePublished',
  occurredOn: dayFrom(telling.on),
  data: data(telling),
});

const shorter: Definition = { ...meedoenWerkt, goals: ['paid-work'] };
const faulty: Definition = { ...meedoenWerkt, goals: ['paid-work', 'paid-work'] };

describe('PublishProgramme', () => {
  it('is published, for now, for later and for what is past (R-67)', () => {
    for (const validFrom of ['2019-09-01', '2020-01-01', '2019-01-01'])
      given()
        .when(publish({ on: '2019-09-01', validFrom }))
        .then(published({ on: '2019-09-01', validFrom }));
  });

  it('is published in another version, from the same day too (R-67)', () => {
    given(published({ on: '2019-09-01' }))
      .when(publish({ on: '2019-09-01', definition: shorter }))
      .then(published({ on: '2019-09-01', definition: shorter }));
  });

  it('is refused the second time, and not from another day (R-67)', () => {
    const story = given(published({ on: '2019-09-01' }));
    story.when(publish({ on: '2019-10-01', validFrom: '2019-09-01' })).thenRefused({
      code: 'already-published',
      publishedOn: dayFrom('2019-09-01'),
      validFrom: dayFrom('2019-09-01'),
    });
    story.when(publish({ on: '2019-10-01' })).then(published({ on: '2019-10-01' }));
  });

  it('is refused with faults, each with its path and reason (R-61)', () => {
    given()
      .when(publish({ on: '2019-09-01', definition: faulty }))
      .thenRefused({
        code: 'definition-faulty',
        faults: [{ path: 'goals[1]', code: 'said-twice', reason: 'paid-work is there already' }],
      });
  });

  it('is refused in the stream of another programme, with an override too, as faults are (R-67)', () => {
    const another = publish({ on: '2019-09-01', definition: { ...meedoenWerkt, slug: 'werkwinkel' as Definition['slug'] } });
    const story = given(published({ on: '2019-09-01' }));
    for (const asked of [story, story.overriding()]) {
      asked.when(another).thenRefused({ code: 'other-programme', slug: meedoenWerkt.slug });
      expect(asked.when(publish({ on: '2019-09-01', definition: faulty })).outcome).toMatchObject({
        refusal: { code: 'definition-faulty' },
      });
    }
  });

  it('is refused with faults by any override once the programme is closed, too (R-67, R-316)', () => {
    const closed = { type: 'ProgrammeClosed', occurredOn: dayFrom('2019-10-01'), data: { successorId: null } } as const;
    const story = given(published({ on: '2019-09-01' }), closed);
    const wish = publish({ on: '2019-10-02', definition: faulty });
    expect(story.when(wish).outcome).toMatchObject({ refusal: { code: 'programme-closed' } });
    expect(story.overriding().when(wish).outcome).toMatchObject({ refusal: { code: 'definition-faulty' } });
  });

  it('is judged when it is published: a correction of a later version does not judge an older one (P8)', () => {
    const gone: Definition = { ...shorter, followUps: [{ ...shorter.followUps[0], calendar: 'gone' as never }] };
    given(published({ on: '2019-09-01', definition: gone }), published({ on: '2019-10-01' }))
      .whenCorrecting([
        toReplace(idOf('ProgrammePublished', 1), {
          occurredOn: dayFrom('2019-10-01'),
          data: data({ on: '2019-10-01', definition: shorter }),
        }),
      ])
      .thenState();
  });
});
