import { ITEM_COLUMNS } from "@/domain/account-book/import-items";
import { STOCK_COLUMNS } from "@/domain/account-book/import-stock";
import { addDays, type LocalDate } from "@/domain/shared/local-date";

const EARLY = "2026-09-01";

/** Code, goods, unit, second legal unit with its factor, origin, price and currency; as the sample papers declare them. */
const GOODS = [
  ["8518302000", "Headphones and earphones", "piece", "0.16", "DE", "18.50", "USD"],
  ["6109100021", "Cotton T-shirts, men's", "piece", "0.17", "PT", "6.40", "EUR"],
  ["6109100022", "Cotton T-shirts, women's", "piece", "0.17", "PT", "6.90", "EUR"],
  ["2204210000", "Red wine AOC, bottle 0.75 l", "bottle", "1.25", "FR", "14.20", "EUR"],
  ["8483409000", "Gear parts", "piece", "0.535", "JP", "9.75", "USD"],
  ["9102210000", "Wrist watches, automatic", "piece", "0.24", "CH", "2450", "CHF"],
  ["9503002100", "Wooden building blocks", "set", "0.4", "DK", "8.80", "EUR"],
  ["9405211000", "Table lamps, LED", "piece", "1.25", "IT", "64", "EUR"],
  ["9405111000", "Pendant lamps, LED", "piece", "1.5", "IT", "118", "EUR"],
  ["8471607100", "Keyboards, wired", "piece", "0.6", "NL", "31", "EUR"],
  ["1905310000", "Sweet biscuits, tin 400 g", "can", "0.4", "FR", "5.20", "EUR"],
] as const;

const BISCUITS = GOODS.length;
const PLENTY = "20000";

/** The items of the demonstration's book as a file: each goods of the samples once, so that their lines bind by themselves. */
export function demonstrationItems(): string {
  const rows = GOODS.map(([code, goods, unit, factor, origin, price, currency], index) =>
    [index + 1, `HB-${100 + index}`, code, `"${goods}"`, unit, unit, "1", "kg", factor, origin, price, currency].join(
      ",",
    ),
  );
  return [ITEM_COLUMNS.join(","), ...rows].join("\n");
}

/** Opening stock as a file: enough for every sample, and biscuits whose lots expire one after the other. */
export function demonstrationStock(today: LocalDate): string {
  const plenty = GOODS.slice(0, BISCUITS - 1).map((_goods, index) =>
    [index + 1, "2026-08", "", "", EARLY, PLENTY, "QD-2026-0801"].join(","),
  );
  const biscuits = ([-12, 5, 26, 55, 300] as const).map((days, index) =>
    [BISCUITS, `B${index + 1}`, addDays(today, days - 365), addDays(today, days), EARLY, "480", "QD-2026-0802"].join(
      ",",
    ),
  );
  return [STOCK_COLUMNS.join(","), ...plenty, ...biscuits].join("\n");
}
