import fs from 'node:fs';

export default async function () {
  const { server, home } = globalThis.__postgres;
  await server.stop();
  fs.rmSync(home, { recursive: true, force: true });
}
