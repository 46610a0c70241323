import type { LineField } from "./field";
import { fold } from "./fold";
import { isInPounds, KILOGRAMS } from "./pounds";

interface Headed {
  readonly field: LineField | null;
  readonly heading: string;
}

const BARE_NET = /^(?:netto|nett?|neto)(?: *\(?kgs?\)?)?\.?$/;

/** "Netto" beside "Brutto" is a weight where kilograms stand over one of the two, whatever it is over sums. */
export function withNetWeights<T extends Headed>(columns: readonly T[], units: (column: T) => string): readonly T[] {
  const gross = columns.find(({ field }) => field === "gross_weight_kg");
  const money = columns.filter(({ field }) => field === "amount" || field === "unit_price");
  const [net, ...others] = money;
  if (!gross || !net || others.length > 0 || !BARE_NET.test(fold(net.heading).trim())) return columns;
  if (!KILOGRAMS.test(units(net)) && !KILOGRAMS.test(units(gross))) return columns;
  return columns.map((column) => (column === net ? { ...column, field: "net_weight_kg" } : column));
}

/**
 * The columns of weights with their unit in their heading where that is pounds: "Peso neto" and below it "Net LBS". One
 * with nothing over it is in pounds as the others are, where none is in kilograms.
 */
export function inPounds<T extends Headed>(columns: readonly T[], units: (column: T) => string): readonly T[] {
  const weights = columns.filter(({ field }) => field === "net_weight_kg" || field === "gross_weight_kg");
  const isAny = weights.some((column) => isInPounds(units(column)));
  const isAll = isAny && !weights.some((column) => KILOGRAMS.test(units(column)));
  const isOne = (column: T) => weights.includes(column) && (isInPounds(units(column)) || isAll);
  return isAny
    ? columns.map((column) => (isOne(column) ? { ...column, heading: `${column.heading} LBS` } : column))
    : columns;
}
