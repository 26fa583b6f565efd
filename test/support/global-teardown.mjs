export default async function globalTeardown() {
  await globalThis.qingsaiTestServer?.stop();
}
