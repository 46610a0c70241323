import type { Failure } from "@/contracts/problem";
import { compare, type Decimal, decimal, formatDecimal, round, subtract, sum, ZERO } from "@/domain/shared/decimal";
import { ok, type Result } from "@/domain/shared/result";
import { overpaid } from "@/domain/tax-bill/due";
import type { GoodsReturnRecord } from "./goods-return-record";
import { shrinkQuota } from "./hold-quota";
import { settleOwed } from "./move-guarantee";
import type { Transaction, World } from "./ports";
import { refundToBook } from "./refund-to-book";
import { dueOf, paidFor } from "./tax-due";

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
  const { organisationId, shipmentId, declarationId, duty, consumptionTax, vat, value } = goodsReturn;
  const tax = sum([duty, consumptionTax, vat].map(decimal));
  // Year, book, guarantee: the one order of locks; the items of all lines at once, for a line may hold any of them.
  const year = await shrinkQuota(tx, world, shipmentId, value, by);
  await tx.books.lockItems((await tx.books.ofShipment(shipmentId)).map((entry) => entry.itemId));
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
  const declaration = { id: declarationId, organisationId, shipmentId };
  const freed = await settleOwed(tx, world, declaration, tax, { reference: goodsReturn.id, by });
  const claimed = await claimRest(tx, world, goodsReturn, subtract(tax, freed), by);
  return ok({ tax: text(tax), freed: text(freed), claimed: text(claimed), year });
}

/** What was paid beyond what is due now, as far as this return made it so, is claimed back. */
async function claimRest(
  tx: Transaction,
  world: World,
  goodsReturn: GoodsReturnRecord,
  rest: Decimal,
  by: string,
): Promise<Decimal> {
  const { organisationId, shipmentId, declarationId, currency } = goodsReturn;
  const assessment = await tx.taxes.ofDeclaration(declarationId);
  if (!assessment) return ZERO;
  const more = overpaid(await paidFor(tx, assessment), await dueOf(tx, assessment));
  const claimed = compare(rest, more) < 0 ? rest : more;
  if (compare(claimed, ZERO) === 0) return ZERO;
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
  return claimed;
}

function text(value: Parameters<typeof round>[0]): string {
  return formatDecimal(round(value, 2));
}
