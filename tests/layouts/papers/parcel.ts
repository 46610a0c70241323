import { facts, party } from "../blocks";
import { code128 } from "../code-128";
import { parcelNumber, postalNumber } from "../identifiers";
import { placeForms, type Sheet } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";
import { withCurrency } from "./trade";

/** What is judged on an express carrier's waybill. */
export const EXPRESS_FIELDS =
  "transport_number date shipper consignee gross_weight_kg packages currency total country_of_origin invoice_number port_of_loading port_of_discharge master_number".split(
    " ",
  );
/** What is judged on a postal declaration. */
export const POSTAL_FIELDS =
  "transport_number date shipper consignee currency total gross_weight_kg net_weight_kg hs_codes country_of_origin invoice_number packages".split(
    " ",
  );

const cell = (label: string, body: string, extra = "") => `<td ${extra}><span class="l">${label}</span>${body}</td>`;

interface Parcel {
  readonly trade: Shipment;
  readonly number: string;
  /** What its bar code says. */
  readonly code: string;
  readonly weight: string;
  readonly pieces: string;
  readonly value: string;
  readonly date: string;
}

function parcel(sheet: Sheet, trade: Shipment): Parcel {
  const { r, s } = sheet;
  const digits = r.pick([
    r.digits(10),
    r.digits(12),
    parcelNumber(r),
    postalNumber(r, r.letters(2), trade.seller.country.code),
  ]);
  const spaced = digits.replace(/(.{4})(?=.)/g, "$1 ");
  const gross = Number((trade.gross % 60 || 1.2).toFixed(1)) || 0.5;
  const pieces = Math.min(trade.packages, 6);
  return {
    trade,
    code: digits,
    number: sheet.put("transport_number", [digits, spaced], s.chance(0.6) ? spaced : digits),
    weight: sheet.put("gross_weight_kg", gross, `${gross} ${s.pick(["KG", "kg", "KGS"])}`),
    pieces: sheet.put("packages", pieces, s.pick([String(pieces), `${pieces} PCS`, `1/${pieces}`].slice(0, 2))),
    value: sheet.put(
      "total",
      trade.subtotal,
      withCurrency(sheet, trade.subtotal, sheet.put("currency", trade.currency)),
    ),
    date: sheet.put("date", trade.date, sheet.day(trade.date)),
  };
}

function station(sheet: Sheet, trade: Shipment, which: 0 | 1): string {
  const where = which === 0 ? trade.seller.country.name : trade.buyer.country.name;
  return sheet.put(
    which === 0 ? "port_of_loading" : "port_of_discharge",
    placeForms(trade.air[which], where),
    trade.air[which][1],
  );
}

const contents = (trade: Shipment) => trade.lines.map((line) => line.good.en).join(", ");

/** Extra facts that some labels have. */
function extras(sheet: Sheet, trade: Shipment): [string, string][] {
  const { r, s } = sheet;
  const rows: [string, string][] = [];
  if (r.chance(0.5))
    rows.push([
      s.pick(["COO", "Country of Origin", "Mfr. Country"]),
      sheet.put(
        "country_of_origin",
        trade.lines[0]?.origin.code ?? "",
        s.chance(0.5) ? (trade.lines[0]?.origin.code ?? "") : (trade.lines[0]?.origin.name ?? ""),
      ),
    ]);
  if (r.chance(0.5)) rows.push([s.pick(["INV", "Invoice No.", "Inv. #"]), sheet.put("invoice_number", trade.invoice)]);
  rows.push([s.pick(["REF", "Shipper Ref", "Cust Ref"]), trade.order]);
  if (trade.lines.length > 1 && trade.lines.some((line) => line.origin.code !== trade.lines[0]?.origin.code))
    return rows.filter(([, value]) => !value.includes(trade.lines[0]?.origin.code ?? "?"));
  return rows;
}

function tallLabel(sheet: Sheet, trade: Shipment): string {
  const { s, r } = sheet;
  const p = parcel(sheet, trade);
  const brand = s.pick(["RAPIDEX", "SkyParcel", "BlueArrow Express", "GlobeJet"]);
  return `<div class="row line"><div class="big b ink">${brand}</div><div class="r">${s.pick(["EXPRESS WORLDWIDE", "INTERNATIONAL PRIORITY", "Express Saver", "ECONOMY SELECT"])}<br>${p.date}</div></div><div class="row"><div>${party(sheet, trade.seller, "shipper", { label: s.pick(["From", "FROM:", "Shipper", "Ship From"]) })}</div><div class="fix big b">${s.pick(["Origin", "ORG"])} ${station(sheet, trade, 0)}</div></div><div class="box gap" style="font-size:1.15em">${party(sheet, trade.buyer, "consignee", { label: s.pick(["To", "SHIP TO:", "Receiver", "TO:"]) })}</div><div class="big b c">${trade.buyer.country.code}-${station(sheet, trade, 1)}-${r.letters(3)}</div>${facts(sheet, [[s.pick(["Weight", "ACT WGT", "Shpt Weight"]), p.weight], [s.pick(["Pieces", "PCS", "Pkgs"]), p.pieces], [s.pick(["Customs Value", "Declared Value", "CUSTOMS VAL"]), p.value], ...extras(sheet, trade)], s.pick(["table", "lines", "boxes"]))}<div class="gap small">${s.pick(["Contents", "DESC", "Description"])}: ${contents(trade)}</div><div class="gap">${code128(p.code, 18)}<div class="c b">${s.pick(["WAYBILL", "TRK#", "AWB", "Tracking No."])} ${p.number}</div></div>`;
}

function waybillForm(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const p = parcel(sheet, trade);
  const brand = s.pick(["RAPIDEX", "SkyParcel", "BlueArrow Express", "GlobeJet"]);
  const more = extras(sheet, trade)
    .map(([name, value]) => cell(name, value))
    .join("");
  return `<div class="row"><div class="big b ink">${brand}</div><div>${code128(p.code, 10)}<div class="c b">${p.number}</div></div></div><div class="b">${s.pick(["SHIPMENT WAYBILL", "International Air Waybill (Non negotiable)", "EXPRESS CONSIGNMENT NOTE"])}</div><table class="form"><tr>${cell("1 Payer account number", sheet.r.digits(9))}${cell("4 Shipment details — total packages", p.pieces)}${cell("Total weight", p.weight)}</tr><tr>${cell("2 From (Shipper)", party(sheet, trade.seller, "shipper"))}${cell("3 To (Receiver)", party(sheet, trade.buyer, "consignee"), 'colspan="2"')}</tr><tr>${cell("5 Full description of contents", contents(trade))}${cell("6 Declared value for customs", p.value)}${cell("Origin / Destination", `${station(sheet, trade, 0)} / ${station(sheet, trade, 1)}`)}</tr><tr>${more}</tr><tr>${cell("7 Shipper's authorisation", '<span class="hand">J. Miller</span>')}${cell("Date", p.date)}${cell("Picked up by", '<span class="hand">RK</span>')}</tr></table>`;
}

/** An express carrier's label or waybill. */
export function expressPaper(sheet: Sheet, layout: number): string {
  const trade = shipment(sheet.r, { most: 2 });
  sheet.currency = trade.currency;
  if (layout % 3 !== 1) sheet.size = [sheet.s.pick([102, 105, 120]), sheet.s.pick([152, 180])];
  return page(
    sheet,
    { ...look(sheet, "sans"), size: 8 },
    layout % 3 === 1 ? waybillForm(sheet, trade) : tallLabel(sheet, trade),
  );
}

/** A CN22 or CN23, filled in by hand or typed. */
export function postalDeclaration(sheet: Sheet, layout: number): string {
  const { r, s } = sheet;
  const made = shipment(r, { most: 3 });
  const lines = made.lines.map((line) => {
    const quantity = 1 + ((line.quantity % 4) | 0);
    const net = Number(Math.max(0.05, Math.min(4, line.good.kg * quantity)).toFixed(2));
    return { ...line, quantity, amount: Number((quantity * Math.min(line.price, 150)).toFixed(2)), net };
  });
  const total = Number(lines.reduce((sum, line) => sum + line.amount, 0).toFixed(2));
  const net = Number(lines.reduce((sum, line) => sum + line.net, 0).toFixed(2));
  const gross = Number((net * 1.12 + 0.05).toFixed(2));
  const currency = ["JPY"].includes(made.currency) ? "USD" : made.currency;
  const number = postalNumber(r, r.pick(["RR", "CP", "EE", "LX", "CC"]), made.seller.country.code);
  const hand = s.chance(0.35) ? "hand" : "t";
  const isSmall = layout % 2 === 0;
  const shows = { codes: s.chance(0.7), origin: s.chance(0.7) };
  sheet.put("transport_number", [number, number.replace(/^(..)(...)(...)(...)(..)$/, "$1 $2 $3 $4 $5")]);
  sheet.put("currency", currency);
  sheet.put("total", total);
  if (shows.codes) sheet.put("hs_codes", [...new Set(lines.map((line) => line.hs))]);
  const single = new Set(lines.map((line) => line.origin.code)).size === 1;
  if (shows.origin && single) sheet.put("country_of_origin", made.seller.country.code);
  if (!single) sheet.labelled.splice(sheet.labelled.indexOf("country_of_origin"), 1);
  sheet.judged = true;
  const columns = [
    "Quantity and detailed description of contents",
    "Net weight (kg)",
    `Value (${currency})`,
    ...(shows.codes ? ["HS tariff number"] : []),
    ...(shows.origin ? ["Country of origin"] : []),
  ];
  const rows = lines
    .map((line) => {
      sheet.items.push({
        description: line.good.en,
        quantity: line.quantity,
        amount: line.amount,
        net_weight_kg: line.net,
        ...(shows.codes ? { hs_code: line.hs } : {}),
        ...(shows.origin ? { origin: line.origin.code } : {}),
      });
      return `<tr class="${hand}"><td>${line.quantity} x ${line.good.en}</td><td>${line.net}</td><td>${line.amount.toFixed(2)}</td>${shows.codes ? `<td>${line.hs}</td>` : ""}${shows.origin ? `<td>${line.origin.code}</td>` : ""}</tr>`;
    })
    .join("");
  const sum = isSmall
    ? `<tr><td>Total weight (in kg) and total value</td><td class="${hand}">${sheet.put("gross_weight_kg", gross)}</td><td class="${hand}">${total.toFixed(2)} ${currency}</td></tr>`
    : `<tr><td>Totals</td><td class="${hand}">${sheet.put("net_weight_kg", net)}</td><td class="${hand}">${total.toFixed(2)} ${currency}</td></tr>`;
  const table = `<table class="form"><tr>${columns.map((head) => `<td><span class="l">${head}</span></td>`).join("")}</tr>${rows}${sum}</table>`;
  const kinds =
    "☐ Gift &nbsp; ☐ Documents &nbsp; ☒ Sale of goods &nbsp; ☐ Commercial sample &nbsp; ☐ Returned goods &nbsp; ☐ Other";
  const date = sheet.put("date", made.date, sheet.day(made.date));
  const sign = `<p class="small">I, the undersigned, certify that the particulars given in this declaration are correct and that this item does not contain any dangerous article.</p><div class="row"><div>Date and sender's signature: ${date} <span class="hand">${made.seller.short}</span></div></div>`;
  if (isSmall) {
    sheet.size = [s.pick([105, 120]), s.pick([148, 160])];
    const from = s.chance(0.5)
      ? `<div class="box ${hand}">${party(sheet, made.seller, "shipper", { plain: true, label: "From" })}</div><div class="box ${hand}">${party(sheet, made.buyer, "consignee", { plain: true, label: "To" })}</div>`
      : "";
    return page(
      sheet,
      { ...look(sheet, "sans"), size: 7.6 },
      `<div class="row"><div class="b">CUSTOMS DECLARATION</div><div class="r b">CN 22</div></div><div class="small">May be opened officially — Important! See instructions on the back</div>${code128(number, 8)}<div class="c">${number}</div>${from}<div class="box small">${kinds}</div>${table}${sign}`,
    );
  }
  return page(
    sheet,
    { ...look(sheet, "sans"), size: 8.4 },
    `<div class="row"><div class="b">CUSTOMS DECLARATION / DÉCLARATION EN DOUANE</div><div class="r b">CN 23</div></div><table class="form"><tr>${cell("From", `<span class="${hand}">${party(sheet, made.seller, "shipper", { plain: true })}</span>`)}<td>${code128(number, 9)}<div class="c">No. of item: ${number}</div></td></tr><tr>${cell("To", `<span class="${hand}">${party(sheet, made.buyer, "consignee", { plain: true })}</span>`)}${cell("Importer's reference (if any)", "")}</tr></table>${table}<table class="form"><tr>${cell("Total gross weight", `<span class="${hand}">${sheet.put("gross_weight_kg", gross, `${gross} kg`)}</span>`)}${cell("Postal charges / Fees", r.decimal(4, 60, 2).toFixed(2))}</tr><tr><td colspan="2">${kinds}</td></tr><tr>${cell("Comments", "")}${cell("Invoice No.", r.chance(0.4) ? sheet.put("invoice_number", made.invoice) : "")}</tr></table>${sign}`,
  );
}
