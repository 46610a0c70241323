import { compare, decimal, formatDecimal, round, subtract, sum, ZERO } from "../shared/decimal";

/** A payment of the tax, or a reservation for it; its amount is a plain decimal in the currency of the tax. */
interface Security {
  readonly kind: "guarantee" | "payment";
  readonly amount: string;
}

/** What of the tax is neither paid nor reserved, to the fen; nothing when more was paid than is due. */
export function outstanding(total: string, securities: readonly Security[]): string {
  const rest = subtract(decimal(total), sum(securities.map((each) => decimal(each.amount))));
  return formatDecimal(round(compare(rest, ZERO) > 0 ? rest : ZERO, 2));
}

/** Whether what was paid and reserved covers the tax: goods are released then, and not before. Customs Law (2021), art. 29. */
export function isSecured(total: string, securities: readonly Security[]): boolean {
  return compare(decimal(outstanding(total, securities)), ZERO) === 0;
}

/** By what the tax is secured; `none` as long as a part of it is open. */
export function securedBy(total: string, securities: readonly Security[]): "none" | "guarantee" | "payment" {
  if (!isSecured(total, securities)) return "none";
  return securities.some((each) => each.kind === "guarantee") ? "guarantee" : "payment";
}
