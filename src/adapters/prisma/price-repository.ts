import type { Transaction } from "@/application/ports";
import type { Scope } from "./scope";

/** So many earlier lines say what is usual; older ones say less. */
const MOST = 500;

/** What the organisation declared before for goods of a kind. */
export function priceRepository({ db, organisationId }: Scope): Pick<Transaction, "prices"> {
  return {
    prices: {
      of: async ({ commodityCode, origin, unit, currency, exceptShipmentId }) => {
        const rows = await db.goodsLine.findMany({
          where: {
            organisationId,
            commodityCode: { startsWith: commodityCode },
            origin,
            unit,
            currency,
            shipmentId: { not: exceptShipmentId },
          },
          orderBy: { id: "desc" },
          take: MOST,
          select: { amount: true, quantity: true },
        });
        return rows.map(({ amount, quantity }) => ({ amount: amount.toFixed(), quantity: quantity.toFixed() }));
      },
    },
  };
}
