import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import type { MatchOwner, RuleId } from "@/domain/three-documents/outcome";
import { type Actor, authorise } from "./actor";
import type { Transaction, UnitOfWork } from "./ports";
import { oweMatchesOf, oweSharers } from "./receive-records";

/**
 * What may lawfully be done about orders that do not agree. None of it changes what a sender stated: its corrected record
 * is taken, it is asked for one, the order is left out of the day or taken back in, or it is matched again.
 */
export type Repair =
  | { readonly kind: "take_corrected" }
  | { readonly kind: "ask_sender"; readonly owner: MatchOwner }
  | { readonly kind: "exclude"; readonly reason: string }
  | { readonly kind: "include" }
  | { readonly kind: "match_again" };

/** Orders by their ids, or all that are not lodged and a rule found something against. */
export type Chosen = { readonly orderIds: readonly string[] } | { readonly rule: RuleId };

/** So many orders are repaired at once, in one transaction; of a rule with more the next ones follow when it is sent again. */
export const REPAIRED_AT_ONCE = 1_000;

/** Repairs orders and owes their match; how many were changed. Those that are lodged stay as they were declared. */
export function repairOrders(
  inTransaction: UnitOfWork,
  actor: Actor,
  chosen: Chosen,
  repair: Repair,
): Promise<Result<{ readonly changed: number }, Failure>> {
  return inTransaction<{ changed: number }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "feed_orders");
    if (!allowed.ok) return allowed;
    await tx.orders.lockFeeds();
    const ids = "rule" in chosen ? await tx.orders.withRule(chosen.rule, REPAIRED_AT_ONCE) : chosen.orderIds;
    const orders = (await tx.orders.get(ids)).filter((order) => order.state !== "lodged");
    const own = orders.map((order) => order.id);
    const changed = await carryOut(tx, own, repair);
    for (const orderId of changed.ids)
      await tx.audit.add(`orders.${repair.kind}`, "retail_order", orderId, noteOf(repair));
    if (changed.isMatchOwed) {
      const keys = orders.filter(({ id }) => changed.ids.includes(id)).map(({ order }) => order);
      await oweMatchesOf(tx, actor.organisationId, keys.length > 0 ? await tx.orders.toMatch(keys) : []);
      if (repair.kind === "take_corrected") await oweSharers(tx, actor.organisationId);
    }
    return ok({ changed: changed.ids.length });
  });
}

async function carryOut(
  tx: Transaction,
  ids: readonly string[],
  repair: Repair,
): Promise<{ readonly ids: readonly string[]; readonly isMatchOwed: boolean }> {
  switch (repair.kind) {
    case "take_corrected":
      return { ids: await tx.orders.takeContested(ids), isMatchOwed: true };
    case "ask_sender":
      await tx.orders.setAsked(ids, repair.owner);
      return { ids, isMatchOwed: false };
    case "exclude":
      await tx.orders.setState(ids, "excluded", repair.reason);
      // Itself it is matched no more, but whoever shares its payment may have it now.
      return { ids, isMatchOwed: true };
    case "include":
      await tx.orders.setState(ids, "waiting", null);
      return { ids, isMatchOwed: true };
    case "match_again":
      return { ids, isMatchOwed: true };
  }
}

function noteOf(repair: Repair): Readonly<Record<string, string>> {
  if (repair.kind === "ask_sender") return { owner: repair.owner };
  return repair.kind === "exclude" ? { reason: repair.reason } : {};
}
