import { add, compare, type Decimal, decimal, formatDecimal, multiply, subtract, sum, ZERO } from "../shared/decimal";
import type { MatchContext } from "./context";
import type { OrderLine, Triple } from "./documents";
import { type Finding, finding, type RuleResult, resultOf, stated } from "./outcome";

/** M03: what was paid is goods, freight and tax less the discount, to the fen. */
export function orderSum({ order }: Triple): RuleResult {
  const due = subtract(
    sum([decimal(order.goodsValue), decimal(order.freight), decimal(order.tax)]),
    decimal(order.discount),
  );
  const values = [
    stated("order", "acturalPaid", order.actualPaid),
    stated("order", "goodsValue+freight+taxTotal-discount", formatDecimal(due)),
  ];
  const isEqual = compare(due, decimal(order.actualPaid)) === 0;
  return resultOf(
    "M03",
    "hard",
    values,
    isEqual ? [] : [finding({ reason: "sum_differs", owner: "platform", values })],
  );
}

/** M04: the amount that the payment firm took is the amount that the order was paid with, to the fen. */
export function amountsPaid({ order, payment }: Triple): RuleResult {
  const values = [
    stated("order", "acturalPaid", order.actualPaid),
    stated("payment", "amountPaid", payment.amountPaid),
  ];
  const isEqual = compare(decimal(order.actualPaid), decimal(payment.amountPaid)) === 0;
  return resultOf(
    "M04",
    "hard",
    values,
    isEqual ? [] : [finding({ reason: "paid_differs", owner: "payment_firm", values })],
  );
}

/** M05: every line is price times quantity, to the fen and one; their sum is the value of the goods; gifts cost nothing. */
export function lineSums({ order }: Triple, { law }: MatchContext): RuleResult {
  const total = sum(order.lines.map((line) => decimal(line.total)));
  const values = [
    stated("order", "goodsValue", order.goodsValue),
    stated("order", "sum(totalPrice)", formatDecimal(total)),
  ];
  const findings = order.lines.flatMap((line) => lineFindings(line, law.values.match_line_tolerance_cny));
  const isEqual = compare(total, decimal(order.goodsValue)) === 0;
  return resultOf("M05", "hard", values, [
    ...findings,
    ...(isEqual ? [] : [finding({ reason: "goods_sum_differs", owner: "platform", values })]),
  ]);
}

function lineFindings(line: OrderLine, tolerance: Decimal): readonly Finding[] {
  const parameters = { line: String(line.number), item: line.itemNumber };
  const total = stated("order", "totalPrice", line.total);
  if (line.isGift) {
    const isFree = compare(decimal(line.unitPrice), ZERO) === 0 && compare(decimal(line.total), ZERO) === 0;
    const values = [stated("order", "price", line.unitPrice), total];
    return isFree ? [] : [finding({ reason: "gift_has_price", owner: "platform", values, parameters })];
  }
  const product = multiply(decimal(line.unitPrice), decimal(line.quantity));
  if (compare(magnitude(subtract(product, decimal(line.total))), tolerance) <= 0) return [];
  const values = [total, stated("order", "price*qty", formatDecimal(product))];
  return [finding({ reason: "line_sum_differs", owner: "platform", values, parameters })];
}

/** M19: freight and insurance are declared as the carrier charged them. */
export function charges({ waybill, inventory }: Triple): RuleResult {
  const pairs = (["freight", "insurance"] as const).map(
    (name) => [stated("inventory", name, inventory[name]), stated("waybill", name, waybill[name])] as const,
  );
  const findings = pairs
    .filter(([declared, charged]) => compare(decimal(declared.value), decimal(charged.value)) !== 0)
    .map((values) => finding({ reason: "charge_differs", owner: "broker", severity: "warn", values }));
  return resultOf("M19", "warn", pairs.flat(), findings);
}

/** CNY of goods, freight and insurance: the price that retail imports are taxed on. Cai Guan Shui [2016] 18, art. 1. */
export function dutiableValue({ order, inventory }: Pick<Triple, "order" | "inventory">): Decimal {
  return add(decimal(order.goodsValue), add(decimal(inventory.freight), decimal(inventory.insurance)));
}

function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}
