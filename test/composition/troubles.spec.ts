import pino from 'pino';
import { NoAnswer } from '../../src/adapters/event-store-kurrentdb/calls.js';
import { JobGone, RedisLost, RedisRefused } from '../../src/adapters/follow-ups-bullmq/redis-watch.js';
import { LogTrouble } from '../../src/application/ports/event-store.js';
import { tellingTroubles, troublesIn } from '../../src/composition/troubles.js';

/** What is logged when the engine meets these one after the other. */
function told(...errors: readonly unknown[]): readonly Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const { onError } = troublesIn(
    pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as object as never) }),
  );
  errors.forEach(onError);
  return lines;
}

const error = (message: string, more: object): Error => Object.assign(new Error(message), more);
const LOST = { level: 40, msg: 'a connection was lost and is made again' };

describe('what the engine meets and tries again by itself', () => {
  it.each([
    ['PostgreSQL that is away', error('connect', { code: 'ECONNREFUSED' }), { name: 'Error', code: 'ECONNREFUSED' }],
    ['PostgreSQL that ends', error('ended', { code: '57P01' }), { name: 'Error', code: '57P01' }],
    ['KurrentDB that is away', error('away', { type: 'unavailable' }), { name: 'KurrentDB: unavailable' }],
    ['a gRPC status', error('away', { code: 14 }), { name: 'KurrentDB: gRPC status 14' }],
    ['KurrentDB that is frozen', new NoAnswer('late'), { name: 'KurrentDB: NoAnswer' }],
  ])('names %s', (_, thrown, said) => {
    expect(told(thrown)).toEqual([expect.objectContaining({ ...LOST, error: said })]);
  });

  it('says aloud what only an operator can mend, with its reason', () => {
    const line = { level: 50, error: 'LogTrouble', reason: 'the log is older', msg: 'the log needs an operator' };
    expect(told(new LogTrouble('the log is older'))).toEqual([expect.objectContaining(line)]);
  });

  it('says what befell the queue, with the word of its server where that refuses (R-633)', () => {
    expect(told(new RedisLost(), new RedisRefused(new Error('OOM Sanne Voorbeeld')), new JobGone())).toEqual([
      expect.objectContaining({ ...LOST, error: 'RedisLost' }),
      expect.objectContaining({ level: 50, error: 'RedisRefused', code: 'OOM', msg: 'Redis refuses what the queue asks of it' }),
      expect.objectContaining({ level: 40, error: 'JobGone', msg: 'a job was taken out of the queue while it was under way' }),
    ]);
  });

  it('calls nothing else a lost connection, and never quotes its message (P10)', () => {
    const [line] = told(new TypeError('Sanne Voorbeeld'));
    expect(line).toMatchObject({ level: 50, error: { name: 'TypeError' }, msg: 'something failed and is tried again' });
    expect(JSON.stringify(line)).not.toContain('Voorbeeld');
  });

  it('tells the same once a minute, and nothing once the engine ends', async () => {
    const lines: string[] = [];
    const { onError, end } = troublesIn(pino({ base: null }, { write: (line: string) => void lines.push(line) }));
    const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    for (let n = 0; n < 100; n += 1) onError(new NoAnswer('late'));
    onError(new LogTrouble('another'));
    expect(lines).toHaveLength(2);
    clock.mockReturnValue(61_000);
    onError(new NoAnswer('late'));
    expect(lines).toHaveLength(3);

    await end();
    onError(new LogTrouble('a third'));
    expect(lines).toHaveLength(3);
    clock.mockRestore();
  });

  it('tells nothing of what ends because something else did not open', async () => {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    let later: (error: unknown) => void = () => undefined;
    const opening = tellingTroubles(log, ({ onError }) => {
      later = onError;
      return Promise.reject(new TypeError('refused'));
    });
    await expect(opening).rejects.toThrow('refused');
    later(error('ended', { code: '57P01' }));
    expect(lines).toEqual([]);
  });
});
