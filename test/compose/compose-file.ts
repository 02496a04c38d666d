import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../harness/planted-copy.js';

type Health = Readonly<{ test: readonly string[] }>;
type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

/** A service as far as the specs look at it. */
export type Service = Readonly<{
  image: string;
  build?: string;
  profiles?: readonly string[];
  command?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  env_file?: readonly string[];
  secrets?: readonly string[];
  volumes?: readonly string[];
  ports?: readonly string[];
  depends_on?: Readonly<Record<string, Readonly<{ condition: Condition }>>>;
  healthcheck?: Health;
  network_mode?: string;
  read_only?: boolean;
  restart?: string;
  [more: string]: unknown;
}>;

export type ComposeFile = Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
  secrets: Readonly<Record<string, Readonly<{ file: string }>>>;
}>;

/** docker-compose.yml, its anchors and merges resolved as Compose does. */
export function composeFile(): ComposeFile {
  return parse(fs.readFileSync(path.join(PROJECT, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
}

/** Where a variable of Compose stands in a text: `${NAME:-default}`; an empty default is none. */
export const interpolated = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');
