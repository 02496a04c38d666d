import type { Accepted } from '../../src/application/commands/accepted.js';
import type { CorrectionWish, Wish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { streamIdOf, type EventId, type TenantId } from '../../src/kernel/ids.js';
import { meedoenWerkt } from '../examples/programme.examples.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { employedTrajectory, publishedCalendar, publishedProgramme } from '../harness/published-programme.js';

type Around = ReturnType<typeof memoryFlow>;

const wish = (type: string, data: object): Wish => ({ kind: 'command', type, data });
const why = { reason: 'wrong-details', requestedBy: 'supervisor' } as const;
const correcting = (...corrections: readonly CorrectionWish[]): Wish => ({ kind: 'corrections', corrections, late: [] });
const accepted = (outcome: Accepted | Refused): Accepted => {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
  return outcome;
};

const streamOf = (around: Around, category: 'trajectory' | 'programme' | 'ruleset', id: string) =>
  around.store.readStream('hengelo' as TenantId, streamIdOf(category, id));

/** The ledger of a trajectory: type, due day and the calendar that it was reckoned by. */
async function ledgerOf(around: Around, id: string) {
  const events = await streamOf(around, 'trajectory', id);
  return events.flatMap(({ type, data }) => {
    const { dueOn, calendar } = data as { dueOn?: string; calendar?: { rulesetId: string; version: number } };
    return dueOn ? [{ type, dueOn, calendar: [calendar!.rulesetId, calendar!.version] }] : [];
  });
}

async function eventOf(around: Around, id: string, type: string): Promise<Readonly<{ eventId: EventId; data: object }>> {
  const found = (await streamOf(around, 'trajectory', id)).find((event) => event.type === type);
  return { eventId: found!.eventId, data: found!.data as object };
}

/** The placement began a day later than was said: its follow-ups move. */
async function moveStart(around: Around, id: string, to: string): Promise<Accepted | Refused> {
  const { eventId, data } = await eventOf(around, id, 'PlacementStarted');
  const replacement = { occurredOn: to as Day, data };
  return around.send({ category: 'trajectory', id }, correcting({ corrects: eventId, kind: 'replace', replacement, ...why }));
}

const start = (candidateId: string, programmeId: string): Wish =>
  wish('StartTrajectory', { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' });

/** Another candidate starts in the programme; under which version? */
async function versionOfNewStart(around: Around, programmeId: string): Promise<unknown> {
  const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const registered = await around.send({ category: 'candidate', id: null }, {
    ...wish('RegisterCandidate', person),
    words: {},
  } as Wish);
  const begun = accepted(await around.send({ category: 'trajectory', id: null }, start(accepted(registered).id!, programmeId)));
  return ((await streamOf(around, 'trajectory', begun.id!))[0].data as { programmeVersion: number }).programmeVersion;
}

describe('what a follow-up was planned by', () => {
  it('is still found when the tenant publishes a calendar of that name, and is by none of its own (R-50, P7)', async () => {
    const around = memoryFlow();
    const programmeId = await publishedProgramme(around, 'hengelo', 'nl');
    const national = await publishedCalendar(around, 'nl', { validFrom: '2019-02-01' });
    const id = await employedTrajectory(around, programmeId);
    const own = await publishedCalendar(around, 'hengelo', {
      scope: 'tenant',
      content: { workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
    });
    await publishedCalendar(around, 'hengelo', { scope: 'tenant', validFrom: '2019-02-01' });

    await around.clock.moveTo(startOf('2019-09-08' as Day));
    accepted(await moveStart(around, id, '2019-09-07'));

    const pin = [national, 2];
    expect(own).not.toBe(national);
    expect(await ledgerOf(around, id)).toEqual([
      ...Array(2).fill({ type: 'FollowUpPlanned', dueOn: '2019-09-19', calendar: pin }),
      ...Array(2).fill({ type: 'FollowUpMoved', dueOn: '2019-09-21', calendar: pin }),
    ]);
  });

  it("is that of the country on a day that the tenant's own does not cover (R-402)", async () => {
    const around = memoryFlow();
    const programmeId = await publishedProgramme(around, 'hengelo', 'nl');
    await publishedCalendar(around, 'hengelo', { scope: 'tenant', validFrom: '2020-01-01' });
    const id = await employedTrajectory(around, programmeId);
    const national = await publishedCalendar(around, 'nl', { validFrom: '2019-02-01' });
    expect((await ledgerOf(around, id)).map(({ calendar }) => calendar)).toEqual(Array(2).fill([national, 1]));
  });

  it('is still found when that version is voided or replaced; what is new takes another (R-50, P7, P8)', async () => {
    const around = memoryFlow();
    const programmeId = await publishedProgramme(around);
    const rulesetId = await publishedCalendar(around, 'hengelo', { validFrom: '2019-02-01' });
    const id = await employedTrajectory(around, programmeId);
    const [first, second] = await streamOf(around, 'ruleset', rulesetId);
    const weekdays = { ...(first.data as object), content: { workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] } };
    const corrections = correcting(
      { corrects: second.eventId, kind: 'void', ...why },
      { corrects: first.eventId, kind: 'replace', ...why, replacement: { occurredOn: '2019-09-05' as Day, data: weekdays } },
    );
    accepted(await around.send({ category: 'ruleset', id: rulesetId }, corrections, { role: 'administrator' }));

    await around.clock.moveTo(startOf('2019-09-08' as Day));
    accepted(await moveStart(around, id, '2019-09-07'));
    const other = await employedTrajectory(around, programmeId);

    expect((await ledgerOf(around, id)).at(-1)).toEqual({ type: 'FollowUpMoved', dueOn: '2019-09-21', calendar: [rulesetId, 2] });
    expect((await ledgerOf(around, other))[0]).toEqual({
      type: 'FollowUpPlanned',
      dueOn: '2019-09-23',
      calendar: [rulesetId, 4],
    });
  });
});

describe('the programme that a trajectory stands under', () => {
  const other = { ...meedoenWerkt, followUps: [], names: {}, goals: ['training'] };

  async function corrected(kind: 'replace' | 'void') {
    const around = memoryFlow();
    const programmeId = await publishedProgramme(around);
    const target = { category: 'programme', id: programmeId } as const;
    const again = wish('PublishProgramme', { validFrom: '2019-02-01', definition: meedoenWerkt });
    accepted(await around.send(target, again, { role: 'administrator' }));
    const id = await employedTrajectory(around, programmeId);

    const [, { eventId: corrects }] = await streamOf(around, 'programme', programmeId);
    const replacement = { occurredOn: '2019-09-05' as Day, data: { validFrom: '2019-02-01', definition: other } };
    const correction = kind === 'void' ? { corrects, kind, ...why } : { corrects, kind, ...why, replacement };
    accepted(await around.send(target, correcting(correction), { role: 'administrator' }));
    return { around, programmeId, id };
  }

  it.each([
    ['replace', 3],
    ['void', 1],
  ] as const)(
    'stays as it was after a %s of its version; what is new stands under version %i (P7, P8)',
    async (kind, version) => {
      const { around, programmeId, id } = await corrected(kind);
      const goal = wish('ChangeGoal', { goal: 'work-experience', askAgainOn: '2020-01-01', reason: 'candidate-wishes' });

      accepted(await around.send({ category: 'trajectory', id }, goal));
      const types = (await streamOf(around, 'trajectory', id)).map(({ type }) => type);
      expect(types).not.toContain('FollowUpCancelled');
      expect(await versionOfNewStart(around, programmeId)).toBe(version);
    },
  );

  it('can be corrected though its definition names a calendar, also by a late version and by taking a void back (R-64, P8)', async () => {
    const around = memoryFlow();
    const programmeId = await publishedProgramme(around);
    const target = { category: 'programme', id: programmeId } as const;
    const data = { validFrom: '2019-03-01', definition: meedoenWerkt };
    const late = { kind: 'corrections', corrections: [], late: [{ type: 'ProgrammePublished', occurredOn: '2019-09-05', data }] };
    accepted(await around.send(target, late as unknown as Wish, { role: 'administrator' }));

    const [first, { eventId: corrects }] = await streamOf(around, 'programme', programmeId);
    const replacement = { occurredOn: '2019-09-05' as Day, data: { ...data, validFrom: '2019-01-15' } };
    const replace = { corrects: first.eventId, kind: 'replace', replacement, ...why } as const;
    accepted(await around.send(target, correcting(replace), { role: 'administrator' }));
    accepted(await around.send(target, correcting({ corrects, kind: 'void', ...why }), { role: 'administrator' }));
    accepted(await around.send(target, correcting({ corrects, kind: 'restore', ...why }), { role: 'administrator' }));

    const [rule] = meedoenWerkt.followUps;
    const unknown = { ...meedoenWerkt, followUps: [{ ...rule, calendar: 'moon' }], names: {} };
    const faulty = { ...replace, replacement: { ...replacement, data: { ...data, definition: unknown } } } as CorrectionWish;
    expect(await around.send(target, correcting(faulty), { role: 'administrator' })).toMatchObject({
      refused: { code: 'definition-faulty', faults: [{ code: 'unknown-calendar' }] },
    });
  });
});
