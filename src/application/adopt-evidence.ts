import type { Failure } from "@/contracts/problem";
import { ok } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { UnitOfWork } from "./ports";

/** Entries that get their leaves in one transaction. */
const AT_ONCE = 500;

/**
 * Gives the evidence of an organisation from before there was a log its leaves, once; how many. New entries have theirs
 * from the transaction that wrote them.
 */
export async function adoptEvidence(inTransaction: UnitOfWork, system: Actor): Promise<number> {
  for (let adopted = 0; ; ) {
    const done = await inTransaction<number, Failure>(system, async (tx) => ok(await tx.evidence.adopt(AT_ONCE)));
    if (!done.ok || done.value === 0) return adopted;
    adopted += done.value;
  }
}
