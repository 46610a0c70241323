import type { Failure } from "@/contracts/problem";
import { compare, decimal, formatDecimal, round, subtract, sum, ZERO } from "@/domain/shared/decimal";
import { ok, type Result } from "@/domain/shared/result";
import type { GoodsReturnRecord } from "./goods-return-record";
import { shrinkQuota } from "./hold-quota";
import { postToGuarantee } from "./move-guarantee";
import type { Transaction, World } from "./ports";
import { paidFor } from "./record-tax-bill";
import { refundToBook } from "./refund-to-book";

/** What a return did, for its evidence: amounts in the currency of the assessment. */
export type Reversed = Readonly<Record<"tax" | "freed" | "claimed" | "year", string>>;

/**
 * Reverses what returned goods were taxed and counted for, within the transaction that takes them: what is owed under
 * the guarantee is free again, what was paid is claimed back, the goods are in
 * their lots again, and so is their value in the consumer's year.
 */
export async function reverseReturn(
  tx: Transaction,
  world: World,
  goodsReturn: GoodsReturnRecord,
  by: string,
): Promise<Result<Reversed, Failure>> {
  const { organisationId, shipmentId, declarationId, currency, duty, consumptionTax, vat, value } = goodsReturn;
  const tax = sum([duty, consumptionTax, vat].map(decimal));
  const { owed } = await tx.guarantee.heldBy(declarationId);
  const freed = compare(owed, tax) < 0 ? owed : tax;
  if (compare(freed, ZERO) > 0) {
    const settled = await postToGuarantee(tx, world, {
      move: "settle",
      amount: text(freed),
      currency,
      reference: goodsReturn.id,
      organisationId,
      declaration: { id: declarationId, shipmentId },
      by,
    });
    if (!settled.ok) return settled;
  }
  const rest = subtract(tax, freed);
  const paid = decimal(await paidFor(tx, declarationId));
  const claimed = compare(rest, paid) < 0 ? rest : paid;
  if (compare(claimed, ZERO) > 0) {
    const amount = text(claimed);
    const id = world.newId();
    await tx.taxRefunds.add({
      ...{ organisationId, id, shipmentId, declarationId, amount, currency },
      reason: "returned",
      state: "claimed",
      note: null,
      reference: goodsReturn.id,
      claimedBy: by,
    });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "refund_claimed",
      actor: by,
      stage: "bonded_exit",
      subject: id,
      facts: { reason: "returned", amount, currency },
    });
  }
  for (const { line, quantity } of goodsReturn.lines) {
    const back = {
      organisationId,
      shipmentId,
      lineNumber: line,
      quantity: decimal(quantity),
      reference: goodsReturn.id,
      by,
    };
    const refunded = await refundToBook(tx, world, back);
    if (!refunded.ok) return refunded;
  }
  const year = await shrinkQuota(tx, world, shipmentId, value, by);
  return ok({ tax: text(tax), freed: text(freed), claimed: text(claimed), year });
}

function text(value: Parameters<typeof round>[0]): string {
  return formatDecimal(round(value, 2));
}
