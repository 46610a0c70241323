import { bindShipment, bookedLines } from "@/application/book-stock";
import { gatherDossier } from "@/application/dossier";
import type { BookLineView, ShipmentBookView } from "@/contracts/views/book";
import type { Binding } from "@/domain/account-book/bind";
import { bindingIssues } from "@/domain/account-book/issues";
import { formatQuantity, parseQuantity } from "@/domain/account-book/quantity";
import { sum } from "@/domain/shared/decimal";
import { bookRepository } from "./book-repository";
import { toMovement } from "./book-views";
import { clearanceRepositories } from "./clearance-repositories";
import { documentRepositories } from "./document-repositories";
import type { Prisma } from "./generated/client";
import { orderRepository } from "./order-repository";
import { referenceData } from "./reference-data";
import { ofVisibleShipment, type Scope, visibleShipment } from "./scope";
import { shipmentRepositories } from "./shipment-repositories";

const MOVEMENT = { lot: true, item: { include: { book: true } } } as const satisfies Prisma.BookEntryInclude;
type Movement = Prisma.BookEntryGetPayload<{ include: typeof MOVEMENT }>;

/** What the lines of a shipment take of the books: as it was lodged, and for its own organisation as it would be now. */
export async function shipmentBook(scope: Scope, shipmentId: string): Promise<ShipmentBookView | null> {
  const { db, organisationId } = scope;
  const row = await db.shipment.findFirst({ where: { id: shipmentId, ...visibleShipment(scope) } });
  if (!row) return null;
  const movements = await db.bookEntry.findMany({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    include: MOVEMENT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const isOwn = row.organisationId === organisationId;
  const { books } = bookRepository(scope);
  if (movements.length === 0 && !(isOwn && (await books.isKept()))) return { isKept: false, lines: [] };
  const lines = await linesOf(scope, shipmentId, isOwn);
  const bindings = isOwn ? await bindShipment(books, shipmentId, lines, scope.world.today()) : [];
  return {
    isKept: true,
    lines: lines.map((line) => {
      const own = movements.filter(({ lineNumber }) => lineNumber === line.number);
      const binding = bindings.find((each) => each.line.number === line.number) ?? null;
      return toLine(line, own, binding);
    }),
  };
}

async function linesOf(scope: Scope, shipmentId: string, isOwn: boolean) {
  if (!isOwn) {
    const lodged = await clearanceRepositories(scope).declarations.latest(shipmentId);
    return lodged ? bookedLines(lodged.content) : [];
  }
  const shipment = await shipmentRepositories(scope).shipments.get(shipmentId);
  const stores = { ...documentRepositories(scope), ...orderRepository(scope), reference: referenceData(scope) };
  return shipment ? bookedLines((await gatherDossier(stores, shipment, scope.world.today())).draft) : [];
}

function toLine(
  { number, ...line }: Binding["line"],
  movements: readonly Movement[],
  binding: Binding | null,
): BookLineView {
  const [issue] = binding ? bindingIssues([binding]) : [];
  return {
    line: number,
    ...line,
    state: stateOf(movements, binding),
    item: binding?.item ? itemOf(binding.item) : itemOfMovement(movements),
    isChosen: binding?.isChosen ?? false,
    lots: binding ? takenBy(binding) : [],
    candidates: (binding?.candidates ?? []).map((each) => {
      const lots = each.lots.map(({ lot, available }) => ({
        ...{ id: lot.id, lotNumber: lot.lotNumber, expiresOn: lot.expiresOn },
        available: formatQuantity(available),
      }));
      return { ...itemOf(each), available: formatQuantity(sum(each.lots.map(({ available }) => available))), lots };
    }),
    issue: issue ? { code: issue.code, parameters: { ...issue.parameters } } : null,
    movements: movements.map(toMovement),
  };
}

function stateOf(movements: readonly Movement[], binding: Binding | null): BookLineView["state"] {
  if (movements.some(({ kind }) => kind === "out")) return "out";
  const held = sum(movements.flatMap(({ declared }) => parseQuantity(declared.toFixed(5)) ?? []));
  if (held.units > 0n) return "reserved";
  return binding && binding.fault === null ? "bound" : "asked";
}

function itemOf({ item, book }: NonNullable<Binding["item"]>) {
  return { id: item.id, emsNo: book.emsNo, itemNo: item.itemNo, description: item.description };
}

function itemOfMovement(movements: readonly Movement[]): BookLineView["item"] {
  const last = movements.at(-1);
  return last
    ? { id: last.itemId, emsNo: last.item.book.emsNo, itemNo: last.item.itemNo, description: last.item.description }
    : null;
}

function takenBy({ item, taken }: Binding): BookLineView["lots"] {
  return taken.flatMap(({ lotId, quantity }) => {
    const lot = item?.lots.find((each) => each.lot.id === lotId)?.lot;
    return lot ? [{ lotNumber: lot.lotNumber, expiresOn: lot.expiresOn, quantity: formatQuantity(quantity) }] : [];
  });
}
