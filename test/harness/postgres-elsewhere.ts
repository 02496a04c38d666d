import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { binariesFor } from '../../src/adapters/embedded-postgres/binaries.js';
import { ensureCluster } from '../../src/adapters/embedded-postgres/cluster.js';
import { databaseUser } from '../../src/adapters/embedded-postgres/database-user.js';
import { makeFolders } from '../../src/adapters/embedded-postgres/folders.js';
import { newReaper } from '../../tools/reaper.mjs';
import { certificatesIn } from './certificates.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** A PostgreSQL as others run one: it listens on a port of the loopback, asks for passwords, and talks TLS to who wants that. */
export class PostgresElsewhere {
  /** The certificate of who signed its own. */
  ca = '';
  port = 0;
  private readonly folder = fs.mkdtempSync('/var/tmp/trajectlijn-elsewhere-');
  private readonly reaper = newReaper();
  private child: ChildProcess | null = null;

  /** The password of `postgres`, its superuser. */
  readonly password = 'of the superuser';

  /** Starts one without any role or database of ours; call `remove` in `afterAll`. */
  async start(): Promise<void> {
    this.reaper.folder(this.folder);
    fs.chmodSync(this.folder, 0o755);
    this.port = await freePort();
    const user = databaseUser();
    const binaries = binariesFor(user);
    const folders = makeFolders(path.join(this.folder, 'home'), user);
    ensureCluster(folders, { user, binaries, password: this.password, durable: false });
    const tls = this.certificates(folders.cluster, user.ids);
    const settings = {
      listen_addresses: '127.0.0.1,127.0.0.2',
      port: this.port,
      unix_socket_directories: folders.socket,
      fsync: 'off',
      ...tls,
    };
    const args = ['-D', folders.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    this.child = spawn(binaries.postgres, args, { ...user.ids, cwd: folders.cluster, stdio: 'ignore', detached: true });
    this.reaper.group(this.child.pid!);
    await eventually(
      'it takes connections',
      () =>
        this.ask('select 1').then(
          () => true,
          () => false,
        ),
      60_000,
    );
  }

  /** As its superuser, in one of its databases. */
  superuser(database = 'postgres'): pg.ClientConfig {
    return { host: '127.0.0.1', port: this.port, user: 'postgres', password: this.password, database };
  }

  async ask<T>(sql: string, database = 'postgres'): Promise<T[]> {
    const client = new pg.Client(this.superuser(database));
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as T[];
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    if (this.child !== null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGINT');
      await ended;
    }
    await this.reaper.dismiss();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** PostgreSQL takes a key only of its own user, whom nobody else may read. */
  private certificates(cluster: string, { uid, gid }: Readonly<{ uid?: number; gid?: number }>): Record<string, string> {
    const { ca, cert, key } = certificatesIn(path.join(this.folder, 'certificates'));
    this.ca = fs.readFileSync(ca, 'utf8');
    const [ownCert, ownKey] = [path.join(cluster, 'own.crt'), path.join(cluster, 'own.key')];
    fs.copyFileSync(cert, ownCert);
    fs.copyFileSync(key, ownKey);
    for (const file of [ownCert, ownKey]) {
      fs.chmodSync(file, 0o600);
      if (uid !== undefined) fs.chownSync(file, uid, gid ?? 0);
    }
    return { ssl: 'on', ssl_cert_file: ownCert, ssl_key_file: ownKey };
  }
}
