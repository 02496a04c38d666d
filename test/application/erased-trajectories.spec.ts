import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { idOf } from '../../src/application/names.js';
import { PERMISSIONS } from '../../src/application/permissions.js';
import { AnswerNextStepsOf } from '../../src/application/questions/next-steps-of.js';
import { NextStepsOf } from '../../src/application/questions/questions.js';
import type { Refused } from '../../src/application/refusals.js';
import { ENDS_AFTER_ERASURE } from '../../src/application/streams/ends-after-erasure.js';
import { streamIdOf, type TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { employedTrajectory, publishedProgramme } from '../harness/published-programme.js';

const tenant = 'hengelo' as TenantId;
const gone = { code: 'candidate-erased', erasedOn: '2019-09-05' };
const refusalOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused : outcome.kind);
const wish = (type: string, data: unknown): Wish => ({ kind: 'command', type, data });

type Step = Readonly<{ command: string; subject: Record<string, unknown>; refusal?: unknown }>;
type Steps = Readonly<{ now: readonly Step[]; late: readonly Step[]; not: readonly Step[]; correctable: boolean }>;

/** Somebody at work, and erased since. */
async function erasedAtWork() {
  const around = memoryFlow();
  const id = await employedTrajectory(around, await publishedProgramme(around));
  const trajectory = { category: 'trajectory', id } as const;
  const stored = () => around.store.readStream(tenant, streamIdOf('trajectory', id));
  const [{ data }] = await stored();
  const candidate = { category: 'candidate', id: (data as { candidateId: string }).candidateId } as const;
  const erase = () => around.send(candidate, wish('EraseCandidate', { ground: 'right-to-erasure' }), { role: 'archivist' });

  const steps = async (role: Role): Promise<Steps> => {
    const identity = { tenant, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
    const answer = await new AnswerNextStepsOf(around.store, around.clock, idOf).execute(
      new NextStepsOf(identity, streamIdOf('trajectory', id), {}),
    );
    return (answer as { steps: Steps }).steps;
  };
  return { ...around, id, trajectory, stored, erase, steps };
}

describe('a trajectory whose candidate was erased', () => {
  // Seen to fail when the trajectory does not look at its candidate (mutant erased-not-looked-at).
  it('takes nothing about somebody whom nobody can name, in codes neither, of whatever day, whoever lets it pass (R-593, P10)', async () => {
    const { send, trajectory, erase, stored } = await erasedAtWork();
    const [, { eventId }] = await stored();
    expect(await erase()).toMatchObject({ kind: 'accepted' });

    const risk = wish('ChangeGoal', { goal: 'training', askAgainOn: '2020-01-01', reason: 'candidate-wishes' });
    expect(refusalOf(await send(trajectory, risk))).toEqual(gone);
    expect(refusalOf(await send(trajectory, { ...risk, on: '2019-09-04' } as Wish))).toEqual(gone);
    expect(refusalOf(await send(trajectory, risk, { role: 'supervisor', override: 'known-otherwise' }))).toEqual(gone);
    const taken = { corrects: eventId, kind: 'void', reason: 'entered-in-error', requestedBy: 'caseworker' };
    const corrections = { kind: 'corrections', corrections: [taken], late: [] } as unknown as Wish;
    expect(refusalOf(await send(trajectory, corrections, { role: 'supervisor' }))).toEqual(gone);
  });

  it.each(['caseworker', 'supervisor'] as const)('takes exactly what next-steps lists for a %s (R-593)', async (role) => {
    const { send, trajectory, erase, steps } = await erasedAtWork();
    const before = await steps(role);
    await erase();
    const after = await steps(role);

    const named = (of: readonly Step[]) => new Set(of.map(({ command }) => command));
    expect(after.now.length).toBeGreaterThan(1);
    expect(named(after.now)).toEqual(new Set([...named(before.now)].filter((command) => ENDS_AFTER_ERASURE.has(command))));
    expect([after.late, after.correctable]).toEqual([[], false]);
    expect(named([...after.now, ...after.not])).toEqual(named([...before.now, ...before.late, ...before.not]));
    for (const { command, subject, refusal } of after.not.filter((step) => !ENDS_AFTER_ERASURE.has(step.command))) {
      expect([command, refusal]).toEqual([command, gone]);
      if (!PERMISSIONS[role].has(command)) continue;
      // A sample may name an organisation that is nowhere, which is found before anything is decided.
      const outcome = refusalOf(await send(trajectory, wish(command, subject ?? {}), { role }));
      if ((outcome as { code: string }).code !== 'no-such-reference') expect([command, outcome]).toEqual([command, gone]);
    }
    const closing = ({ command }: Step) => Number(command === 'CloseTrajectory');
    for (const { command, subject } of after.now.toSorted((one, other) => closing(one) - closing(other)))
      expect([command, refusalOf(await send(trajectory, wish(command, subject), { role }))]).toEqual([command, 'accepted']);
  });

  it('is closed by a person, and takes nothing more after that but what was to end (R-593)', async () => {
    const { send, trajectory, erase, steps } = await erasedAtWork();
    await erase();

    expect(refusalOf(await send(trajectory, wish('CloseTrajectory', { result: 'withdrew' })))).toBe('accepted');
    const { now } = await steps('caseworker');
    expect(now.map(({ command }) => command)).toEqual(['EndPlacement']);
    expect(
      refusalOf(await send(trajectory, wish('ReopenTrajectory', { reason: 'closed-by-mistake' }), { role: 'supervisor' })),
    ).toEqual(gone);
  });
});
