import type { Failure } from "@/contracts/problem";
import type { VerificationView } from "@/contracts/views/timeline";
import { verifyChain } from "@/domain/evidence/chain";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { World } from "./ports";
import type { Queries } from "./queries";

/** Computes the evidence chain of a shipment again from its stored content and names the first entry that does not fit. */
export async function verifyEvidence(
  queries: Queries,
  world: World,
  actor: Actor,
  shipmentId: string,
): Promise<Result<VerificationView, Failure>> {
  const allowed = authorise(actor, "read");
  if (!allowed.ok) return allowed;
  const timeline = await queries.getTimeline(actor, shipmentId);
  return timeline ? ok(verifyChain(world.sha256, timeline.entries)) : err({ kind: "not_found", what: "shipment" });
}
