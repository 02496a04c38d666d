import { settingsFrom, WrongSetting } from '../../src/settings/settings.js';

const redisOf = (url: string | undefined) => settingsFrom({ REDIS_URL: url }, []).redis;

describe('REDIS_URL', () => {
  it('is left out, and then the queue lies in PostgreSQL', () => {
    expect([redisOf(undefined), redisOf('')]).toEqual([null, null]);
  });

  it('names a host, and besides that what is not as usual', () => {
    const usual = { host: 'queue', port: 6379, username: undefined, password: undefined, db: 0, tls: false };
    expect(redisOf('redis://queue')).toEqual(usual);
    expect(redisOf('redis://queue:6380/3')).toEqual({ ...usual, port: 6380, db: 3 });
    expect(redisOf('rediss://user:p%40ss%2Fword@queue/')).toEqual({
      ...usual,
      username: 'user',
      password: 'p@ss/word',
      tls: true,
    });
    expect(redisOf('redis://:secret@[::1]:6379')).toEqual({ ...usual, host: '::1', password: 'secret' });
  });

  it.each([
    'queue:6379',
    'http://user:secret@queue:6379',
    'redis://',
    'redis://user:secret@queue:65536',
    'redis://user:secret@queue:0',
    'redis://user:secret@queue,other',
    'redis://user:secret@queue:6379,other:6379',
    'redis://user:secret@queue/first',
    'redis://user:secret%zz@queue',
    'redis://user:secret@queue?enableOfflineQueue=true',
    'redis://user:secret@queue#1',
  ])('is refused in one line, without a password: %s', (url) => {
    const line =
      'REDIS_URL cannot be used: it must be as redis://user:password@host:6379/0, or rediss:// for TLS, with one host and nothing behind a question mark.';
    expect(() => redisOf(url)).toThrow(new WrongSetting(line));
  });
});
