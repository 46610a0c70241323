import type { Failure } from "@/contracts/problem";
import { formatQuantity } from "@/domain/account-book/quantity";
import { compare, type Decimal, subtract, sum, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import type { BookEntryRecord } from "./book-record";
import { moveStock, type StockMove } from "./move-stock";
import type { Transaction, World } from "./ports";

interface Return {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly lineNumber: number;
  /** In declared units; null for all of the line that is still out. */
  readonly quantity: Decimal | null;
  /** The paper of the return. */
  readonly reference: string;
  readonly by: string;
}

/**
 * Writes goods of a released line that were returned to the zone back into the lots that they came from, the last one
 * taken first. Refused when more comes back than is still out; nothing is done for a shipment that is in no book. A part
 * of the use case that takes a return, in its transaction.
 */
export async function refundToBook(tx: Transaction, world: World, given: Return): Promise<Result<void, Failure>> {
  const { organisationId, shipmentId, lineNumber, reference, by } = given;
  const outs = async () => (await tx.books.ofShipment(shipmentId)).filter((entry) => entry.lineNumber === lineNumber);
  const items = [...new Set((await outs()).map((entry) => entry.itemId))];
  if (items.length === 0) return ok(undefined);
  await tx.books.lockItems(items);
  const lots = stillOut(await outs());
  const most = sum(lots.map(({ quantity }) => quantity));
  const wanted = given.quantity ?? most;
  if (compare(wanted, ZERO) <= 0 || compare(wanted, most) > 0)
    return err({
      kind: "invalid_input",
      pointer: "/quantity",
      fault: "refund_above_out",
      parameters: { out: formatQuantity(most) },
    });
  const moves: StockMove[] = [];
  let left = wanted;
  for (const { itemId, lotId, quantity } of lots) {
    const declared = compare(quantity, left) < 0 ? quantity : left;
    if (compare(declared, ZERO) <= 0) continue;
    moves.push({ kind: "refund", itemId, lotId, declared, reference, shipmentId, lineNumber });
    left = subtract(left, declared);
  }
  const moved = await moveStock(tx, world, { organisationId, actorId: by }, moves);
  if (!moved.ok) throw new Error("What comes back is above zero");
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "stock_refunded",
    actor: by,
    stage: "bonded_exit",
    subject: shipmentId,
    facts: { line: String(lineNumber), quantity: formatQuantity(wanted), reference },
  });
  return ok(undefined);
}

/** What went out of each lot and has not come back, the last one taken first. */
function stillOut(entries: readonly BookEntryRecord[]) {
  const lots = [...new Set(entries.filter(({ kind }) => kind === "out").map(({ lotId }) => lotId))].reverse();
  return lots.map((lotId) => {
    const own = entries.filter((entry) => entry.lotId === lotId && (entry.kind === "out" || entry.kind === "refund"));
    return {
      lotId,
      itemId: own[0]?.itemId ?? "",
      quantity: subtract(ZERO, sum(own.map(({ moved }) => moved.declared))),
    };
  });
}
