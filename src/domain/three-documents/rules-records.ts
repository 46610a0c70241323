import { compare } from "../shared/decimal";
import type { MatchContext } from "./context";
import type { Triple } from "./documents";
import { type Finding, finding, type RuleResult, resultOf, stated } from "./outcome";

/** M01: one order number in order, payment and declaration, no longer than the message holds. */
export function orderNumbers({ order, payment, inventory }: Triple, { law }: MatchContext): RuleResult {
  const values = [
    stated("order", "orderNo", order.orderNumber),
    stated("payment", "orderNo", payment.orderNumber),
    stated("inventory", "orderNo", inventory.orderNumber),
  ];
  const limit = law.values.match_order_number_length;
  const isOne = values.every((each) => each.value === order.orderNumber);
  const isLong = compare({ units: BigInt(order.orderNumber.length), scale: 0 }, limit) > 0;
  const wrong =
    payment.orderNumber === order.orderNumber ? ({ owner: "broker" } as const) : ({ owner: "payment_firm" } as const);
  return resultOf("M01", "hard", values, [
    ...(isOne ? [] : [finding({ reason: "numbers_differ", ...wrong, values })]),
    ...(isLong
      ? [
          finding({
            reason: "number_too_long",
            owner: "platform",
            values: values.slice(0, 1),
            parameters: { limit: String(limit.units) },
          }),
        ]
      : []),
  ]);
}

/**
 * M02: the payment is the one that the order names, and no other order's. An order that names none is not held against it.
 * A record of a payment names one order, so which orders a shared payment was for is the payment firm's to say: until it
 * does, the second does not go.
 */
export function paymentTransactions({ order, payment }: Triple, { paymentUses }: MatchContext): RuleResult {
  const values = [
    stated("order", "payTransactionId", order.paymentTransaction),
    stated("payment", "payTransactionId", payment.transaction),
  ];
  const isOther = order.paymentTransaction !== null && order.paymentTransaction !== payment.transaction;
  const findings: Finding[] = isOther ? [finding({ reason: "transactions_differ", owner: "platform", values })] : [];
  const use = paymentUses.find((each) => each.platform !== order.platform || each.orderNumber !== order.orderNumber);
  if (use)
    findings.push(
      finding({
        reason: "payment_used",
        owner: "payment_firm",
        values: [...values.slice(1), stated("order", "orderNo", use.orderNumber)],
        parameters: { other: use.orderNumber },
      }),
    );
  return resultOf("M02", "hard", values, findings);
}

/** M06: Chinese yuan everywhere: 142 on the wire, CNY here. */
export function currencies({ order, payment, waybill, inventory }: Triple): RuleResult {
  const values = [
    stated("order", "currency", order.currency),
    stated("payment", "currency", payment.currency),
    stated("waybill", "currency", waybill.currency),
    stated("inventory", "currency", inventory.currency),
  ];
  const owners = { order: "platform", payment: "payment_firm", waybill: "carrier", inventory: "broker" } as const;
  const other = values.find((each) => each.value !== "CNY");
  if (!other) return resultOf("M06", "hard", values, []);
  const yuan = values.find((each) => each.value === "CNY") ?? stated("inventory", "currency", "CNY");
  return resultOf("M06", "hard", values, [
    finding({ reason: "currency_not_cny", owner: owners[other.source], values: [other, yuan] }),
  ]);
}

/** M16: paid after the order was placed and before it is declared. */
export function times({ order, payment, inventory }: Triple, { now }: MatchContext): RuleResult {
  const values = [stated("order", "orderTime", order.placedAt), stated("payment", "payTime", payment.paidAt)];
  const declared = stated("inventory", "declTime", inventory.declaredAt ?? now);
  const paidAt = Date.parse(payment.paidAt);
  const findings: Finding[] = [];
  if (!(paidAt >= Date.parse(order.placedAt)))
    findings.push(finding({ reason: "paid_before_order", owner: "payment_firm", severity: "warn", values }));
  if (!(paidAt <= Date.parse(declared.value)))
    findings.push(
      finding({
        reason: "paid_after_declaration",
        owner: "payment_firm",
        severity: "warn",
        values: [...values.slice(1), declared],
      }),
    );
  return resultOf("M16", "warn", [...values, declared], findings);
}
