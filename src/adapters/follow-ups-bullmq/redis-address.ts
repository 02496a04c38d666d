/** Where Redis or Valkey is, and as whom to come in. Never printed whole: it may hold a password. */
export type RedisAddress = Readonly<{
  host: string;
  port: number;
  username: string | undefined;
  password: string | undefined;
  /** The number of the database in it. */
  db: number;
  tls: boolean;
  /** Who signs its certificate, in PEM, where that is nobody whom Node knows. */
  ca?: string;
}>;

const DEFAULT_PORT = 6379;

/** Reads `redis[s]://[user[:password]@]host[:port][/number]`; null when it is anything else. Settings in a query are not taken. */
export function redisAddressFrom(text: string): RedisAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const [username, password] = [decoded(url.username), decoded(url.password)];
  if (!isPlain(url) || username === null || password === null) return null;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || DEFAULT_PORT,
    username: username || undefined,
    password: password || undefined,
    db: Number(url.pathname.slice(1)),
    tls: url.protocol === 'rediss:',
  };
}

/** One host: a list of several would be taken as one name. Nothing listens on port 0. */
const isPlain = ({ protocol, hostname, port, pathname, search, hash }: URL): boolean =>
  /^rediss?:$/.test(protocol) &&
  /^[^,]+$/.test(hostname) &&
  port !== '0' &&
  /^(\/\d{0,3})?$/.test(pathname) &&
  search + hash === '';

/** How an operator is told of it. */
export const placeOf = ({ host, port }: RedisAddress): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
