import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork } from "./ports";

/**
 * Closes an incident of the log with what a person found. What stopped publication no longer does; where the cause is
 * still there, the next publication finds it again.
 */
export function resolveIncident(
  inTransaction: UnitOfWork,
  actor: Actor,
  incidentId: string,
  resolution: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "resolve_incident");
    if (!allowed.ok) return allowed;
    if (!(await tx.incidents.resolve(incidentId, actor.name, resolution)))
      return err({ kind: "not_found", what: "incident" });
    await tx.audit.add("log.incident_resolved", "log_incident", incidentId, { resolution });
    return ok(undefined);
  });
}
