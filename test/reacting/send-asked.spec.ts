import { BadAppend, type StoredEvent } from '../../src/application/ports/event-store.js';
import type { StoredCommand } from '../../src/application/ports/reactions.js';
import { NotNow } from '../../src/application/not-now.js';
import { sendAsked } from '../../src/application/reacting/send-asked.js';
import type { Reacting } from '../../src/application/reacting/reactor.js';
import { idOf } from '../../src/application/names.js';
import type { Refusal } from '../../src/kernel/messages.js';
import { matchFromMeeting } from '../../src/reactions/match-from-meeting.js';
import type { Asked, Reaction } from '../../src/reactions/reaction.js';
import { testId } from '../harness/ids.js';
import { TENANT } from '../harness/life.js';

const eventId = testId<'event'>('event', 1);
const cause = { tenant: TENANT, eventId, correlationId: testId('correlation', 1) } as unknown as StoredEvent;
const asked = { of: 'trajectory', id: null, command: { type: 'OfferTrajectory', data: {} } } as unknown as Asked;
const command = { asked, n: 3, answers: null } as unknown as StoredCommand;
const answer = { ...asked, id: testId('trajectory', 1) } as unknown as Asked;
const answering: Reaction = { ...matchFromMeeting, answers: { 'place-taken': () => answer } };

type Sent = Parameters<Reacting['flow']['run']>;

function sending(outcome: Refusal | Error | null, reaction = matchFromMeeting, of = command) {
  const sent: Sent[] = [];
  const flow: Reacting['flow'] = {
    run: (...wish) => {
      sent.push(wish);
      if (outcome instanceof Error) return Promise.reject(outcome);
      const refused = { kind: 'refused', refused: outcome } as never;
      return Promise.resolve(outcome ? refused : ({ kind: 'accepted' } as never));
    },
  };
  return { sent, outcome: sendAsked({ flow, name: idOf, reaction }, of, cause) };
}

describe('a command that a reaction asks', () => {
  it('goes under an id of event, reaction and number, in the engine’s name, as a consequence of the event', async () => {
    const { sent, outcome } = sending(null);
    expect(await outcome).toEqual({ settled: { kind: 'done' } });
    expect(sent[0][1].origin).toMatchObject({
      kind: 'engine',
      identity: { tenant: TENANT, role: 'system' },
      commandId: idOf(['reaction', eventId, 'match-from-meeting', 3]),
      causationId: eventId,
      correlationId: cause.correlationId,
    });
  });

  it.each<[string, Refusal, string]>([
    ['it is there already', { code: 'already-offered' }, 'already-offered'],
    ['what came later says so', { code: 'breaks-later', refusal: 'already-started' } as Refusal, 'already-started'],
  ])('leaves nothing to do when %s', async (_, refused, code) => {
    expect(await sending(refused).outcome).toEqual({ settled: { kind: 'nothing-left', code } });
  });

  it.each<[string, Refusal | Error, string]>([
    ['any other refusal', { code: 'subject-erased' }, 'subject-erased'],
    ['what came later for another reason', { code: 'breaks-later', refusal: 'outside-placement' } as Refusal, 'breaks-later'],
    ['a fault of the program', new TypeError('x'), 'fault-TypeError'],
    ['what the store would never take', new BadAppend('x'), 'fault-BadAppend'],
  ])('is for a person after %s', async (_, refused, code) => {
    expect(await sending(refused).outcome).toEqual({ settled: { kind: 'parked', code } });
  });

  it('is answered where the reaction names an answer, but an answer is not', async () => {
    const refused = { code: 'place-taken' };
    expect(await sending(refused, answering).outcome).toEqual({ settled: { kind: 'answered', code: 'place-taken' }, answer });

    const again = sending(refused, answering, { ...command, answers: 0 });
    expect(await again.outcome).toEqual({ settled: { kind: 'parked', code: 'place-taken' } });
  });

  it.each<[string, Refusal | Error]>([
    ['the store takes nothing', { code: 'store-closed' }],
    ['others were faster', { code: 'lost-the-race' }],
    ['the database is away', new Error('connection lost')],
  ])('has no outcome while %s, and goes again', async (_, outcome) => {
    const expected = outcome instanceof Error ? outcome.message : NotNow;
    await expect(sending(outcome).outcome).rejects.toThrow(expected);
  });
});
