/** Where a PostgreSQL that others run is, and which of its databases; as whom to come in is said apart, as there are four. */
export type DatabaseAddress = Readonly<{
  host: string;
  port: number;
  database: string;
  /** Whether it is talked to by TLS only, with a certificate that is checked. */
  tls: boolean;
}>;

const DEFAULT_PORT = 5432;
const QUERIES: Readonly<Record<string, boolean>> = { '': false, '?sslmode=disable': false, '?sslmode=verify-full': true };

/** Reads `postgres[ql]://host[:port]/name[?sslmode=disable|verify-full]`; null when it is anything else. */
export function databaseAddressFrom(text: string): DatabaseAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(text);
  const [host, database] = [decoded(hostname), decoded(pathname.slice(1))];
  const isPlain = /^postgres(ql)?:$/.test(protocol) && username + password + hash === '' && Object.hasOwn(QUERIES, search);
  if (!isPlain || port === '0' || !isOne(host) || !database || database.includes('/')) return null;
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || DEFAULT_PORT,
    database,
    tls: QUERIES[search],
  };
}

/** A list of hosts would be looked for as one of that name. */
const isOne = (host: string | null): host is string => host !== null && /^[^,\s]+$/.test(host);

/** How an operator is told of it. */
export const serverOf = ({ host, port }: DatabaseAddress): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
