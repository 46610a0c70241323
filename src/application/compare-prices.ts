import type { Failure } from "@/contracts/problem";
import type { PriceComparisonView } from "@/contracts/views/simulation";
import { decimal, divide, formatDecimal } from "@/domain/shared/decimal";
import { ok, type Result } from "@/domain/shared/result";
import { comparePrice } from "@/domain/valuation/price-comparison";
import type { Actor } from "./actor";
import type { UnitOfWork, World } from "./ports";
import { stateNow } from "./stated-content";

/** Digits of a unit price in a comparison. */
const PRICE_SCALE = 6;

/**
 * Holds the price of one unit of each line beside what the organisation declared before for the same commodity (eight
 * digits), origin, unit and currency. It says what is unusual, and decides nothing.
 */
export function comparePrices(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
): Promise<Result<readonly PriceComparisonView[], Failure>> {
  return ports.inTransaction<readonly PriceComparisonView[], Failure>(actor, async (tx) => {
    const stated = await stateNow(tx, ports.world, actor, shipmentId);
    if (!stated.ok) return stated;
    const { content } = stated.value;
    if (!content.ok) return ok([]);
    const { lines, currency } = content.value;
    // Lines of one kind ask once.
    const known = new Map<string, Awaited<ReturnType<typeof tx.prices.of>>>();
    const compared: PriceComparisonView[] = [];
    for (const line of lines) {
      const quantity = decimal(line.quantity.value);
      if (quantity.units === 0n) continue;
      const unitPrice = formatDecimal(divide(decimal(line.amount.value), quantity, PRICE_SCALE));
      const kind = {
        commodityCode: line.commodityCode.value.slice(0, 8),
        origin: line.origin.value,
        unit: line.unit?.value ?? null,
        currency: currency.value,
        exceptShipmentId: shipmentId,
      };
      const key = JSON.stringify(kind);
      const history = known.get(key) ?? (await tx.prices.of(kind));
      known.set(key, history);
      const prices = history
        .filter((each) => decimal(each.quantity).units !== 0n)
        .map((each) => formatDecimal(divide(decimal(each.amount), decimal(each.quantity), PRICE_SCALE)));
      compared.push({ line: line.number, unitPrice, currency: currency.value, ...comparePrice(unitPrice, prices) });
    }
    return ok(compared);
  });
}
