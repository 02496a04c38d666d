export default async function () {
  const { server, reaper } = globalThis.__postgres;
  await server.stop();
  await reaper.dismiss();
}
