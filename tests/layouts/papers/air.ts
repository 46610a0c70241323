import { party, signature } from "../blocks";
import { code128 } from "../code-128";
import { airWaybill, houseBill } from "../identifiers";
import { country } from "../pools/countries";
import { random } from "../random";
import { placeForms, type Sheet } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";

/** What is judged on air waybills. */
export const AIR_FIELDS =
  "transport_number date shipper consignee port_of_loading port_of_discharge gross_weight_kg packages hs_codes invoice_number currency master_number".split(
    " ",
  );

interface Flight {
  readonly trade: Shipment;
  readonly number: ReturnType<typeof airWaybill>;
  readonly house: string | undefined;
  readonly gross: number;
  readonly chargeable: number;
}

const cell = (label: string, body: string, extra = "") => `<td ${extra}><span class="l">${label}</span>${body}</td>`;

function masterText(sheet: Sheet, flight: Flight): string {
  const { prefix, serial } = flight.number;
  const forms = [`${prefix}-${serial}`, `${prefix}${serial}`];
  const shown = sheet.s.pick([
    `${prefix}-${serial}`,
    `${prefix}-${serial}`,
    `${prefix} ${serial}`,
    `${prefix}-${serial.slice(0, 4)} ${serial.slice(4)}`,
  ]);
  return sheet.put(flight.house ? "master_number" : "transport_number", forms, shown);
}

function numberText(sheet: Sheet, flight: Flight): string {
  return flight.house ? sheet.put("transport_number", flight.house) : masterText(sheet, flight);
}

function airport(sheet: Sheet, flight: Flight, which: 0 | 1): string {
  const { s } = sheet;
  const place = flight.trade.air[which];
  const where = which === 0 ? flight.trade.seller.country.name : flight.trade.buyer.country.name;
  const field = which === 0 ? "port_of_loading" : "port_of_discharge";
  const shown = s.pick([
    place[0].toUpperCase(),
    `${place[0]} (${place[1]})`,
    `${place[0].toUpperCase()}, ${where.toUpperCase()}`,
    place[0],
  ]);
  return sheet.put(field, placeForms(place, where), shown);
}

function goods(sheet: Sheet, flight: Flight): string {
  const { r, s } = sheet;
  const { trade } = flight;
  const parts = [...trade.lines.slice(0, 4).map((line) => line.good.en.toUpperCase())];
  if (trade.lines.length > 4) parts.push("AND OTHER GOODS");
  if (r.chance(0.45)) {
    const codes = [...new Set(trade.lines.slice(0, 4).map((line) => line.hs))];
    sheet.put("hs_codes", codes);
    parts.push(`${s.pick(["HS CODE:", "HS:", "H.S. CODE", "HS CODES"])} ${codes.join(s.pick([", ", " / ", "; "]))}`);
  }
  if (r.chance(0.45))
    parts.push(`${s.pick(["INV. NO.:", "INVOICE NO", "INV:"])} ${sheet.put("invoice_number", trade.invoice)}`);
  if (r.chance(0.6))
    parts.push(
      `${s.pick(["DIMS:", "DIM(CM)"])} ${r.int(30, 120)}x${r.int(30, 100)}x${r.int(20, 90)} CM x ${trade.packages}`,
    );
  if (r.chance(0.5)) parts.push(`${s.pick(["VOL.", "VOLUME"])} ${trade.volume.toFixed(2)} CBM`);
  if (r.chance(0.2)) parts.push("NOT RESTRICTED - NO DANGEROUS GOODS");
  if (flight.house === undefined && r.chance(0.3)) parts.unshift("CONSOLIDATION AS PER ATTACHED LIST");
  return parts.join("<br>");
}

function quantities(sheet: Sheet, flight: Flight, heads: readonly string[]): string {
  const { r } = sheet;
  const rate = r.decimal(1.2, 7.5, 2);
  const pieces = sheet.put("packages", flight.trade.packages);
  const gross = sheet.put("gross_weight_kg", flight.gross, flight.gross.toFixed(sheet.s.pick([1, 1, 2])));
  const arranged = sheet.s.chance(0.3);
  const values = [
    pieces,
    gross,
    "K",
    r.pick(["Q", "N", "Q", ""]),
    r.chance(0.4) ? r.digits(4) : "",
    flight.chargeable.toFixed(1),
    arranged ? "AS" : rate.toFixed(2),
    arranged ? "AGREED" : (rate * flight.chargeable).toFixed(2),
    goods(sheet, flight),
  ];
  const widths = [7, 11, 4, 5, 9, 12, 9, 12, 31];
  return `<table class="form" style="table-layout:fixed"><tr>${heads.map((head, at) => `<td style="width:${widths[at]}%"><span class="l">${head}</span></td>`).join("")}</tr><tr style="height:${sheet.s.int(45, 75)}mm" class="t">${values.map((value) => `<td>${value}</td>`).join("")}</tr><tr class="t"><td>${pieces}</td><td>${gross}</td>${"<td></td>".repeat(5)}<td>${values[7]}</td><td></td></tr></table>`;
}

const HEADS = [
  "No. of Pieces RCP",
  "Gross Weight",
  "kg lb",
  "Rate Class",
  "Commodity Item No.",
  "Chargeable Weight",
  "Rate / Charge",
  "Total",
  "Nature and Quantity of Goods (incl. Dimensions or Volume)",
];

function currency(sheet: Sheet, flight: Flight): string {
  return sheet.put("currency", flight.trade.currency);
}

function issue(sheet: Sheet, flight: Flight): string {
  const { trade } = flight;
  const place = trade.air[0][0].toUpperCase();
  return `<span class="t">${sheet.put("date", trade.date, sheet.day(trade.date))} &nbsp; ${place} &nbsp; ${trade.agent.short.toUpperCase()}</span>`;
}

/** The number of the airline's paper in bars; half of the layouts have it, chosen so that nothing else of them changes. */
function bars(sheet: Sheet, { number }: Flight): string {
  if (!random(`bars ${sheet.layout}`).chance(0.5)) return "";
  return `<div style="width:62mm;margin:1mm 0 1mm auto">${code128(`${number.prefix}${number.serial}`, 8)}</div>`;
}

/** The form with eleven boxes that all airlines share. */
function iata(sheet: Sheet, flight: Flight): string {
  const { r, s } = sheet;
  const { trade, number } = flight;
  const head = `<div class="row t b"><div>${number.prefix} | ${trade.air[0][1]} | ${number.serial}</div><div class="r">${flight.house ? `${s.pick(["HAWB", "HAWB No.", "House Air Waybill"])} ${numberText(sheet, flight)}` : numberText(sheet, flight)}</div></div>`;
  if (flight.house) masterText(sheet, flight);
  const issuer = flight.house ? trade.agent.name.toUpperCase() : number.carrier;
  const nvd = s.pick(["NVD", "N.V.D."]);
  const charge = r.decimal(80, 3000, 2);
  const top = `<tr><td colspan="4"><div class="row"><div><span class="l">Shipper's Name and Address</span><div class="t">${party(sheet, trade.seller, "shipper")}</div></div><div class="box fix" style="width:32mm"><span class="l">Shipper's Account Number</span></div></div></td><td colspan="4"><span class="l">Not Negotiable</span><div class="b big">${flight.house ? s.pick(["House Air Waybill", "HOUSE AIRWAYBILL", "Air Waybill"]) : "Air Waybill"}</div><span class="l">Issued by</span><span class="t">${issuer}</span></td></tr>`;
  const second = `<tr><td colspan="4"><span class="l">Consignee's Name and Address</span><div class="t">${party(sheet, trade.buyer, "consignee")}</div></td><td colspan="4" class="small">It is agreed that the goods described herein are accepted for carriage in apparent good order and condition (except as noted) and subject to the conditions of contract on the reverse hereof.</td></tr>`;
  const agent = `<tr>${cell("Issuing Carrier's Agent Name and City", `<span class="t">${trade.agent.name.toUpperCase()}<br>${trade.air[0][0].toUpperCase()}</span>`, 'colspan="4"')}${cell("Accounting Information", `<span class="t">FREIGHT ${s.pick(["PREPAID", "COLLECT"])}${s.chance(0.5) ? `<br>NOTIFY: ${r.chance(0.5) ? "SAME AS CONSIGNEE" : trade.third.name.toUpperCase()}` : ""}</span>`, 'colspan="4"')}</tr><tr>${cell("Agent's IATA Code", `<span class="t">${r.digits(2)}-${r.digits(1)} ${r.digits(4)}</span>`, 'colspan="2"')}${cell("Account No.", "", 'colspan="2"')}${cell("Reference Number", s.chance(0.5) ? r.digits(7) : "", 'colspan="4"')}</tr>`;
  const route = `<tr>${cell("Airport of Departure (Addr. of First Carrier) and Requested Routing", `<span class="t">${airport(sheet, flight, 0)}</span>`, 'colspan="4"')}${cell("Currency", `<span class="t">${currency(sheet, flight)}</span>`)}${cell("CHGS / WT/VAL / Other", '<span class="t">PP X X</span>')}${cell("Declared Value for Carriage", `<span class="t">${nvd}</span>`)}${cell("Declared Value for Customs", `<span class="t">${s.pick(["NCV", "NVD", trade.subtotal.toFixed(2)])}</span>`)}</tr><tr>${cell("To", `<span class="t">${trade.air[1][1]}</span>`)}${cell("By First Carrier", `<span class="t">${number.carrier.slice(0, 12)}</span>`)}${cell("Airport of Destination", `<span class="t">${airport(sheet, flight, 1)}</span>`, 'colspan="2"')}${cell("Requested Flight/Date", `<span class="t">${r.letters(2)}${r.digits(3)}/${r.int(1, 28)}</span>`, 'colspan="2"')}${cell("Amount of Insurance", `<span class="t">${s.pick(["NIL", "NONE"])}</span>`, 'colspan="2"')}</tr><tr>${cell("Handling Information", `<span class="t">${s.pick(["DOCUMENTS ATTACHED", "NOTIFY CONSIGNEE UPON ARRIVAL", "KEEP DRY"])}${flight.house ? `<br>MAWB: ${masterText(sheet, flight)}` : ""}</span>`, 'colspan="8"')}</tr>`;
  const foot = `<table class="form"><tr>${cell("Prepaid / Weight Charge", `<span class="t">${charge.toFixed(2)}</span>`)}${cell("Collect", "")}<td rowspan="3"><span class="l">Other Charges</span><span class="t">AWC ${r.decimal(10, 60, 2).toFixed(2)} FSC ${r.decimal(50, 600, 2).toFixed(2)}</span><br><span class="small">Shipper certifies that the particulars on the face hereof are correct.</span><br>${trade.seller.name.toUpperCase()}<br><span class="l">Signature of Shipper or his Agent</span></td></tr><tr>${cell("Total Other Charges Due Carrier", "")}${cell("Tax", "")}</tr><tr>${cell("Total Prepaid", `<span class="t">${(charge * 1.2).toFixed(2)}</span>`)}${cell("Total Collect", "")}</tr><tr><td colspan="2"><span class="l">For Carrier's Use only at Destination</span></td><td>${issue(sheet, flight)}<span class="l">Executed on (date) &nbsp; at (place) &nbsp; Signature of Issuing Carrier or its Agent</span></td></tr></table>`;
  return `${head}${bars(sheet, flight)}<table class="form">${top}${second}${agent}${route}</table>${quantities(sheet, flight, HEADS)}${foot}<div class="row t b"><div class="small">${s.pick(["ORIGINAL 3 (FOR SHIPPER)", "ORIGINAL 2 (FOR CONSIGNEE)", "COPY 4 (DELIVERY RECEIPT)"])}</div><div class="r">${numberText(sheet, flight)}</div></div>`;
}

/** A forwarder's own form: logo at the head, firms left, numbers right. */
function own(sheet: Sheet, flight: Flight): string {
  const { s, r } = sheet;
  const { trade } = flight;
  const kind = flight.house ? "HOUSE AIR WAYBILL" : "AIR WAYBILL";
  const rows: [string, string][] = [
    [
      s.pick(flight.house ? ["HAWB No.", "House AWB", "HAWB NUMBER"] : ["AWB No.", "Air Waybill No.", "AWB NUMBER"]),
      numberText(sheet, flight),
    ],
  ];
  if (flight.house) rows.push([s.pick(["MAWB No.", "Master AWB", "MAWB"]), masterText(sheet, flight)]);
  rows.push(
    [s.pick(["Origin", "Airport of Departure", "From"]), airport(sheet, flight, 0)],
    [s.pick(["Destination", "Airport of Destination", "To"]), airport(sheet, flight, 1)],
    [s.pick(["Flight", "Flight / Date"]), `${r.letters(2)}${r.digits(3)}`],
    [s.pick(["Date of issue", "Issued on", "Date"]), sheet.put("date", trade.date, sheet.day(trade.date))],
  );
  const heads = [
    "Pieces",
    "Gross Weight (kg)",
    "kg",
    "Class",
    "Item",
    "Chg. Weight",
    "Rate",
    "Total",
    "Description of Goods",
  ];
  return `<div class="row"><div class="big b ink">${flight.house ? trade.agent.name : flight.number.carrier}</div><div class="r b big">${kind}</div></div>${bars(sheet, flight)}<div class="row gap"><div><div class="box">${party(sheet, trade.seller, "shipper", { label: s.pick(["Shipper", "Consignor", "SHIPPER / EXPORTER"]) })}</div><div class="box">${party(sheet, trade.buyer, "consignee", { label: s.pick(["Consignee", "CONSIGNEE", "Deliver to"]) })}</div></div><div><table>${rows.map(([name, value]) => `<tr class="line"><td>${name}</td><td class="b">${value}</td></tr>`).join("")}</table></div></div><div class="gap small">${s.pick(["Also notify", "Notify"])}: ${r.chance(0.5) ? "SAME AS CONSIGNEE" : trade.third.name}</div>${quantities(sheet, flight, heads)}<div class="gap">Charges in ${currency(sheet, flight)}: freight ${s.pick(["prepaid", "collect"])}</div>${signature(sheet, trade.agent)}`;
}

/** An air waybill, or a forwarder's under one. */
export function airPaper(sheet: Sheet, layout: number, house: boolean): string {
  const trade = shipment(sheet.r, { most: 6 });
  sheet.currency = trade.currency;
  const number = airWaybill(sheet.r);
  const gross = Number(Math.max(trade.gross % 4000, 1.5).toFixed(1));
  const flight: Flight = {
    trade: {
      ...trade,
      agent: {
        ...trade.agent,
        name: `${trade.agent.short.split(" ")[0]} ${sheet.r.pick(["Air Freight", "Forwarding", "Logistics", "Cargo Services"])} ${country(trade.seller.country.code).legal[0]}`,
      },
    },
    number,
    house: house ? houseBill(sheet.r, trade.air[0][1], trade.air[1][1]) : undefined,
    gross,
    chargeable: Math.ceil(gross * sheet.r.decimal(1.02, 1.6, 2)),
  };
  const isOwn = layout % 4 === 3 || (house && layout % 4 === 0);
  return page(
    sheet,
    { ...look(sheet, isOwn ? undefined : "sans"), size: isOwn ? 9 : 8 },
    isOwn ? own(sheet, flight) : iata(sheet, flight),
  );
}
