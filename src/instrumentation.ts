/** Next calls this once, before a process of the web application answers its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next says with it for which runtime the file is bundled
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteAddressesOfRequests } = await import("@/runtime/addresses");
  noteAddressesOfRequests();
}
