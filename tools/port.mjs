import { createServer } from 'node:net';

/**
 * Why nobody can listen on PORT of HOST, in one line that says what to do; null when one can, or when the settings are
 * no port and no address, which the start itself says.
 */
export async function portTrouble({ PORT, HOST }) {
  const [port, host] = [Number(PORT || 3000), HOST || '127.0.0.1'];
  if (!/^\d{1,5}$/.test(PORT || '3000') || port > 65_535) return null;

  const probe = createServer();
  const code = await new Promise((resolve) => {
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  return code === 'EADDRINUSE' ? `Port ${port} of ${host} is in use: stop what listens there, or set PORT to another one.` : null;
}
