import type { Pair } from "../blocks";
import { words } from "../formats";
import { placeForms, type Sheet, safe, writePlace } from "../sheet";
import type { Shipment } from "../shipment";

/** What commercial invoices and packing lists say about the carriage, as pairs; some layouts leave some out. */
export function carriage(sheet: Sheet, trade: Shipment, wanted: readonly string[]): Pair[] {
  const { r, s } = sheet;
  const unit = s.pick([" KGS", " KG", " kg", "KGS", " KGM"]);
  const from = trade.seller.country;
  const to = trade.buyer.country;
  const ways: Record<string, () => string> = {
    pol: () =>
      sheet.put("port_of_loading", placeForms(trade.loading, from.name), writePlace(r, trade.loading, from.name)),
    pod: () =>
      sheet.put("port_of_discharge", placeForms(trade.discharge, to.name), writePlace(r, trade.discharge, to.name)),
    vessel: () => `${trade.vessel} ${trade.voyage}`,
    incoterm: () => incoterm(sheet, trade),
    origin: () => origin(sheet, trade),
    gross: () => sheet.put("gross_weight_kg", trade.gross, sheet.num(trade.gross, s.pick([2, 2, 3])) + unit),
    net: () => sheet.put("net_weight_kg", trade.net, sheet.num(trade.net, s.pick([2, 2, 3])) + unit),
    packages: () => sheet.put("packages", trade.packages, `${sheet.num(trade.packages)} ${trade.packing}`),
    container: () => containers(sheet, trade),
    volume: () => `${sheet.num(trade.volume, 3)} CBM`,
    order: () => trade.order,
    terms: () =>
      r.pick([
        "T/T 30 days",
        "L/C at sight",
        "30% deposit, 70% against copy of B/L",
        "D/P at sight",
        "Net 60",
        "CAD",
        "O/A 45 days",
      ]),
    lc: () => `LC${r.digits(9)}`,
  };
  return wanted.map((key) => [
    key === "lc" ? s.pick(["L/C No.", "L/C NUMBER", "Documentary Credit No."]) : sheet.word(key),
    ways[key]?.() ?? "",
  ]);
}

/** The delivery term with its place. */
export function incoterm(sheet: Sheet, trade: Shipment): string {
  const place = ["FOB", "EXW", "FCA"].includes(trade.incoterm) ? trade.loading[0] : trade.discharge[0];
  const shown = sheet.s.pick([
    `${trade.incoterm} ${place}`,
    `${trade.incoterm} ${place.toUpperCase()}`,
    `${trade.incoterm} ${place}, Incoterms® 2020`,
    trade.incoterm,
    `${trade.incoterm} (${place})`,
  ]);
  return sheet.put("incoterm", trade.incoterm, shown);
}

/** The country of origin, if all goods share one. */
export function origin(sheet: Sheet, trade: Shipment): string {
  const first = trade.lines[0]?.origin;
  if (!first || trade.lines.some((line) => line.origin.code !== first.code)) return "";
  const shown = sheet.s.pick([
    first.name,
    first.name.toUpperCase(),
    first.code === "CN" ? "P.R. CHINA" : first.name,
    `MADE IN ${first.name.toUpperCase()}`,
  ]);
  return sheet.put("country_of_origin", first.code, shown);
}

/** Container numbers, each sometimes with its seal and size. */
export function containers(sheet: Sheet, trade: Shipment, joint = ", "): string {
  const { r, s } = sheet;
  sheet.put("container_numbers", trade.containers);
  const way = s.pick(["plain", "seal", "size", "spaced"]);
  return trade.containers
    .map((number) => {
      if (way === "seal") return `${number} / SEAL ${r.letters(2)}${r.digits(6)}`;
      if (way === "size") return `${number}/40'HQ`;
      if (way === "spaced") return `${number.slice(0, 4)} ${number.slice(4, 10)}-${number.slice(10)}`;
      return number;
    })
    .join(joint);
}

/** Every code of the goods goes into the header's set when the table shows codes. */
export function noteCodes(sheet: Sheet, trade: Shipment): void {
  if (sheet.items.some((item) => item.hs_code))
    sheet.fields.hs_codes = [...new Set(trade.lines.map((line) => line.hs))];
  const origins = new Set(trade.lines.map((line) => line.origin.code));
  const isShown = sheet.items.some((item) => item.origin);
  if (isShown && origins.size === 1) sheet.fields.country_of_origin ??= [...origins][0] ?? "";
  // Goods of several countries have no single origin, so none is judged.
  if (origins.size > 1) sheet.labelled.splice(sheet.labelled.indexOf("country_of_origin"), 1);
}

const SPOKEN: Record<string, string> = {
  USD: "US DOLLARS",
  EUR: "EUROS",
  GBP: "POUNDS STERLING",
  CNY: "RMB YUAN",
  JPY: "JAPANESE YEN",
};

/** The amount in words. */
export function inWords(sheet: Sheet, value: number, currency: string): string {
  const whole = Math.floor(value);
  const cents = Math.round((value - whole) * 100);
  const spoken = SPOKEN[currency] ?? currency;
  const tail = cents > 0 ? ` AND ${sheet.s.pick([`CENTS ${words(cents)}`, `${cents}/100`])}` : "";
  return sheet.s.pick([
    `SAY ${spoken} ${words(whole)}${tail} ONLY.`,
    `SAY TOTAL ${spoken} ${words(whole)}${tail} ONLY`,
    `Total amount in words: ${spoken} ${words(whole)}${tail} only`,
  ]);
}

const SIGN: Record<string, string> = { USD: "US$", EUR: "€", GBP: "£", CNY: "RMB ", MYR: "RM", SGD: "S$", AUD: "A$" };

/** An amount with its currency, written the way of the layout. */
export function withCurrency(sheet: Sheet, value: number, currency: string): string {
  const amount = sheet.money(value);
  const sign = SIGN[currency] ?? `${currency} `;
  const at = [...sheet.layout].reduce((sum, char) => sum + char.charCodeAt(0), 3) % 5;
  return safe(
    [
      `${currency} ${amount}`,
      `${amount} ${currency}`,
      `${sign}${amount}`,
      `${currency}${amount}`,
      `${amount} ${sign.trim()}`,
    ][at] ?? amount,
  );
}

/** Charges between the goods and the total, and the total that they make. */
export function charges(sheet: Sheet, trade: Shipment): { rows: [string, number][]; total: number } {
  const { r } = sheet;
  const rows: [string, number][] = [];
  const decimals = trade.currency === "JPY" ? 0 : 2;
  const part = (low: number, high: number) => Number((trade.subtotal * r.decimal(low, high, 4)).toFixed(decimals));
  if (r.chance(0.3)) rows.push([sheet.word("freight"), part(0.01, 0.09)]);
  if (r.chance(0.2)) rows.push([sheet.word("insurance"), part(0.001, 0.01)]);
  if (r.chance(0.12)) rows.push([sheet.word("discount"), -part(0.01, 0.08)]);
  if (r.chance(0.08)) rows.push(["Packing", part(0.002, 0.01)]);
  const total = Number((trade.subtotal + rows.reduce((sum, [, value]) => sum + value, 0)).toFixed(decimals));
  return { rows, total };
}
