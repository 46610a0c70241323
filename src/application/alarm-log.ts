import type { Failure } from "@/contracts/problem";
import { ok } from "@/domain/shared/result";
import { giveNotice } from "./give-notice";
import type { LogStore } from "./log-record";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly store: Pick<LogStore, "openIncidents" | "authorities">;
}

/** Tells the admins of every authority of each open incident of the log, once. */
export async function alarmLog({ inTransaction, world, store }: Ports): Promise<void> {
  const incidents = await store.openIncidents();
  if (incidents.length === 0) return;
  for (const organisationId of await store.authorities())
    await inTransaction<void, Failure>({ kind: "system", id: "system", name: "system", organisationId }, async (tx) => {
      for (const { id, kind, detail } of incidents)
        await giveNotice(tx, world, {
          organisationId,
          kind: "log_incident",
          subjectId: id,
          occasion: id,
          facts: { state: kind, detail },
        });
      return ok(undefined);
    });
}
