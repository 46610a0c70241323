import type { LineField } from "./field";
import { fold } from "./fold";

const WEIGHT = /kg|kilo|weight|\bwt\b|wgt|mass|gewicht|gew\b|poids|peso|waga|vaha|hmotnost|agirlik|vikt|paino|[毛净]/;
interface Headed {
  readonly field: LineField | null;
  readonly heading: string;
}

/** Words that weigh nothing by themselves. */
const AMBIGUOUS = /^(?:brutto|netto|bruto|neto|brut|gross|net|nett|lordo)(?![\p{L}.])/u;
const OF_ONE = /stk|stuck|st\b|einzel|einh|unit|each|\bp\.?u|je\b|pro\b|unitario|szt|ks\b/;

/**
 * "Brutto" and "net" over sums of money are prices with and without tax, and no weights: where money stands in other
 * columns and nothing speaks of weights.
 */
export function withGrossPrices<T extends Headed>(given: readonly T[]): readonly T[] {
  const columns = withPriceOfAll(given);
  const isWeight = ({ field, heading }: Headed) =>
    (field === "gross_weight_kg" || field === "net_weight_kg") && AMBIGUOUS.test(fold(heading));
  const hasMoney = columns.some(({ field }) => field === "amount" || field === "unit_price");
  const isCounted = columns.some(({ field }) => field === "quantity");
  // Goods that are declared have weights.
  const speaks = columns.some(
    ({ field, heading }) => field === "hs_code" || field === "origin" || WEIGHT.test(fold(heading)),
  );
  if (!hasMoney || !isCounted || speaks || !columns.some(isWeight)) return columns;
  const has = (field: LineField) => columns.some((column) => column.field === field);
  return columns.map((column) => {
    if (!isWeight(column)) return column;
    const isPrice = OF_ONE.test(fold(column.heading)) && !has("unit_price");
    return { ...column, field: isPrice ? "unit_price" : has("amount") ? null : "amount" };
  });
}

/** "Price" and nothing more. */
const PRICE =
  /^(?:preis|price|prix|prezzo|precio|preco|prijs|pris|cena|hinta|pret)(?:\s*(?:eur|usd|chf|gbp|netto|brutto))?$/;

/** "Price" behind "unit price" is what all of them cost, where nothing else is. */
function withPriceOfAll<T extends Headed>(columns: readonly T[]): readonly T[] {
  const prices = columns.filter(({ field }) => field === "unit_price");
  const last = prices.at(-1);
  const isOfAll =
    last !== undefined &&
    prices.length === 2 &&
    OF_ONE.test(fold(prices[0]?.heading ?? "")) &&
    PRICE.test(fold(last.heading).trim()) &&
    !columns.some(({ field }) => field === "amount");
  return isOfAll ? columns.map((column) => (column === last ? { ...column, field: "amount" } : column)) : columns;
}
