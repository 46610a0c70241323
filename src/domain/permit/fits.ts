import { compare, decimal, formatDecimal, sum } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { isUnder } from "../tariff/commodity-code";
import { unitOf } from "../tariff/unit";
import type { Permit, PermitFault, PermitGoods, PermitMisfit } from "./permit";

/** A permit, and how much of its number other shipments have taken, as a plain decimal in its unit. */
export interface UsedPermit extends Permit {
  readonly used: string;
}

/** Why the permit does not count on the day at all; null where it does. */
export function dayMisfit(permit: Permit, day: LocalDate): PermitMisfit | null {
  const { number, validFrom, validTo, isWithdrawn } = permit;
  if (isWithdrawn) return { fault: "permit_withdrawn", parameters: { number } };
  if (day < validFrom) return { fault: "permit_not_yet_valid", parameters: { number, day, validFrom } };
  if (validTo !== null && day > validTo) return { fault: "permit_expired", parameters: { number, day, validTo } };
  return null;
}

/** Why the line is outside of the permit's scope, its quantity left aside; null where it is inside. */
export function scopeMisfit(permit: Permit, line: PermitGoods): PermitMisfit | null {
  const { commodityPrefixes, origins, words, unit, quantity } = permit;
  const found = (fault: PermitFault, value: string, scope: readonly string[]): PermitMisfit => ({
    fault,
    parameters: { number: permit.number, line: String(line.number), value, scope: scope.join(", ") },
  });
  if (commodityPrefixes.length > 0 && !commodityPrefixes.some((prefix) => isUnder(line.commodityCode, prefix)))
    return found("permit_code_outside", line.commodityCode, commodityPrefixes);
  if (origins.length > 0 && !origins.includes(line.origin)) return found("permit_origin_outside", line.origin, origins);
  const description = line.description.normalize("NFKC").toLowerCase();
  const missing = words.filter((word) => !description.includes(word.normalize("NFKC").toLowerCase()));
  if (missing.length > 0) return found("permit_goods_outside", line.description, words);
  // Units are not converted: what a permit counts in cartons says nothing of kilograms.
  if (quantity !== null && unitOf(line.unit) !== unit)
    return found("permit_unit_differs", line.unit ?? "–", [unit ?? "–"]);
  return null;
}

/** Why the lines together take more than the permit has left; null where they do not, or it says no quantity. */
export function quantityMisfit(permit: UsedPermit, lines: readonly PermitGoods[]): PermitMisfit | null {
  const { number, quantity, used } = permit;
  if (quantity === null) return null;
  const wanted = takenOf(permit, lines);
  if (compare(sum([decimal(used), decimal(wanted)]), decimal(quantity)) <= 0) return null;
  return { fault: "permit_quantity_exceeded", parameters: { number, wanted, used, quantity, unit: permit.unit ?? "" } };
}

/** How much the lines take of the permit, as a plain decimal in its unit; nothing where it says no quantity. */
export function takenOf({ quantity }: Permit, lines: readonly PermitGoods[]): string {
  return quantity === null ? "0" : formatDecimal(sum(lines.map((line) => decimal(line.quantity))));
}

/** Everything that the permit is not for these goods on this day; null when it meets them all. */
export function misfitOf(permit: UsedPermit, lines: readonly PermitGoods[], day: LocalDate): PermitMisfit | null {
  const ofDay = dayMisfit(permit, day);
  if (ofDay) return ofDay;
  for (const line of lines) {
    const ofLine = scopeMisfit(permit, line);
    if (ofLine) return ofLine;
  }
  return quantityMisfit(permit, lines);
}
