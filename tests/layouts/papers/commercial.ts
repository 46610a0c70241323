import { bank, facts, letterhead, type Pair, party, signature } from "../blocks";
import { type Column, column, goodsTable } from "../goods-table";
import { names, type Sheet } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";
import { carriage, charges, incoterm, inWords, noteCodes, withCurrency } from "./trade";

/** What is judged on a commercial invoice. */
export const COMMERCIAL_FIELDS =
  "invoice_number date seller buyer currency total hs_codes country_of_origin incoterm port_of_loading port_of_discharge gross_weight_kg net_weight_kg packages tax".split(
    " ",
  );

type Skeleton = (sheet: Sheet, trade: Shipment) => string;

function title(sheet: Sheet): string {
  const text = sheet.s.chance(0.14)
    ? sheet.s.pick(["PROFORMA INVOICE", "Pro Forma Invoice", "PRO-FORMA INVOICE"])
    : sheet.word("invoice");
  return `<div class="${sheet.s.pick(["c", "c", "", "r"])} b big gap">${text}</div>`;
}

/** Number, dates and the references that are none of them. */
function references(sheet: Sheet, trade: Shipment): Pair[] {
  const { r, s } = sheet;
  const pairs: Pair[] = [
    [sheet.word("invoice_no"), sheet.put("invoice_number", trade.invoice)],
    [sheet.word("date"), sheet.put("date", trade.date, sheet.day(trade.date))],
  ];
  if (s.chance(0.25)) pairs.reverse();
  if (s.chance(0.6)) pairs.splice(s.pick([0, 1, 2]), 0, [sheet.word("order"), trade.order]);
  if (s.chance(0.2)) pairs.push([sheet.word("customer"), r.digits(5)]);
  if (s.chance(0.2)) pairs.push([s.pick(["L/C No.", "L/C NUMBER"]), `LC${r.digits(8)}`]);
  if (s.chance(0.15)) pairs.push(["Page", "1 of 1"]);
  return pairs;
}

function chosenColumns(sheet: Sheet, always: readonly string[] = []): Column[] {
  const { s } = sheet;
  const keys = ["description", "quantity", "price", "amount"];
  const insert = (key: string, share: number, at: number) => {
    if (s.chance(share) || always.includes(key)) keys.splice(Math.min(at, keys.length), 0, key);
  };
  insert("part", 0.25, s.pick([0, 0, 1]));
  insert("hs", 0.45, s.pick([1, 1, 2, 0]));
  insert("origin", 0.25, s.pick([1, 2]));
  insert("unit", 0.15, keys.indexOf("quantity") + 1);
  insert("net", 0.14, keys.indexOf("quantity"));
  insert("gross", 0.08, keys.indexOf("quantity") + 1);
  insert("packages", 0.1, s.pick([0, 1]));
  insert("item", 0.5, 0);
  if (s.chance(0.12)) keys.unshift(keys.splice(keys.indexOf("quantity"), 1)[0] ?? "quantity");
  return keys.filter((key, at) => keys.indexOf(key) === at).map((key) => column(sheet, key));
}

/** The table, and the total under it or in its last row. */
function goodsAndTotal(sheet: Sheet, trade: Shipment, always: readonly string[] = []): string {
  const { s } = sheet;
  const columns = chosenColumns(sheet, always);
  const { rows, total } = charges(sheet, trade);
  sheet.put("total", total);
  sheet.put("currency", trade.currency);
  const shown = withCurrency(sheet, total, trade.currency);
  const all: [string, string, boolean][] = rows.map(([name, value]) => [name, sheet.money(value), false]);
  if (rows.length > 0 || s.chance(0.2)) all.unshift([sheet.word("subtotal"), sheet.money(trade.subtotal), false]);
  all.push([`${sheet.word("total")}${s.chance(0.2) ? ` ${sheet.put("incoterm", trade.incoterm)}` : ""}`, shown, true]);
  const way = s.pick(["row", "row", "block", "full"]);
  const terms =
    way !== "full" && s.chance(0.25)
      ? `<tr>${columns.map((each) => `<td class="${each.key === "amount" ? "r" : ""} small">${each.key === "amount" ? incoterm(sheet, trade) : ""}</td>`).join("")}</tr>`
      : "";
  const at = columns.findIndex((each) => each.key === "amount");
  const spanned = all.map(
    ([name, value, isLast]) =>
      `<tr class="${isLast ? "b top" : ""}"><td colspan="${Math.max(1, at)}" class="${s.pick(["r", "r", "", "c"])}">${name}</td><td class="r">${value}</td></tr>`,
  );
  const withQuantity = all.map(([name, value, isLast]) => {
    const cells = columns.map((each, column) => {
      if (each.key === "amount") return value;
      if (each.key === "quantity" && isLast)
        return sheet.num(trade.lines.reduce((sum, line) => sum + line.quantity, 0));
      return column === 0 ? name : "";
    });
    return `<tr class="box ${isLast ? "b" : ""}">${cells.map((cell, column) => `<td class="box" style="text-align:${columns[column]?.align ?? "left"};white-space:nowrap">${cell}</td>`).join("")}</tr>`;
  });
  const block = `<div style="width:${s.int(55, 85)}mm;margin-left:${s.pick(["auto", "auto", "0"])}" class="gap"><table>${all.map(([name, value, isLast]) => `<tr class="${isLast ? "b top" : ""}"><td>${name}</td><td class="r">${value}</td></tr>`).join("")}</table></div>`;
  const wordsLine = s.chance(0.4) ? `<div class="gap">${inWords(sheet, total, trade.currency)}</div>` : "";
  const table =
    way === "row"
      ? goodsTable(sheet, columns, trade.lines, spanned.join("") + terms)
      : way === "full"
        ? goodsTable(sheet, columns, trade.lines, withQuantity.join(""))
        : goodsTable(sheet, columns, trade.lines, terms) + block;
  noteCodes(sheet, trade);
  return table + wordsLine;
}

function weights(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  if (s.chance(0.35)) return "";
  const wanted = [
    "packages",
    "gross",
    "net",
    ...(s.chance(0.3) ? ["volume"] : []),
    ...(s.chance(0.3) ? ["origin"] : []),
  ].filter(() => s.chance(0.85));
  return `<div class="gap">${facts(sheet, carriage(sheet, trade, wanted), s.pick(["lines", "table", "header", "dots"]))}</div>`;
}

function notes(sheet: Sheet): string {
  const { r, s } = sheet;
  const all = [
    "We hereby certify that this invoice shows the actual price of the goods described and that no other invoice has been issued.",
    "All claims must be made within 14 days after receipt of the goods. Goods remain our property until paid in full.",
    `Replaces our invoice ${r.letters(2)}${r.digits(6)} which is cancelled.`,
    `Marks: ${r.letters(3)} / ${r.pick(["HAMBURG", "C/NO. 1-UP", "N/M", "MADE IN P.R.C."])}`,
    "These items are controlled by the exporter and authorized for export only to the country of ultimate destination.",
    "Solid wood packing material has been treated according to ISPM 15.",
  ];
  return `<div class="small gap">${s.some(all, s.int(0, 2)).join("<br>")}</div>`;
}

const movement = (sheet: Sheet) => [
  "pol",
  "pod",
  ...sheet.s.some(["vessel", "incoterm", "terms", "origin", "container", "lc"], sheet.s.int(1, 5)),
];
const buyerWord = (sheet: Sheet) => sheet.word("buyer");

function second(sheet: Sheet, trade: Shipment): string {
  const { s, r } = sheet;
  if (s.chance(0.45)) return "";
  const body = r.chance(0.3)
    ? r.pick(["SAME AS ABOVE", "Same as consignee", "SAME AS BUYER", "N/A"])
    : party(sheet, trade.third, undefined, { plain: true });
  return `<div><div class="b">${s.pick(["Notify Party", "Ship To", "Deliver To", "NOTIFY", "Intermediate Consignee", "Also Notify"])}</div>${body}</div>`;
}

const SKELETONS: readonly Skeleton[] = [
  // Letterhead, receiver left, references right.
  (sheet, trade) =>
    `${letterhead(sheet, trade.seller, "seller")}${title(sheet)}<div class="row gap"><div>${party(sheet, trade.buyer, "buyer", { label: buyerWord(sheet) })}</div><div>${facts(sheet, references(sheet, trade))}</div></div>${second(sheet, trade)}<div class="gap">${facts(sheet, carriage(sheet, trade, movement(sheet)))}</div>${goodsAndTotal(sheet, trade)}${weights(sheet, trade)}${notes(sheet)}${sheet.s.chance(0.5) ? bank(sheet, trade.seller) : ""}${signature(sheet, trade.seller)}`,
  // A form of boxes with the labels in their corners.
  (sheet, trade) => boxes(sheet, trade),
  // Title to one side, three firms side by side, a band of references.
  (sheet, trade) =>
    `<div class="row"><div>${letterhead(sheet, trade.seller, "seller")}</div><div class="fix">${title(sheet)}${facts(sheet, references(sheet, trade), sheet.s.pick(["table", "ruled", "lines"]))}</div></div><div class="row gap2"><div>${party(sheet, trade.buyer, "buyer", { label: buyerWord(sheet) })}</div>${second(sheet, trade)}</div><div class="gap">${facts(sheet, carriage(sheet, trade, movement(sheet)), "header")}</div>${goodsAndTotal(sheet, trade)}${weights(sheet, trade)}${bank(sheet, trade.seller)}${notes(sheet)}`,
  // One sheet of a spreadsheet: everything in cells, label and value side by side.
  (sheet, trade) => spreadsheet(sheet, trade),
  // The form that express carriers hand out: sender and receiver down the left, questions down the right.
  (sheet, trade) =>
    `${title(sheet)}<table class="form gap"><tr><td>${party(sheet, trade.seller, "seller", { label: sheet.word("seller") })}</td><td>${facts(sheet, references(sheet, trade), "above")}</td></tr><tr><td>${party(sheet, trade.buyer, "buyer", { label: sheet.s.pick(["RECIPIENT", "CONSIGNEE", "SHIP TO / CONSIGNEE", "Receiver"]) })}</td><td>${facts(sheet, carriage(sheet, trade, ["origin", "incoterm", "pod", "terms"]), "above")}<span class="l">Reason for export</span>☐ Gift ☒ Sale ☐ Sample ☐ Repair</td></tr><tr><td colspan="2">${facts(sheet, carriage(sheet, trade, ["packages", "gross"]), "lines")}</td></tr></table>${goodsAndTotal(sheet, trade, ["hs", "origin"])}<div class="small gap">I declare that the information on this invoice is true and correct.</div>${signature(sheet, trade.seller)}`,
  // Seller and buyer side by side under a band with the title.
  (sheet, trade) =>
    `<div class="c b big" style="${sheet.s.pick(["background:#e4e4e4", "background:#1f3a68;color:#fff", "border:1pt solid"])};padding:2mm">${sheet.word("invoice")}</div>${facts(sheet, references(sheet, trade), sheet.s.pick(["header", "boxes", "lines"]))}<div class="row gap"><div>${party(sheet, trade.seller, "seller", { label: sheet.word("seller") })}</div><div>${party(sheet, trade.buyer, "buyer", { label: buyerWord(sheet) })}</div>${second(sheet, trade)}</div><div class="row gap"><div>${facts(sheet, carriage(sheet, trade, ["pol", "pod", "vessel"]))}</div><div>${facts(sheet, carriage(sheet, trade, ["incoterm", "terms", "origin"]))}</div></div>${goodsAndTotal(sheet, trade)}${weights(sheet, trade)}${signature(sheet, trade.seller)}`,
  // A typed sheet: shipped per, from, to in a sentence.
  (sheet, trade) =>
    `<div class="t">${letterhead(sheet, trade.seller, "seller")}${title(sheet)}<div class="row gap"><div>${sheet.word("invoice_no")} ${sheet.put("invoice_number", trade.invoice)}</div><div class="r">${sheet.word("date")} ${sheet.put("date", trade.date, sheet.day(trade.date))}</div></div><div class="gap"><u>INVOICE</u> of ${trade.lines.length === 1 ? trade.lines[0]?.good.en.toUpperCase() : "MERCHANDISE"} for account and risk of Messrs.<br>${party(sheet, trade.buyer, "buyer", { plain: true })}</div><div>shipped per ${trade.vessel} ${trade.voyage} sailing on or about ${sheet.day(trade.sailed)}<br>${facts(sheet, carriage(sheet, trade, ["pol", "pod", "incoterm", "lc"]), "lines")}</div>${goodsAndTotal(sheet, trade)}${weights(sheet, trade)}${signature(sheet, trade.seller)}</div>`,
  // References at the foot, the buyer at the head.
  (sheet, trade) =>
    `<div class="row"><div>${party(sheet, trade.buyer, "buyer", { label: buyerWord(sheet) })}</div><div class="r">${sheet.put("date", trade.date, sheet.day(trade.date))}<br>${sheet.put("incoterm", trade.incoterm, `${trade.incoterm} ${trade.discharge[0]}`)}</div></div><div class="b big gap2">${sheet.word("invoice")} ${sheet.s.pick(["", "No. ", "# ", "- "])}${sheet.put("invoice_number", trade.invoice)}</div>${goodsAndTotal(sheet, trade)}${weights(sheet, trade)}<div class="gap">${facts(sheet, carriage(sheet, trade, ["pol", "pod", "terms", "order"]))}</div><div class="gap2 top small">${party(sheet, trade.seller, "seller")}</div>${bank(sheet, trade.seller)}`,
];

function boxes(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const numbered = s.chance(0.35);
  let at = 0;
  const cell = (label: string, body: string, extra = "") => {
    at += 1;
    return `<td ${extra}><span class="l">${numbered ? `${at}. ` : ""}${label}</span>${body}</td>`;
  };
  const refs = references(sheet, trade).slice(0, 4);
  while (refs.length < 4) refs.push([sheet.word("terms"), "T/T 30 days"]);
  const pairs = carriage(sheet, trade, ["pol", "pod", "vessel", "origin", "incoterm", "terms", "gross", "packages"]);
  const pair = (index: number, from: readonly Pair[] = pairs) =>
    cell(from[index]?.[0] ?? "", from[index]?.[1] || "&nbsp;");
  const third = s.chance(0.5) ? "SAME AS CONSIGNEE" : party(sheet, trade.third, undefined, { plain: true });
  return `${title(sheet)}<table class="form gap"><tr>${cell(sheet.word("seller"), party(sheet, trade.seller, "seller"), 'rowspan="2" colspan="2"')}${pair(0, refs)}${pair(1, refs)}</tr><tr>${pair(2, refs)}${pair(3, refs)}</tr><tr>${cell(buyerWord(sheet), party(sheet, trade.buyer, "buyer"), 'rowspan="2" colspan="2"')}${cell(s.pick(["Notify Party", "Buyer (if other than consignee)", "Delivery address"]), third, 'colspan="2"')}</tr><tr>${pair(3)}${pair(4)}</tr><tr>${pair(0)}${pair(1)}${pair(2)}${pair(5)}</tr></table>${goodsAndTotal(sheet, trade)}<table class="form gap"><tr>${pair(6)}${pair(7)}${cell("Signature and stamp", "&nbsp;")}</tr></table>${notes(sheet)}${signature(sheet, trade.seller)}`;
}

function spreadsheet(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const pairs: Pair[] = [
    ...references(sheet, trade),
    ...carriage(sheet, trade, [...movement(sheet), "packages", "gross", "net"]),
  ].filter(([, value]) => value !== "");
  const fill = s.pick(["#fff", "#f2f2f2", "#dce6f1", "#fff2cc"]);
  const rows: string[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = [pairs[at], pairs[at + 1]].map(
      (pair) =>
        `<td class="box" style="background:${fill}">${pair?.[0] ?? ""}</td><td class="box">${pair?.[1] ?? ""}</td>`,
    );
    rows.push(`<tr>${cells.join("")}</tr>`);
  }
  const wide = (label: string, body: string) =>
    `<tr><td class="box" style="background:${fill}">${label}</td><td class="box" colspan="3">${body}</td></tr>`;
  return `<table class="box"><tr><td colspan="4" class="c b big">${sheet.put("seller", names(trade.seller, sheet.lang === "zh-en"))}${sheet.lang === "zh-en" && trade.seller.zh ? `<br>${trade.seller.zh}` : ""}</td></tr><tr><td colspan="4" class="c small">${trade.seller.address.join(" ")}</td></tr><tr><td colspan="4" class="c b box">${sheet.word("invoice")}</td></tr>${wide(buyerWord(sheet), party(sheet, trade.buyer, "buyer", { plain: true }))}${rows.join("")}</table>${goodsAndTotal(sheet, trade)}${notes(sheet)}`;
}

/** Where the sellers are that write in a language. */
const HOME: Record<string, readonly string[]> = {
  "zh-en": ["CN"],
  de: ["DE"],
  fr: ["FR"],
  it: ["IT"],
  es: ["ES", "ES", "MX"],
};

/** A commercial or pro forma invoice. */
export function commercialInvoice(sheet: Sheet, layout: number): string {
  const home = HOME[sheet.lang];
  const trade = shipment(sheet.r, home ? { from: sheet.r.pick(home) } : {});
  sheet.currency = trade.currency;
  // In these languages one word stands for both kinds of invoices.
  if (["de", "fr", "it", "es"].includes(sheet.lang)) sheet.alike.push("invoice");
  const draw = SKELETONS[layout % SKELETONS.length] as Skeleton;
  const body = draw(sheet, trade);
  return page(sheet, look(sheet, layout % SKELETONS.length === 6 ? "typed" : undefined), body);
}
