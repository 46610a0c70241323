import type { Decimal } from "@/domain/shared/decimal";
import { dueLines, netPaid } from "@/domain/tax-bill/due";
import type { BillLine } from "@/domain/tax-bill/reconcile-bill";
import type { Transaction } from "./ports";
import type { SecurityRecord, TaxAssessmentRecord } from "./records";

type Reading = Pick<Transaction, "securities" | "taxRefunds" | "goodsReturns" | "credit">;

/** What is due of an assessment once returned goods are taken off it. */
export async function dueOf(
  tx: Pick<Transaction, "goodsReturns">,
  tax: TaxAssessmentRecord,
): Promise<readonly BillLine[]> {
  const returns = await tx.goodsReturns.ofDeclaration(tax.declarationId);
  return dueLines(
    tax,
    returns.filter(({ state }) => state === "completed"),
  );
}

/** What was paid for a shipment and is not claimed back; payments follow the declaration that stands. */
export async function paidFor(
  tx: Pick<Reading, "securities" | "taxRefunds">,
  { shipmentId, declarationId }: Pick<TaxAssessmentRecord, "shipmentId" | "declarationId">,
): Promise<Decimal> {
  const payments = (await tx.securities.ofDeclaration(declarationId)).filter(({ kind }) => kind === "payment");
  return netPaid(payments, await tx.taxRefunds.ofShipment(shipmentId));
}

/**
 * What secures the tax of a declaration: payments and reservations, less what was claimed back, and what credit lets go
 * without. A claim takes away the security that it asks for, until it is refused.
 */
export async function securitiesOf(
  tx: Pick<Reading, "securities" | "taxRefunds" | "credit">,
  { shipmentId, declarationId }: Pick<TaxAssessmentRecord, "shipmentId" | "declarationId">,
): Promise<readonly Pick<SecurityRecord, "kind" | "amount">[]> {
  const refunds = (await tx.taxRefunds.ofShipment(shipmentId)).filter(({ state }) => state !== "refused");
  return [
    ...(await tx.securities.ofDeclaration(declarationId)),
    { kind: "guarantee", amount: await tx.credit.waivedFor(declarationId) },
    ...refunds.map(({ amount }) => ({ kind: "payment" as const, amount: `-${amount}` })),
  ];
}
