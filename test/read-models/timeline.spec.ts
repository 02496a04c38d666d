import { dayFrom, lastInstantOf } from '../../src/kernel/days.js';
import { streamIdOf } from '../../src/kernel/ids.js';
import { rowsOf } from '../../src/read-models/projection.js';
import { timeline, type TimelineRow } from '../../src/read-models/timeline/timeline.projection.js';
import { vocabularies } from '../../src/read-models/vocabularies.js';
import { anna, benefitEnded, benefitStarted, contactDetailsChanged, registered, words } from '../examples/candidate.examples.js';
import { idOf, replaced, restored, voided } from '../harness/decider-spec.js';
import { hengelo, storedOn } from './stored.js';

const stream = streamIdOf('candidate', anna);
const first = registered({ on: '2019-10-03' });

const rows = (...events: Parameters<typeof storedOn>[1]): TimelineRow[] => [
  ...rowsOf(timeline, storedOn(stream, events)).values(),
];

/** The order of the timeline, as a table is asked for it. */
const inOrder = (of: readonly TimelineRow[]): string[] =>
  of
    .toSorted(
      (one, other) =>
        Number(one.version > 1) - Number(other.version > 1) ||
        compare(one.occurredOn, other.occurredOn) ||
        one.version - other.version,
    )
    .map(({ type }) => type);
const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

describe('the timeline', () => {
  it('has a row for an event with what its line needs and where its words lie, not the words (P10)', () => {
    const [row] = rows(first);

    expect(row).toEqual({
      tenant: hengelo,
      streamId: stream,
      eventId: idOf('CandidateRegistered'),
      version: 1,
      occurredOn: '2019-10-03',
      recordedAt: '2019-10-02T22:00:00.000000Z',
      sealedAt: '2019-10-02T22:00:00.000000Z',
      type: 'CandidateRegistered',
      data: first.data,
      correctedBy: null,
      actor: { role: 'caseworker', organisation: 'gemeente' },
      words: { eventId: idOf('CandidateRegistered'), subject: words.subject, digest: 'ab'.repeat(32) },
    });
  });

  it('has one row for each event that counts, under the id of that event', () => {
    const made = rowsOf(
      timeline,
      storedOn(stream, [first, benefitStarted({ on: '2019-10-04' }), benefitEnded({ on: '2019-11-30' })]),
    );

    expect([...made.keys()]).toEqual(['CandidateRegistered', 'BenefitStarted', 'BenefitEnded'].map((type) => idOf(type)));
  });

  it('puts a late fact where it happened, after the first event', () => {
    const made = rows(first, benefitEnded({ on: '2019-11-30' }), benefitStarted({ on: '2017-05-01' }));

    expect(inOrder(made)).toEqual(['CandidateRegistered', 'BenefitStarted', 'BenefitEnded']);
  });

  it('shows an event as it was corrected, on its new day, and says by which correction (P8)', () => {
    const later = benefitStarted({ on: '2019-10-10', kind: 'ww' });
    const made = rows(first, benefitStarted({ on: '2019-10-04' }), replaced(idOf('BenefitStarted'), '2019-12-01', later));

    expect(made).toHaveLength(2);
    expect(made[1]).toMatchObject({
      eventId: idOf('BenefitStarted'),
      version: 2,
      occurredOn: '2019-10-10',
      data: { kind: 'ww' },
      correctedBy: idOf('EventCorrected'),
    });
  });

  it('finds the words of a corrected event with the correction that gave them', () => {
    const given = contactDetailsChanged({ on: '2019-10-05', postcode4: 7521 });
    const made = rows(
      first,
      contactDetailsChanged({ on: '2019-10-04' }),
      replaced(idOf('ContactDetailsChanged'), '2019-12-01', given),
    );

    expect(made[1]?.words?.eventId).toBe(idOf('EventCorrected'));
  });

  it('leaves out what was voided, and shows it again when that was restored (P8)', () => {
    const void_ = voided(idOf('BenefitStarted'), '2019-12-01');
    const restore = restored(idOf('BenefitStarted'), '2019-12-02');

    expect(inOrder(rows(first, benefitStarted({ on: '2019-10-04' }), void_))).toEqual(['CandidateRegistered']);
    expect(inOrder(rows(first, benefitStarted({ on: '2019-10-04' }), void_, restore))).toEqual([
      'CandidateRegistered',
      'BenefitStarted',
    ]);
  });

  it('can be made as it was known on a day, and as it was so on a day (P9)', () => {
    const later = benefitStarted({ on: '2019-10-10' });
    const stored = storedOn(stream, [
      first,
      benefitStarted({ on: '2019-10-04' }),
      replaced(idOf('BenefitStarted'), '2019-12-01', later),
    ]);
    const started = (cut: Parameters<typeof rowsOf>[2]) => rowsOf(timeline, stored, cut).get(idOf('BenefitStarted'))?.occurredOn;

    expect(started({ knownAt: lastInstantOf(dayFrom('2019-11-30')) })).toBe('2019-10-04');
    expect(started({ knownAt: lastInstantOf(dayFrom('2019-12-01')) })).toBe('2019-10-10');
    expect(started({ validOn: dayFrom('2019-10-09') })).toBeUndefined();
    expect(started({ validOn: dayFrom('2019-10-10') })).toBe('2019-10-10');
  });

  it('is nothing where there is nothing', () => expect(rows()).toEqual([]));

  it('listens to every event of every stream', () => {
    const names = Object.values(vocabularies).flatMap((vocabulary) => Object.keys(vocabulary));

    expect(Object.keys(timeline.on).sort()).toEqual(names.sort());
  });
});
