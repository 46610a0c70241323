import type { UnitOfWork, World } from "@/application/ports";
import { refreshClocks } from "@/application/refresh-clocks";
import type { OutboxRelayStore } from "@/application/work";
import { repeat } from "./relay";

const PAUSE_MS = 1_000;

interface Ports {
  readonly store: Pick<OutboxRelayStore, "clockLooksDue">;
  readonly inTransaction: UnitOfWork;
  readonly world: Pick<World, "now">;
}

/** Keeps what lists order shipments by, a second behind its facts; while there is more it goes on at once. */
export function startClocks(ports: Ports, onError: (error: Error) => void) {
  const looking = repeat(PAUSE_MS, onError, async () => {
    if ((await refreshRound(ports, onError)) > 0) looking.wake();
  });
  return looking;
}

/**
 * Looks at some of what is due in each organisation, so that one with many shipments does not hold up the rest, nor one
 * in which it fails; how many shipments stand now.
 */
export async function refreshRound({ store, inTransaction, world }: Ports, onError: (error: Error) => void) {
  let refreshed = 0;
  for (const organisationId of await store.clockLooksDue(world.now())) {
    const system = { kind: "system", id: "system", name: "system", organisationId } as const;
    try {
      const done = await refreshClocks(inTransaction, system);
      if (done.ok) refreshed += done.value;
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return refreshed;
}
