import { authorise } from "@/application/actor";
import type { GatePassView, StockCountView, VerificationListView } from "@/contracts/views/book";
import { passCode } from "@/domain/account-book/gate-pass";
import { formatQuantity } from "@/domain/account-book/quantity";
import { subtract } from "@/domain/shared/decimal";
import { shown, toQuantity } from "./book-rows";
import type { GatePass, Prisma } from "./generated/client";
import { linkHolder } from "./people";
import type { Scope } from "./scope";

/** The reads of counts, verification lists and gate passes. */
export const bookPapers = { counts, lists, pass };

/** As many as a page shows; older ones are in the statement. */
const MOST = 50;

async function counts(scope: Scope, bookId: string): Promise<readonly StockCountView[]> {
  const { db, organisationId, actor } = scope;
  const rows = await db.stockCount.findMany({
    where: { organisationId, bookId },
    orderBy: { id: "desc" },
    take: MOST,
    include: { lines: { include: { lot: { include: { item: true } } } } },
  });
  const mayCount = authorise(actor, "count_stock").ok;
  const holder = await linkHolder(scope, actor.id);
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    state: row.state as StockCountView["state"],
    countedBy: row.countedByName,
    countedAt: row.countedAt.toISOString(),
    settledBy: row.settledByName,
    settledAt: row.settledAt?.toISOString() ?? null,
    canSettle:
      mayCount &&
      row.state === "counted" &&
      ![row.countedBy, row.counterLinkedBy].includes(actor.id) &&
      row.countedBy !== holder,
    lines: row.lines
      .map(({ lot, counted, booked }) => ({
        itemNo: lot.item.itemNo,
        description: lot.item.description,
        unit: lot.item.declaredUnit,
        lotNumber: lot.lotNumber,
        counted: shown(counted),
        booked: shown(booked),
        difference: formatQuantity(subtract(toQuantity(counted), toQuantity(booked))),
      }))
      .toSorted((a, b) => a.itemNo - b.itemNo),
  }));
}

const LIST = {
  lines: { orderBy: { number: "asc" }, include: { item: true, entries: { include: { entry: true } } } },
} as const satisfies Prisma.VerificationListInclude;

type ListRow = Prisma.VerificationListGetPayload<{ include: typeof LIST }>;

async function lists({ db, organisationId }: Scope, bookId: string): Promise<readonly VerificationListView[]> {
  const rows = await db.verificationList.findMany({
    where: { organisationId, bookId },
    orderBy: { id: "desc" },
    take: MOST,
    include: { ...LIST, passes: { orderBy: { id: "asc" } } },
  });
  return rows.map((row) => ({ ...toList(row), passes: row.passes.map(toPassRow) }));
}

async function pass({ db, organisationId }: Scope, id: string): Promise<GatePassView | null> {
  const row = await db.gatePass.findFirst({
    where: { organisationId, id },
    include: { list: { include: { ...LIST, book: true } } },
  });
  if (!row) return null;
  const { book } = row.list;
  return {
    ...toPassRow(row),
    digest: row.digest,
    code: passCode(row.number, row.digest),
    createdBy: row.createdByName,
    book: { id: book.id, emsNo: book.emsNo, company: book.company, customsCode: book.customsCode },
    list: toList(row.list),
  };
}

function toList(row: ListRow): Omit<VerificationListView, "passes"> {
  return {
    id: row.id,
    number: row.number,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    lines: row.lines.map(({ number, item, declared, legal1, legal2, entries }) => ({
      number,
      itemNo: item.itemNo,
      description: item.description,
      commodityCode: item.commodityCode,
      origin: item.origin,
      declared: shown(declared),
      declaredUnit: item.declaredUnit,
      legal1: shown(legal1),
      legalUnit1: item.legalUnit1,
      legal2: legal2 && shown(legal2),
      legalUnit2: item.legalUnit2,
      releases: new Set(entries.map(({ entry }) => `${entry.shipmentId}|${entry.lineNumber}`)).size,
      references: [...new Set(entries.map(({ entry }) => entry.reference))],
    })),
  };
}

function toPassRow({ id, number, vehicle, seal, createdAt, leftAt, isIncident }: GatePass) {
  return {
    ...{ id, number, vehicle, seal, isIncident },
    createdAt: createdAt.toISOString(),
    leftAt: leftAt?.toISOString() ?? null,
  };
}
