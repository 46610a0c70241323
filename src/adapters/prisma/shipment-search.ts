import type { Prisma } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";
import { NAMES_PEOPLE, openField } from "./sealed";

/** Shipments whose reference, papers or firms have these words; all where none are asked for. */
export async function namedLike(scope: Scope, search: string | undefined): Promise<Prisma.ShipmentWhereInput> {
  if (!search) return {};
  return {
    OR: [
      { reference: { contains: search, mode: "insensitive" } },
      { fields: { some: { searched: { contains: search.toLowerCase() } } } },
      { parties: { some: { name: { contains: search, mode: "insensitive" } } } },
      { id: { in: [...(await draftsNaming(scope, search))] } },
    ],
  };
}

/** The names of drafts are sealed and cannot be compared where they lie; there are few enough of them to open. */
const MOST_NAMES = 4_000;

/** The drafts on which a firm was read whose name holds these words; of what is lodged the parties are compared. */
async function draftsNaming(scope: Scope, search: string): Promise<ReadonlySet<string>> {
  const words = search.toLowerCase();
  const rows = await scope.db.extractedField.findMany({
    where: {
      name: { in: [...NAMES_PEOPLE] },
      line: null,
      status: { not: "rejected" },
      shipment: { AND: [visibleShipment(scope), { declarations: { none: {} } }] },
    },
    orderBy: { id: "desc" },
    take: MOST_NAMES,
  });
  return new Set(
    rows.filter((row) => openField(scope, row).value.toLowerCase().includes(words)).map((row) => row.shipmentId),
  );
}
