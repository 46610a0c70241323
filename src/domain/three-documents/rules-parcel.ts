import { hasAirWaybillCheckDigit, hasParcelCheckDigit, hasPostalCheckDigit } from "../document/transport-number";
import { compare, decimal, formatDecimal, multiply, subtract } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import type { MatchContext, WaybillUse } from "./context";
import type { Triple } from "./documents";
import { type Finding, finding, type RuleResult, resultOf, stated } from "./outcome";

/** M11: one parcel number, of the right form, that its carrier gave to no other order within the months of the law. */
export function parcelNumbers({ order, waybill, inventory }: Triple, context: MatchContext): RuleResult {
  const values = [
    stated("waybill", "logisticsNo", waybill.number),
    stated("inventory", "logisticsNo", inventory.waybillNumber),
  ];
  const findings: Finding[] = [];
  if (waybill.number !== inventory.waybillNumber)
    findings.push(finding({ reason: "parcel_number_differs", owner: "broker", values }));
  if (failsCheck(waybill.number))
    findings.push(finding({ reason: "parcel_check_digit", owner: "carrier", values: values.slice(0, 1) }));
  const months = Number(context.law.values.waybill_reuse_months.units);
  const day = waybill.sentAt.slice(0, 10);
  const reuse = context.waybillUses.find((use) => isOther(use, order) && isWithin(use.day, day, months));
  if (reuse)
    findings.push(
      finding({
        reason: "parcel_number_reused",
        owner: "carrier",
        values: [...values.slice(0, 1), stated("order", "orderNo", reuse.orderNumber)],
        parameters: { other: reuse.orderNumber, day: reuse.day, months: String(months) },
      }),
    );
  return resultOf("M11", "hard", values, findings);
}

function isOther(use: WaybillUse, order: Triple["order"]): boolean {
  return use.platform !== order.platform || use.orderNumber !== order.orderNumber;
}

/** Whether less than so many calendar months lie between the days, whichever is the earlier. */
function isWithin(a: LocalDate, b: LocalDate, months: number): boolean {
  const [first, second] = a <= b ? [a, b] : [b, a];
  const [year = 0, month = 1] = first.split("-").map(Number);
  const end = year * 12 + month - 1 + months;
  const last = `${String(Math.floor(end / 12)).padStart(4, "0")}-${String((end % 12) + 1).padStart(2, "0")}-${first.slice(8)}`;
  return second < last;
}

/** Numbers of forms that carry a check digit: of the post (S10), of air waybills, of one parcel carrier. */
function failsCheck(number: string): boolean {
  const post = /^[A-Z]{2}(\d{9})[A-Z]{2}$/.exec(number);
  if (post) return !hasPostalCheckDigit(post[1] ?? "");
  if (/^\d{3}-\d{8}$/.test(number)) return !hasAirWaybillCheckDigit(number);
  return /^1Z[A-Z0-9]{16}$/.test(number) && !hasParcelCheckDigit(number);
}

/** M12: an order is one parcel. */
export function packages({ waybill, inventory }: Triple, { law }: MatchContext): RuleResult {
  const one = law.values.match_packages;
  const values = [stated("waybill", "packNo", waybill.packages), stated("inventory", "packNo", inventory.packages)];
  const isOne = values.every((each) => compare(decimal(each.value), one) === 0);
  const parameters = { packages: formatDecimal(one) };
  return resultOf(
    "M12",
    "hard",
    values,
    isOne ? [] : [finding({ reason: "not_one_parcel", owner: "carrier", values, parameters })],
  );
}

/** M13: the goods weigh no more than the parcel, and the carrier's weight is the declared one within the tolerance. */
export function weights({ waybill, inventory }: Triple, { law }: MatchContext): RuleResult {
  const gross = stated("inventory", "grossWeight", inventory.grossWeightKg);
  const carried = stated("waybill", "weight", waybill.weightKg);
  const net = inventory.netWeightKg === null ? null : stated("inventory", "netWeight", inventory.netWeightKg);
  const findings: Finding[] = [];
  if (net && compare(decimal(net.value), decimal(gross.value)) > 0)
    findings.push(finding({ reason: "net_above_gross", owner: "platform", values: [net, gross] }));
  const tolerance = law.values.match_weight_tolerance;
  const difference = subtract(decimal(carried.value), decimal(gross.value));
  const apart = difference.units < 0n ? { ...difference, units: -difference.units } : difference;
  if (compare(apart, multiply(decimal(gross.value), tolerance)) > 0)
    findings.push(
      finding({
        reason: "weight_apart",
        owner: "carrier",
        severity: "warn",
        values: [gross, carried],
        parameters: { tolerance: formatDecimal(tolerance) },
      }),
    );
  return resultOf("M13", "hard", [...(net ? [net] : []), gross, carried], findings);
}
