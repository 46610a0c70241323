import type { Failure } from "@/contracts/problem";
import type { TaxBillMessage } from "@/domain/message/message";
import type { Result } from "@/domain/shared/result";
import type { AnswerRecord } from "./exchange-record";
import { type Arrived, again, keep, type Taken } from "./keep-answer";
import type { Transaction, World } from "./ports";
import { type RecordedBill, takeBill } from "./record-tax-bill";

/** The bill that was made; a summary or a cancellation is nothing that could be paid. */
const MADE = "1";

/** Takes the authority's bill for a list of ours beside what was assessed; one that fits nothing waits for a person. */
export async function takeTaxBill(
  tx: Transaction,
  world: World,
  arrived: Arrived,
  { head }: TaxBillMessage,
): Promise<Taken[number]> {
  const key = world.sha256(`tax_bill ${head.taxNumber} ${head.status} ${head.returnedAt}`);
  // A bill may overtake the receipt that gives the entry number; then the record that it names says whose it is.
  const message =
    (await tx.exchange.messageOfEntry(head.entryNumber)) ?? (await tx.exchange.messageOfGuid(head.recordId));
  const said = {
    kind: "tax_bill",
    number: head.taxNumber,
    status: head.status,
    returnedAt: head.returnedAt,
    key,
    messageId: message?.id ?? null,
    shipmentId: message?.shipmentId ?? null,
    receipt: null,
  } as const;
  const standing = await again(tx, key, message ? "bill_refused" : "unknown_number");
  if (!message || standing.outcome === "duplicate" || head.status !== MADE)
    return keep(tx, world, arrived, { ...said, ...standing });
  const bill = await recordBill(tx, world, "system", message.shipmentId, head);
  const outcome: Pick<AnswerRecord, "outcome" | "why"> = bill.ok ? { outcome: "applied", why: null } : standing;
  return keep(tx, world, arrived, { ...said, ...outcome });
}

/** Records a bill that came as a message for a shipment. */
export function recordBill(
  tx: Transaction,
  world: World,
  by: string,
  shipmentId: string,
  head: TaxBillMessage["head"],
): Promise<Result<RecordedBill, Failure>> {
  const bill = {
    shipmentId,
    number: head.taxNumber,
    issuedOn: world.dayOf(new Date(head.returnedAt)),
    lines: [
      { kind: "duty", amount: head.customsDuty },
      { kind: "consumption_tax", amount: head.consumptionTax },
      { kind: "vat", amount: head.valueAddedTax },
    ],
  } as const;
  return takeBill(tx, world, by, bill, "message");
}
