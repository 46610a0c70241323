import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import type { Person, Recipient } from "@/domain/three-documents/documents";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

/** What a person's data may be looked at for. */
export const REVEAL_PURPOSES = ["customs_query", "mend_mismatch", "delivery_problem", "request_of_person"] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** The people of an order in clear. */
export interface Revealed {
  readonly buyer: Person;
  readonly recipient: Recipient;
  readonly payer: Person | null;
  readonly parcelRecipient: Recipient | null;
}

/**
 * Shows who an order names, to a person who says what for. The audit keeps who looked, at which order and to what
 * purpose, in the transaction of the look, and nothing of what was seen.
 */
export function revealIdentity(
  inTransaction: UnitOfWork,
  actor: Actor,
  orderId: string,
  purpose: RevealPurpose,
): Promise<Result<Revealed, Failure>> {
  return inTransaction<Revealed, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "reveal_identity");
    if (!allowed.ok) return allowed;
    const order = found((await tx.orders.get([orderId]))[0] ?? null, "order");
    if (!order.ok) return order;
    await tx.audit.add("orders.identity_revealed", "retail_order", orderId, { purpose });
    const { payment, waybill } = order.value;
    return ok({
      buyer: order.value.order.buyer,
      recipient: order.value.order.recipient,
      payer: payment?.payer ?? null,
      parcelRecipient: waybill?.recipient ?? null,
    });
  });
}
