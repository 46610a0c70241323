import type { AlertRecord, AlertSubject } from "@/application/alert-record";
import type { Transaction } from "@/application/ports";
import type { Alert } from "@/domain/alert/alert";
import type { Prisma, Alert as Row } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";

/** Alerts of an authority; what is active is seen wherever goods are assessed. */
export function alertRepository(scope: Scope): Pick<Transaction, "alerts"> {
  const { db, organisationId, world } = scope;
  return {
    alerts: {
      get: async (id) => {
        const row = await db.alert.findFirst({ where: { id, organisationId } });
        return row && toAlert(row);
      },
      active: async () => {
        const rows = await db.alert.findMany({ where: { organisationId, state: "active" }, orderBy: { id: "asc" } });
        return rows.map(toAlert);
      },
      add: async (alert) => {
        await db.alert.create({ data: { ...alert, words: [...alert.words] } });
      },
      lift: async (id, by, liftReason) => {
        const { count } = await db.alert.updateMany({
          where: { id, organisationId, state: "active" },
          data: { state: "lifted", liftedBy: by.id, liftedByName: by.name, liftedAt: world.now(), liftReason },
        });
        return count === 1;
      },
      subjectsOf: (alert) => subjectsOf(scope, alert),
    },
  };
}

/** Code and origin are compared where the lines lie; who made the goods, and their batch, by the caller. */
export async function subjectsOf(scope: Scope, alert: Alert): Promise<readonly AlertSubject[]> {
  const line: Prisma.GoodsLineWhereInput = {
    ...(alert.commodityPrefix === null ? {} : { commodityCode: { startsWith: alert.commodityPrefix } }),
    ...(alert.origin === null ? {} : { origin: alert.origin }),
  };
  const rows = await scope.db.shipment.findMany({
    where: { AND: [visibleShipment(scope), { declarations: { some: {} }, goodsLines: { some: line } }] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      goodsLines: { orderBy: { number: "asc" } },
      parties: { where: { role: "seller" } },
      requirements: { where: { evidenceReference: { not: null } }, select: { evidenceReference: true } },
    },
  });
  return rows.map(({ id, goodsLines, parties, requirements }) => {
    const producers = [
      ...parties.map((party) => party.name),
      ...requirements.map((each) => each.evidenceReference ?? ""),
    ];
    return {
      shipmentId: id,
      lines: goodsLines.map(({ commodityCode, origin, description }) => ({
        commodityCode,
        origin,
        description,
        producers,
      })),
    };
  });
}

function toAlert(row: Row): AlertRecord {
  const { liftedBy: _by, liftedByName: _name, liftedAt: _at, liftReason: _reason, state, ...rest } = row;
  return { ...rest, state: state === "lifted" ? "lifted" : "active" };
}
