import type { Failure } from "@/contracts/problem";
import type { Binding } from "@/domain/account-book/bind";
import { bindingIssues } from "@/domain/account-book/issues";
import { formatQuantity } from "@/domain/account-book/quantity";
import { subtract, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { bindShipment, bookedLines, holdings } from "./book-stock";
import { moveStock, type StockMove } from "./move-stock";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord } from "./records";

/**
 * Reserves the goods of a declaration in the organisation's books, in the transaction of the lodging; what an earlier
 * version held is given back first. Refused with an issue a line where the books do not have the goods. Who keeps no
 * book is asked nothing.
 */
export async function reserveStock(
  tx: Transaction,
  world: World,
  declaration: DeclarationRecord,
): Promise<Result<void, Failure>> {
  const { shipmentId, lodgedBy } = declaration;
  if (!(await tx.books.isKept())) return ok(undefined);
  const lines = bookedLines(declaration.content);
  const before = holdings(await tx.books.ofShipment(shipmentId));
  const wanted = await tx.books.find({
    codes: lines.map((line) => line.commodityCode),
    ids: before.map((held) => held.itemId),
  });
  // All that this may touch is held at once and in one order: what is given back here may be what another waits for.
  await tx.books.lockItems(wanted.map((item) => item.id));
  await endReservation(tx, world, declaration, lodgedBy);
  const bindings = await bindShipment(tx.books, shipmentId, lines, declaration.lawDate);
  const issues = bindingIssues(bindings);
  if (issues.length > 0) return err({ kind: "not_ready", issues });
  const moves = bindings.flatMap((binding) => reservation(declaration, binding));
  const moved = await moveStock(tx, world, { ...declaration, actorId: lodgedBy }, moves);
  if (!moved.ok) throw new Error("The goods are held, and are as many as was bound");
  await tx.evidence.append({
    organisationId: declaration.organisationId,
    shipmentId,
    kind: "stock_reserved",
    actor: lodgedBy,
    stage: "bonded_exit",
    subject: declaration.id,
    facts: factsOf(bindings),
  });
  return ok(undefined);
}

function reservation({ shipmentId, version }: DeclarationRecord, { line, item, taken }: Binding): readonly StockMove[] {
  if (!item) return [];
  return taken.map(({ lotId, quantity }) => ({
    kind: "reserve",
    itemId: item.item.id,
    lotId,
    declared: quantity,
    reference: `v${version}`,
    shipmentId,
    lineNumber: line.number,
  }));
}

function factsOf(bindings: readonly Binding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    bindings.flatMap(({ line, item, taken }) =>
      item
        ? [
            [
              `line_${line.number}`,
              `${item.book.emsNo}/${item.item.itemNo} ${taken.map(({ quantity }) => formatQuantity(quantity)).join("+")}`,
            ],
          ]
        : [],
    ),
  );
}

/** Gives back what a shipment holds in the books, when its declaration is amended, refused or withdrawn. */
export async function endReservation(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId }: Pick<ClearanceRecord, "organisationId" | "shipmentId">,
  by: string,
): Promise<void> {
  const held = holdings(await tx.books.ofShipment(shipmentId));
  if (held.length === 0) return;
  const moves = held.map(
    ({ itemId, lotId, lineNumber, quantity }): StockMove => ({
      kind: "release",
      itemId,
      lotId,
      declared: subtract(ZERO, quantity),
      reference: "-",
      shipmentId,
      lineNumber,
    }),
  );
  const moved = await moveStock(tx, world, { organisationId, actorId: by }, moves);
  if (!moved.ok) throw new Error("What is held can be given back");
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "stock_reservation_ended",
    actor: by,
    stage: "bonded_exit",
    subject: shipmentId,
    facts: { entries: String(moves.length) },
  });
}

/**
 * Takes what a shipment holds out of the books, in the transaction of its release: every line goes out once, whole, and
 * under the number of the release order.
 */
export async function takeOut(
  tx: Transaction,
  world: World,
  { id, organisationId, shipmentId }: Pick<ClearanceRecord, "id" | "organisationId" | "shipmentId">,
): Promise<void> {
  const held = holdings(await tx.books.ofShipment(shipmentId));
  if (held.length === 0) return;
  const order = await tx.releases.ofClearance(id);
  if (!order) throw new Error("Goods go out under a release order");
  const moves = held.map(
    ({ itemId, lotId, lineNumber, quantity }): StockMove => ({
      kind: "out",
      itemId,
      lotId,
      declared: subtract(ZERO, quantity),
      reference: order.number,
      shipmentId,
      lineNumber,
    }),
  );
  const moved = await moveStock(tx, world, { organisationId, actorId: "system" }, moves);
  if (!moved.ok) throw new Error("What is reserved is there");
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "stock_out",
    actor: "system",
    stage: "bonded_exit",
    subject: order.id,
    facts: { number: order.number, lines: String(new Set(held.map((each) => each.lineNumber)).size) },
  });
}
