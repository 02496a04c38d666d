import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../harness/planted-copy.js';

type Mounted = string | Readonly<{ source: string; target: string }>;
type Health = Readonly<{ test: readonly string[] }>;
type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

/** A service as far as the specs look at it. */
export type Service = Readonly<{
  image: string;
  build?: string;
  profiles?: readonly string[];
  command?: readonly string[];
  entrypoint?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  secrets?: readonly Mounted[];
  volumes?: readonly string[];
  ports?: readonly string[];
  depends_on?: Readonly<Record<string, Readonly<{ condition: Condition }>>>;
  healthcheck?: Health;
  network_mode?: string;
  [more: string]: unknown;
}>;

export type ComposeFile = Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
  secrets: Readonly<Record<string, Readonly<{ file: string }>>>;
}>;

/** A file of Compose, its anchors and merges resolved as Compose does. */
export function composeFile(name = 'docker-compose.yml'): ComposeFile {
  return parse(fs.readFileSync(path.join(PROJECT, name), 'utf8'), { merge: true }) as ComposeFile;
}

/** A file with docker-compose.kurrentdb.yml over it, as Compose puts them together: maps name by name, lists one after the other. */
export function onKurrentDb(below: ComposeFile): ComposeFile {
  const above = composeFile('docker-compose.kurrentdb.yml');
  const services = Object.entries(above.services).map(([name, { environment, secrets = [], depends_on, ...more }]) => {
    expect([name, Object.keys(more)]).toEqual([name, []]);
    const service = below.services[name];
    return [
      name,
      {
        ...service,
        environment: { ...service.environment, ...environment },
        secrets: [...(service.secrets ?? []), ...secrets],
        depends_on: { ...service.depends_on, ...depends_on },
      },
    ] as const;
  });
  return { ...below, services: { ...below.services, ...Object.fromEntries(services) } };
}

/** The secrets that a service mounts, by the place where each lies in it. */
export function secretsIn({ secrets = [] }: Service): ReadonlyMap<string, string> {
  return new Map(secrets.map((one) => (typeof one === 'string' ? [`/run/secrets/${one}`, one] : [one.target, one.source])));
}

/** Where a variable of Compose stands in a text: `${NAME:-default}`; an empty default is none. */
export const interpolated = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');
