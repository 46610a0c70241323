import type { Transaction } from "@/application/ports";
import type { QuotaEntryRecord } from "@/application/quota-record";
import type { QuotaMove } from "@/domain/quota/ledger";
import type { QuotaEntry } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";

/** The ledger of consumers' years. The database itself lets nobody reserve beyond a year, however many try at once. */
export function quotaRepository(scope: Scope): Pick<Transaction, "quotas"> {
  const { db, organisationId, world } = scope;
  return {
    quotas: {
      heldByOthers: async (consumerToken, year, order) => {
        const rows = await db.$queryRaw<
          { held: string }[]
        >`select quota_held(${consumerToken}, ${year}, ${order.organisationId}::uuid, ${order.shipmentId})::text as held`;
        return rows[0]?.held ?? "0";
      },
      ofShipment: async (shipmentId) => {
        const rows = await db.quotaEntry.findMany({
          where: { shipmentId, ...ofVisibleShipment(scope) },
          orderBy: { sequence: "asc" },
        });
        return rows.map(toRecord);
      },
      add: async (entry) => {
        // Whoever else reserves for the same consumer is waited for here; then the year is what it is.
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`quota:${entry.consumerToken}:${entry.year}`}, 0))`;
        const held = await db.$queryRaw<
          { fits: boolean }[]
        >`select quota_held(${entry.consumerToken}, ${entry.year}, ${organisationId}::uuid, ${entry.orderNumber})
            + ${entry.cny}::numeric <= ${entry.limitCny}::numeric as fits`;
        if (entry.move === "reserve" && !held[0]?.fits) return false;
        await db.quotaEntry.create({ data: { ...entry, createdAt: world.now() } });
        return true;
      },
    },
  };
}

function toRecord({ cny, limitCny, createdAt: _createdAt, ...row }: QuotaEntry): QuotaEntryRecord {
  return { ...row, move: row.move as QuotaMove, cny: cny.toFixed(2), limitCny: limitCny.toFixed(2) };
}
