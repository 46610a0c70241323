import { compare, decimal, formatDecimal } from "../shared/decimal";
import type { MatchContext, SharedBy } from "./context";
import type { Triple } from "./documents";
import { type Finding, finding, type RuleResult, resultOf, type Stated, stated } from "./outcome";

/**
 * M20: what resale and borrowed identities look like: many people behind one telephone, address, device or payer within
 * some days, and parcels that weigh nothing. None of it proves anything; each adds points. The thresholds are field
 * practice and lie in the dated parameters.
 */
export function resaleIndicators({ order, payment, waybill }: Triple, { law, sharedBy }: MatchContext): RuleResult {
  const {
    resale_identities: least,
    resale_points: each,
    resale_window_days: days,
    resale_empty_kg: empty,
  } = law.values;
  const points = Number(each.units);
  const seen: Readonly<Record<keyof SharedBy, Stated>> = {
    phone: stated("order", "consigneeTelephone", order.recipient.phone, "phone"),
    address: stated("order", "consigneeAddress", order.recipient.address, "address"),
    device: stated("order", "device", order.device),
    payer: stated("payment", "payerName", payment.payer.name, "name"),
  };
  const shared = (["phone", "address", "device", "payer"] as const)
    .filter((kind) => compare({ units: BigInt(sharedBy[kind]), scale: 0 }, least) >= 0)
    .map(
      (kind): Finding =>
        finding({
          reason: `many_behind_${kind}`,
          owner: "broker",
          severity: "points",
          values: [seen[kind]],
          parameters: { count: String(sharedBy[kind]), days: formatDecimal(days) },
          points,
        }),
    );
  const weight = stated("waybill", "weight", waybill.weightKg);
  const isEmpty = compare(decimal(waybill.weightKg), empty) <= 0;
  const weightless = finding({
    reason: "empty_parcel",
    owner: "carrier",
    severity: "points",
    values: [weight],
    parameters: { least: formatDecimal(empty) },
    points,
  });
  return resultOf("M20", "points", [...Object.values(seen), weight], [...shared, ...(isEmpty ? [weightless] : [])]);
}
