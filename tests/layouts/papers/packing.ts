import { facts, letterhead, type Pair, party, signature } from "../blocks";
import { type Column, column, goodsTable } from "../goods-table";
import type { Sheet } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";
import { carriage, noteCodes } from "./trade";

/** What is judged on a packing list. */
export const PACKING_FIELDS =
  "invoice_number date seller buyer gross_weight_kg net_weight_kg packages port_of_loading port_of_discharge country_of_origin container_numbers total currency".split(
    " ",
  );

function title(sheet: Sheet): string {
  return `<div class="${sheet.s.pick(["c", "", "r"])} b big gap">${sheet.word("packing")}</div>`;
}

function references(sheet: Sheet, trade: Shipment): Pair[] {
  const { s, r } = sheet;
  const pairs: Pair[] = [
    [s.pick([sheet.word("invoice_no"), "Ref. Invoice", "Invoice No."]), sheet.put("invoice_number", trade.invoice)],
    [s.pick([sheet.word("date"), "Date"]), sheet.put("date", trade.date, sheet.day(trade.date))],
  ];
  if (s.chance(0.3)) pairs.unshift([s.pick(["Packing List No.", "P/L No.", "PL#"]), `PL${r.digits(6)}`]);
  if (s.chance(0.5)) pairs.push([sheet.word("order"), trade.order]);
  return pairs;
}

function cartonColumn(trade: Shipment, head: string): Column {
  let next = 1;
  const ranges = new Map(
    trade.lines.map((line) => {
      const first = next;
      next += line.packages;
      return [line, line.packages === 1 ? String(first) : `${first}-${next - 1}`] as const;
    }),
  );
  return { key: "cartons", head, align: "center", cell: (line) => ranges.get(line) ?? "" };
}

function table(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const keys = [
    "description",
    ...(s.chance(0.85) ? ["quantity"] : []),
    ...(s.chance(0.85) ? ["packages"] : []),
    "net",
    "gross",
    ...(s.chance(0.45) ? ["volume"] : []),
  ];
  if (s.chance(0.25)) keys.splice(1, 0, "hs");
  if (s.chance(0.2)) keys.splice(1, 0, "origin");
  if (s.chance(0.25)) keys.unshift("part");
  if (s.chance(0.25)) keys.splice(keys.indexOf("net"), 2, "gross", "net");
  if (s.chance(0.2))
    keys.unshift(keys.splice(keys.indexOf("packages"), keys.includes("packages") ? 1 : 0)[0] ?? "item");
  const columns = [...new Set(keys)].map((key) => column(sheet, key));
  if (s.chance(0.45)) columns.unshift(cartonColumn(trade, s.pick(["Ctn No.", "C/NO.", "Carton Nos.", "Case No."])));
  const totals: Record<string, string> = {
    packages: sheet.put("packages", trade.packages, sheet.num(trade.packages)),
    net: sheet.put("net_weight_kg", trade.net, sheet.num(trade.net, 2)),
    gross: sheet.put("gross_weight_kg", trade.gross, sheet.num(trade.gross, 2)),
    volume: sheet.num(trade.volume, 3),
    quantity: sheet.num(trade.lines.reduce((sum, line) => sum + line.quantity, 0)),
  };
  if (!columns.some((each) => each.key === "packages")) delete sheet.fields.packages;
  const cells = columns.map(
    (each, at) =>
      `<td class="${at && each.align === "right" ? "r" : ""}">${totals[each.key] ?? (at === 0 ? sheet.s.pick(["TOTAL", "Total:", "TOTAL:", "G. TOTAL"]) : "")}</td>`,
  );
  const drawn = goodsTable(sheet, columns, trade.lines, `<tr class="b top line">${cells.join("")}</tr>`);
  noteCodes(sheet, trade);
  return drawn;
}

function foot(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const pairs = carriage(
    sheet,
    trade,
    s.some(["packages", "gross", "net", "origin", "container", "volume"], s.int(1, 4)),
  );
  return `<div class="gap">${facts(sheet, pairs, s.pick(["lines", "table", "above"]))}</div>${s.chance(0.5) ? signature(sheet, trade.seller) : ""}`;
}

const SKELETONS: readonly ((sheet: Sheet, trade: Shipment) => string)[] = [
  (sheet, trade) =>
    `${letterhead(sheet, trade.seller, "seller")}${title(sheet)}<div class="row gap"><div>${party(sheet, trade.buyer, "buyer", { label: sheet.word("buyer") })}</div><div>${facts(sheet, references(sheet, trade))}</div></div>${facts(sheet, carriage(sheet, trade, ["pol", "pod", "vessel"]))}${table(sheet, trade)}${foot(sheet, trade)}`,
  (sheet, trade) =>
    `${title(sheet)}<table class="form gap"><tr><td>${party(sheet, trade.seller, "seller", { label: sheet.word("seller") })}</td><td>${facts(sheet, references(sheet, trade))}</td></tr><tr><td>${party(sheet, trade.buyer, "buyer", { label: sheet.word("buyer") })}</td><td>${facts(sheet, carriage(sheet, trade, ["pol", "pod", "container", "origin"]))}</td></tr></table>${table(sheet, trade)}${foot(sheet, trade)}`,
  (sheet, trade) =>
    `<div class="row"><div>${party(sheet, trade.seller, "seller", { label: sheet.word("seller") })}</div><div>${party(sheet, trade.buyer, "buyer", { label: sheet.word("buyer") })}</div></div>${title(sheet)}${facts(sheet, references(sheet, trade), sheet.s.pick(["header", "boxes", "lines"]))}${table(sheet, trade)}<div class="gap">${facts(sheet, carriage(sheet, trade, ["pol", "pod", "vessel", "incoterm"]))}</div>${foot(sheet, trade)}`,
  (sheet, trade) =>
    `${title(sheet)}<div class="t">${letterhead(sheet, trade.seller, "seller")}<div class="gap">${facts(sheet, references(sheet, trade), "dots")}</div><div class="gap">${party(sheet, trade.buyer, "buyer", { label: sheet.s.pick(["TO MESSRS:", "SHIP TO", "CONSIGNED TO"]) })}</div>${table(sheet, trade)}${foot(sheet, trade)}</div>`,
  (sheet, trade) =>
    `<div class="row"><div>${letterhead(sheet, trade.seller, "seller")}</div><div class="fix box">${title(sheet)}${facts(sheet, references(sheet, trade), "table")}</div></div><div class="row gap"><div>${party(sheet, trade.buyer, "buyer", { label: sheet.word("buyer") })}</div><div>${party(sheet, trade.third, undefined, { label: sheet.word("ship_to") })}</div></div>${facts(sheet, carriage(sheet, trade, ["container", "pol", "pod", "vessel"]), "header")}${table(sheet, trade)}${foot(sheet, trade)}`,
];

/** A packing list or weight note. */
export function packingList(sheet: Sheet, layout: number): string {
  const trade = shipment(sheet.r, sheet.lang === "zh-en" ? { from: "CN" } : {});
  sheet.currency = trade.currency;
  const draw = SKELETONS[layout % SKELETONS.length];
  return page(sheet, look(sheet), draw?.(sheet, trade) ?? "");
}
