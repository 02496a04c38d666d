/** Where Redis or Valkey is, and as whom to come in. Never printed whole: it may hold a password. */
export type RedisAddress = Readonly<{
  host: string;
  port: number;
  username: string | undefined;
  password: string | undefined;
  /** The number of the database in it. */
  db: number;
  tls: boolean;
}>;

const DEFAULT_PORT = 6379;

/** Reads `redis[s]://[user[:password]@]host[:port][/number]`; null when it is anything else. Settings in a query are not taken. */
export function redisAddressFrom(text: string): RedisAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const db = /^\/?(\d{0,3})$/.exec(pathname);
  if (!/^rediss?:$/.test(protocol) || hostname === '' || db === null || search !== '' || hash !== '') return null;

  const [user, secret] = [decoded(username), decoded(password)];
  if (user === null || secret === null) return null;
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? DEFAULT_PORT : Number(port),
    username: user || undefined,
    password: secret || undefined,
    db: Number(db[1]),
    tls: protocol === 'rediss:',
  };
}

/** How an operator is told of it. */
export const placeOf = ({ host, port }: RedisAddress): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
