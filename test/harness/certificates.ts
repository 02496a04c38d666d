import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The certificate of a signer that nobody knows, and one of a server signed by it, with its key; files in a folder. */
export type Certificates = Readonly<{ ca: string; cert: string; key: string }>;

/** Makes them with `openssl`; `names` are those of the server, as `DNS:localhost,IP:127.0.0.1`. */
export function certificatesIn(folder: string, names = 'DNS:localhost,IP:127.0.0.1'): Certificates {
  fs.mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  const extensions = at('extensions');
  fs.writeFileSync(extensions, `subjectAltName=${names}\n`);
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  openssl('req', '-x509', ...fresh, '-subj', '/CN=nobody knows', '-days', '2', '-keyout', at('ca.key'), '-out', at('ca.crt'));
  openssl('req', ...fresh, '-subj', '/CN=server', '-keyout', at('server.key'), '-out', at('server.csr'));
  const signer = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', at('server.csr'), ...signer, '-extfile', extensions, '-out', at('server.crt'));
  return { ca: at('ca.crt'), cert: at('server.crt'), key: at('server.key') };
}

function openssl(...args: string[]): void {
  const { status, stderr, error } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]} failed: ${error?.message ?? stderr}`);
}
