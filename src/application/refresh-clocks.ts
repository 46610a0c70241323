import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork } from "./ports";

/** So many in one transaction: what they hold meanwhile, they hold for some milliseconds. */
const MOST_AT_ONCE = 200;

/**
 * Works out anew by what lists order the organisation's shipments, of some of those of which facts, time or the law call
 * for it; of how many it stands now. None is left where it says nought, but for what others hold just now.
 */
export function refreshClocks(inTransaction: UnitOfWork, actor: Actor): Promise<Result<number, Failure>> {
  return inTransaction<number, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "refresh_clocks");
    return allowed.ok ? ok(await tx.clockLooks.refresh(MOST_AT_ONCE)) : allowed;
  });
}
