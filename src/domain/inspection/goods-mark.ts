import { formatDecimal, parseDecimal } from "../shared/decimal";
import { unitOf } from "../tariff/unit";

/** What of a line says which goods they are; the description has brand and model. */
export interface DescribedGoods {
  readonly description: string;
  readonly commodityCode: string;
  /** A plain decimal. */
  readonly quantity: string;
  readonly unit: string | null;
  readonly origin: string;
}

/**
 * The goods of a line as an officer looks at them: code, quantity, unit, origin and what they are called. Two lines of one
 * mark are the same goods, however their numbers, units and words are written.
 */
export function goodsMark({ description, commodityCode, quantity, unit, origin }: DescribedGoods): string {
  const words = description.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const measure = (unit === null ? "" : (unitOf(unit) ?? unit)).toLowerCase();
  return [commodityCode, plain(quantity), measure, origin, words].join("|");
}

function plain(quantity: string): string {
  const read = parseDecimal(quantity);
  const text = read.ok ? formatDecimal(read.value) : quantity;
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
