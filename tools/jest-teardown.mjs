import fs from 'node:fs';

export default async function () {
  const { server, home } = globalThis.__postgres;
  await new Promise((resolve) => {
    server.on('exit', resolve);
    server.kill('SIGINT');
  });
  fs.rmSync(home, { recursive: true, force: true });
}
