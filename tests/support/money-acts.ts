import type { Actor } from "@/application/actor";
import { claimRefund, settleRefund } from "@/application/claim-refund";
import { acceptTaxBill, payTaxBill, recordTaxBill } from "@/application/record-tax-bill";
import { applyForReturn, cancelReturn, completeReturn, previewReturn } from "@/application/return-goods";
import { withdrawDeclaration } from "@/application/withdraw-declaration";
import { type House, must } from "./house";

interface Things {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Readonly<Record<"shipmentId" | "billId" | "refundId" | "returnId", string>>;
}

/** What a stranger could try with bills and refunds of another organisation. */
export function moneyActs({ house, actor, ids }: Things) {
  return {
    recordTaxBill: () =>
      recordTaxBill(house(), actor(), {
        shipmentId: ids().shipmentId,
        number: "TB-X",
        issuedOn: "2026-11-24",
        lines: [{ kind: "vat", amount: "1.00" }],
      }),
    acceptTaxBill: () => acceptTaxBill(house(), actor(), ids().billId, "because"),
    payTaxBill: () => payTaxBill(house(), actor(), ids().billId, "RC-X"),
    claimRefund: () =>
      claimRefund(house(), actor(), { shipmentId: ids().shipmentId, reason: "overpaid", amount: "1.00", note: null }),
    settleRefund: () => settleRefund(house(), actor(), ids().refundId, { state: "paid", reference: null }),
    withdrawDeclaration: () => withdrawDeclaration(house(), actor(), ids().shipmentId, "declared_twice"),
    previewReturn: () =>
      previewReturn(house(), actor(), { shipmentId: ids().shipmentId, lines: [{ line: 1, quantity: "1" }] }),
    applyForReturn: () =>
      applyForReturn(house(), actor(), {
        shipmentId: ids().shipmentId,
        lines: [{ line: 1, quantity: "1" }],
        reason: "other",
      }),
    completeReturn: () =>
      completeReturn(house(), actor(), { returnId: ids().returnId, arrivedOn: "2026-11-25", isAsReleased: true }),
    cancelReturn: () => cancelReturn(house(), actor(), ids().returnId),
  };
}

/** What a stranger reads of money: their own guarantee, untouched, and nothing else. */
export function moneyQueries(house: () => House, actor: () => Actor, shipmentId: () => string) {
  const page = { limit: 50 };
  const none = { rows: [], nextCursor: null };
  return {
    getGuarantee: [async () => must(await house().queries.getGuarantee(actor()))?.reserved, "0.00"],
    listGuaranteeEntries: [
      async () => must(await house().queries.listGuaranteeEntries(actor(), page)).rows.map(({ move }) => move),
      ["top_up"],
    ],
    listTaxBills: [async () => must(await house().queries.listTaxBills(actor(), page)), none],
    listTaxRefunds: [async () => must(await house().queries.listTaxRefunds(actor(), page)), none],
    listReturns: [async () => must(await house().queries.listReturns(actor(), page)), none],
    listReturnsOf: [async () => house().queries.listReturnsOf(actor(), shipmentId()), null],
    listDeclarationVersions: [async () => house().queries.listDeclarationVersions(actor(), shipmentId()), null],
    getMoneyOf: [async () => house().queries.getMoneyOf(actor(), shipmentId()), null],
  } as const;
}
