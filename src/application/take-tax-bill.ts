import type { TaxBillMessage } from "@/domain/message/message";
import type { AnswerRecord } from "./exchange-record";
import { type Arrived, again, keep, type Taken } from "./keep-answer";
import type { Transaction, World } from "./ports";
import { takeBill } from "./record-tax-bill";

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
  const message = await tx.exchange.messageOfEntry(head.entryNumber);
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
  const bill = await takeBill(
    tx,
    world,
    "system",
    {
      shipmentId: message.shipmentId,
      number: head.taxNumber,
      issuedOn: world.dayOf(new Date(head.returnedAt)),
      lines: [
        { kind: "duty", amount: head.customsDuty },
        { kind: "consumption_tax", amount: head.consumptionTax },
        { kind: "vat", amount: head.valueAddedTax },
      ],
    },
    "message",
  );
  const outcome: Pick<AnswerRecord, "outcome" | "why"> = bill.ok ? { outcome: "applied", why: null } : standing;
  return keep(tx, world, arrived, { ...said, ...outcome });
}
