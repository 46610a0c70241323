import type { Order, OrderLine, Payment, Waybill } from "./documents";

/** A code that feeds use for a unit or a currency, and what the product calls it. */
export interface FeedCode {
  readonly list: "unit" | "currency";
  readonly code: string;
  readonly neutral: string;
}

/**
 * A record with the codes of its feed in the product's own words. A code that is on no list stays as it came, for the
 * match to name it.
 */
export function inOwnCodes<R extends Order | Payment | Waybill>(record: R, codes: readonly FeedCode[]): R {
  const inWords = (list: FeedCode["list"], code: string) =>
    codes.find((each) => each.list === list && each.code === code)?.neutral ?? code;
  const currency = inWords("currency", record.currency);
  if (!("lines" in record)) return { ...record, currency };
  const unitOf = (code: string) => inWords("unit", code);
  return { ...record, currency, lines: record.lines.map((line) => lineIn(unitOf, line)) };
}

function lineIn(unitOf: (code: string) => string, line: OrderLine): OrderLine {
  const { customs, ...rest } = line;
  const counted = { ...rest, unit: unitOf(line.unit) };
  if (!customs) return counted;
  const { legalUnit, secondUnit } = customs;
  return {
    ...counted,
    customs: {
      ...customs,
      ...(legalUnit ? { legalUnit: unitOf(legalUnit) } : {}),
      ...(secondUnit ? { secondUnit: unitOf(secondUnit) } : {}),
    },
  };
}
