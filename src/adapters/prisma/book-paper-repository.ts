import type { BookPaperStore, StockCountRecord } from "@/application/book-record";
import { formatDecimal } from "@/domain/shared/decimal";
import { toEntry, toQuantity } from "./book-rows";
import type { Scope } from "./scope";

/** Counts, verification lists and gate passes. */
export function bookPaperRepository(scope: Scope): { readonly bookPapers: BookPaperStore } {
  return { bookPapers: { ...counts(scope), ...lists(scope), ...passes(scope) } };
}

function counts({
  db,
  organisationId,
  world,
}: Scope): Pick<BookPaperStore, "hasOpenCount" | "addCount" | "count" | "settleCount"> {
  return {
    hasOpenCount: async (bookId) =>
      (await db.stockCount.count({ where: { organisationId, bookId, state: "counted" }, take: 1 })) > 0,
    addCount: async ({ lines, ...count }) => {
      await db.stockCount.create({ data: { ...count, countedAt: world.now() } });
      const rows = lines.map(({ lotId, counted, booked }) => ({
        ...{ organisationId, countId: count.id, lotId },
        counted: formatDecimal(counted),
        booked: formatDecimal(booked),
      }));
      await db.stockCountLine.createMany({ data: rows });
    },
    count: async (id) => {
      const row = await db.stockCount.findFirst({ where: { organisationId, id }, include: { lines: true } });
      if (!row) return null;
      const { bookId, reason, countedBy, countedByName, counterLinkedBy } = row;
      return {
        ...{ organisationId, id, bookId, reason, countedBy, countedByName, counterLinkedBy },
        state: row.state as StockCountRecord["state"],
        lines: row.lines.map(({ lotId, counted, booked }) => ({
          lotId,
          counted: toQuantity(counted),
          booked: toQuantity(booked),
        })),
      };
    },
    settleCount: async (id, state, by) => {
      const { count } = await db.stockCount.updateMany({
        where: { organisationId, id, state: "counted" },
        data: { state, settledBy: by.id, settledByName: by.name, settledAt: world.now() },
      });
      return count === 1;
    },
  };
}

function lists({ db, organisationId, world }: Scope): Pick<BookPaperStore, "unlisted" | "addList" | "list" | "outOf"> {
  return {
    unlisted: async (bookId) => {
      const where = { organisationId, kind: "out", item: { bookId }, listed: { is: null } };
      return (await db.bookEntry.findMany({ where, orderBy: { id: "asc" } })).map(toEntry);
    },
    addList: async ({ lines, ...list }) => {
      await db.verificationList.create({ data: { ...list, createdAt: world.now() } });
      await db.verificationListLine.createMany({
        data: lines.map(({ number, itemId, quantities }) => ({
          ...{ organisationId, listId: list.id, number, itemId },
          declared: formatDecimal(quantities.declared),
          legal1: formatDecimal(quantities.legal1),
          legal2: quantities.legal2 && formatDecimal(quantities.legal2),
        })),
      });
      await db.verificationListEntry.createMany({
        data: lines.flatMap(({ number, entryIds }) =>
          entryIds.map((entryId) => ({ organisationId, listId: list.id, number, entryId })),
        ),
      });
    },
    list: (id) => db.verificationList.findFirst({ where: { organisationId, id }, select: { id: true, number: true } }),
    outOf: async (listId) => {
      const where = { organisationId, listed: { is: { listId } } };
      return (await db.bookEntry.findMany({ where, orderBy: { id: "asc" } })).map(toEntry);
    },
  };
}

function passes({ db, organisationId, world }: Scope): Pick<BookPaperStore, "addPass" | "pass" | "leave"> {
  return {
    addPass: async ({ leftAt: _left, ...pass }) => {
      await db.gatePass.create({ data: { ...pass, createdAt: world.now() } });
    },
    pass: (id) =>
      db.gatePass.findFirst({
        where: { organisationId, id },
        omit: { createdAt: true, leftRecordedBy: true, isIncident: true },
      }),
    leave: async (id, leftAt, leftRecordedBy, isIncident) => {
      const { count } = await db.gatePass.updateMany({
        where: { organisationId, id, leftAt: null },
        data: { leftAt, leftRecordedBy, isIncident },
      });
      return count === 1;
    },
  };
}
