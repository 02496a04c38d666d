/** A node that is named in an address. */
export type Host = Readonly<{ address: string; port: number }>;

export type ServerCredentials = Readonly<{ username: string; password: string }>;

/** Where KurrentDB is, and as whom to come in. Never printed: it may hold a password. */
export type ServerAddress = Readonly<{
  /** Whether the host is a name under which DNS has all nodes. */
  discovers: boolean;
  hosts: readonly Host[];
  credentials: ServerCredentials | null;
  /** As the client calls them, and what they say; also those that it does not know. */
  options: Readonly<Record<string, string>>;
}>;

const ADDRESS = /^(?:esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/(?:([^:@/?]+):([^@/?]*)@)?([^/?@]+)\/?(?:\?(.*))?$/;
const HOST = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3})$/;
const DEFAULT_PORT = 2113;

const NUMBERS = ['maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout', 'defaultDeadline', 'keepAliveInterval'];
const FLAGS = ['tls', 'tlsVerifyCert'];

/** Ours, of which the client does not hear: whoever says it vouches that nobody else can read on the way to the server. */
const PRIVATE = 'privateNetwork';

const FILES = ['tlsCAFile', 'userCertFile', 'userKeyFile'];

/** What may stand in an address, and what its text must be; reads go to the leader only, as others may be behind. */
const OPTIONS: Readonly<Record<string, readonly [fits: RegExp, mustBe: string]>> = {
  ...all([...NUMBERS, 'keepAliveTimeout'], [/^\d{1,9}$/, 'a number']),
  ...all([...FLAGS, PRIVATE], [/^(true|false)$/, 'true or false']),
  ...all(FILES, [/./, 'a file']),
  connectionName: [/./, 'a name'],
  nodePreference: [/^leader$/, 'leader, as other nodes may be behind'],
};

/**
 * Reads `kurrentdb[+discover]://[user:password@]host[:port][,host[:port]…][?option=value&…]`; the protocol may also be `kurrent`, `kdb`,
 * or `esdb` of the server's former name. Undefined when it is anything else.
 */
export function serverAddressFrom(text: string): ServerAddress | undefined {
  const [, discover, username, password = '', nodes, query = ''] = ADDRESS.exec(text) ?? [];
  const [hosts, options] = [hostsIn(nodes), optionsIn(query)];
  const credentials = username === undefined ? null : credentialsIn(username, password);
  if (!hosts || !options || credentials === undefined) return undefined;
  return { discovers: discover !== undefined, hosts, credentials, options };
}

/** Why this address cannot be used, as the end of a sentence that names it; undefined when it can. Source: R-531, R-532, docs/rules.md. */
export function faultIn(
  { discovers, options, hosts }: ServerAddress,
  { production }: Readonly<{ production: boolean }>,
): string | undefined {
  for (const [name, text] of Object.entries(options)) {
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (!option) return `has the option ${name}, which is not known: use ${Object.keys(OPTIONS).join(', ')}`;
    if (!option[0].test(text)) return `has ${name}=${text}: it must be ${option[1]}`;
  }
  if (discovers && hosts.length > 1) return 'names several hosts after +discover, which takes one name: leave +discover out';
  const numeric = hosts.find(({ address }) => address.startsWith('['));
  if (numeric) return `names ${numeric.address}, and the client takes no address of IPv6: name the host`;
  return openFault(hosts, options, production);
}

function openFault(hosts: readonly Host[], options: ServerAddress['options'], production: boolean): string | undefined {
  const open = FLAGS.find((name) => options[name] === 'false');
  if (open === undefined) return undefined;
  if (production) return `has ${open}=false, which is refused when NODE_ENV=production`;
  const distant = hosts.find(({ address }) => !LOOPBACK.test(address));
  if (!distant || options[PRIVATE] === 'true') return undefined;
  const cure = `leave it out, or say ${PRIVATE}=true where nobody else can read on the way`;
  return `has ${open}=false, which is for servers on this machine only, and names ${distant.address}: ${cure}`;
}

/** The files that an address names. */
export const filesIn = ({ options }: ServerAddress): readonly string[] =>
  FILES.flatMap((name) => (options[name] === undefined ? [] : [options[name]]));

/** As the client takes it, without who comes in. */
export function connectionString({ discovers, hosts, options }: ServerAddress): string {
  const nodes = hosts.map(({ address, port }) => `${address}:${port}`).join(',');
  const ofTheClient = Object.entries(options).filter(([name]) => name !== PRIVATE);
  const said = ofTheClient.map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `kurrentdb${discovers ? '+discover' : ''}://${nodes}${said.length > 0 ? `?${said.join('&')}` : ''}`;
}

/** How an operator is told of it. */
export const placeOf = ({ hosts }: ServerAddress): string => hosts.map(({ address, port }) => `${address}:${port}`).join(', ');

function all<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function hostsIn(nodes: string | undefined): readonly Host[] | undefined {
  const hosts = nodes?.split(',').map(hostIn);
  return hosts?.every((host) => host !== undefined) ? hosts : undefined;
}

function hostIn(text: string): Host | undefined {
  const [, address, port = String(DEFAULT_PORT)] = HOST.exec(text) ?? [];
  return address !== undefined && Number(port) <= 65_535 ? { address, port: Number(port) } : undefined;
}

function credentialsIn(name: string, secret: string): ServerCredentials | undefined {
  const [username, password] = [decoded(name), decoded(secret)];
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** The client takes its options in any case; undefined when one has no value or stands there twice. */
function optionsIn(query: string): Readonly<Record<string, string>> | undefined {
  const known = new Map(Object.keys(OPTIONS).map((name) => [name.toLowerCase(), name]));
  const found: Record<string, string> = {};
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name, text] = [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))];
    const called = known.get(name.toLowerCase()) ?? name;
    if (!pair.includes('=') || name === '' || !text || Object.hasOwn(found, called)) return undefined;
    found[called] = text;
  }
  return found;
}

/** Undefined for what cannot be decoded. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
