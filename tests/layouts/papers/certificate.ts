import { facts, type Pair, party, signature } from "../blocks";
import { later } from "../formats";
import { placeForms, type Sheet, safe, writePlace } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";

/** What is judged on certificates of origin. */
export const ORIGIN_FIELDS =
  "certificate_number date shipper consignee country_of_origin invoice_number gross_weight_kg net_weight_kg hs_codes port_of_loading port_of_discharge total".split(
    " ",
  );

const cell = (label: string, body: string, extra = "") => `<td ${extra}><span class="l">${label}</span>${body}</td>`;

function certificateNumber(sheet: Sheet, trade: Shipment): string {
  const { r } = sheet;
  const yy = trade.date.slice(2, 4);
  return sheet.put(
    "certificate_number",
    r.pick([
      `${r.letters(2)}${yy}${r.digits(8)}`,
      `C${yy}${r.digits(4)}A${r.digits(4)}`,
      `${trade.seller.country.code}-${r.digits(6)}`,
      `${r.letters(1)} ${r.digits(6)}`,
      `E${yy}${r.digits(10)}`,
      `${r.digits(4)}/${trade.date.slice(0, 4)}`,
      `RC${yy}-${r.digits(7)}`,
    ]),
  );
}

function route(sheet: Sheet, trade: Shipment): string {
  const { r, s } = sheet;
  const from = sheet.put(
    "port_of_loading",
    placeForms(trade.loading, trade.seller.country.name),
    writePlace(r, trade.loading, trade.seller.country.name),
  );
  const to = sheet.put(
    "port_of_discharge",
    placeForms(trade.discharge, trade.buyer.country.name),
    writePlace(r, trade.discharge, trade.buyer.country.name),
  );
  return s.pick([
    `FROM ${from} TO ${to} BY SEA`,
    `By vessel ${trade.vessel} from ${from} to ${to}`,
    `Port of loading: ${from}<br>Port of discharge: ${to}<br>Vessel: ${trade.vessel}`,
    `SHIPMENT FROM ${from} TO ${to} BY VESSEL ${trade.vessel} ${trade.voyage}`,
  ]);
}

function origin(sheet: Sheet, trade: Shipment): string {
  const where = trade.seller.country;
  return sheet.put(
    "country_of_origin",
    where.code,
    sheet.s.pick([
      where.name,
      where.name.toUpperCase(),
      where.code === "CN" ? "THE PEOPLE'S REPUBLIC OF CHINA" : where.name,
    ]),
  );
}

function invoice(sheet: Sheet, trade: Shipment): string {
  return `${sheet.put("invoice_number", trade.invoice)}${sheet.s.pick(["<br>", " dated ", " / "])}${sheet.day(later(trade.date, -3))}`;
}

function weight(sheet: Sheet, trade: Shipment): string {
  const unit = sheet.s.pick([" KGS", " kg", "KGS G.W.", " KG"]);
  const gross = sheet.put("gross_weight_kg", trade.gross, sheet.num(trade.gross, 2)) + unit;
  if (sheet.s.chance(0.5)) return `${sheet.s.pick(["Gross weight", "G.W.", "GROSS WT"])} ${gross}`;
  return `${sheet.s.pick(["Gross weight", "G.W."])} ${gross}<br>${sheet.s.pick(["Net weight", "N.W."])} ${sheet.put("net_weight_kg", trade.net, sheet.num(trade.net, 2))}${unit.replace(" G.W.", "")}`;
}

function goods(sheet: Sheet, trade: Shipment, codes: boolean): string {
  const { s } = sheet;
  if (codes) sheet.put("hs_codes", [...new Set(trade.lines.map((line) => line.hs))]);
  const stars = s.chance(0.4) ? "<br>*** *** ***" : "";
  return (
    trade.lines
      .map(
        (line, at) =>
          `${s.chance(0.5) ? `${at + 1}. ` : ""}${line.packages} ${trade.packing} OF ${safe(line.good.en.toUpperCase())}${codes ? ` ${s.pick(["HS CODE", "H.S.", "(HS)"])} ${line.hs}` : ""}`,
      )
      .join("<br>") + stars
  );
}

/** The chamber's sheet, Form A and its kin: two firms left, number and title right, goods in columns. */
function form(sheet: Sheet, trade: Shipment, title: string, kind: "a" | "e" | "chamber"): string {
  const { s, r } = sheet;
  const apart = kind !== "chamber";
  const heads = apart
    ? [
        "Item number",
        "Marks and numbers of packages",
        "Number and kind of packages; description of goods",
        kind === "a" ? "Origin criterion (see notes overleaf)" : "Origin criterion / HS Code",
        "Gross weight or other quantity",
        "Number and date of invoices",
      ]
    : [
        "Marks and numbers",
        "Number and kind of packages; description of goods",
        s.pick(["H.S. Code", "Tariff heading"]),
        "Quantity",
        "Number and date of invoices",
      ];
  const codes = s.chance(0.6);
  const column = codes ? [...new Set(trade.lines.map((line) => line.hs))] : [];
  if (!apart && codes) sheet.put("hs_codes", column);
  const marks = r.pick(["N/M", `${r.letters(3)}<br>NO.1-${trade.packages}`, "AS PER INVOICE"]);
  const values = apart
    ? [
        "1",
        marks,
        goods(sheet, trade, codes),
        kind === "a" ? '"P"' : s.pick(["WO", "CTH", "RVC 45%", '"PE"']),
        weight(sheet, trade),
        invoice(sheet, trade),
      ]
    : [marks, goods(sheet, trade, false), column.join("<br>"), weight(sheet, trade), invoice(sheet, trade)];
  const widths = apart ? [7, 14, 37, 13, 14, 15] : [16, 40, 14, 15, 15];
  let at = 0;
  const n = () => `${++at}. `;
  const date = `${trade.loading[0].toUpperCase()}, ${sheet.put("date", trade.date, sheet.day(trade.date))}`;
  return `<table class="form"><tr>${cell(`${n()}${s.pick(["Exporter (name, address, country)", "Goods consigned from (Exporter's business name, address, country)", "Exporter", "Consignor"])}`, party(sheet, trade.seller, "shipper", { plain: true }))}<td rowspan="2" class="c"><div class="r">${s.pick(["Certificate No.", "Reference No.", "No.", "Reference No:"])} ${certificateNumber(sheet, trade)}</div><div class="b big gap">${title}</div><div class="small">${kind === "a" ? "(Combined declaration and certificate)<br>FORM A" : kind === "e" ? "" : s.pick(["CHAMBER OF COMMERCE AND INDUSTRY", "EUROPEAN UNION", "OF"])}</div><div class="gap">Issued in ${trade.seller.country.name}</div></td></tr><tr>${cell(`${n()}${s.pick(["Consignee (name, address, country)", "Goods consigned to (Consignee's name, address, country)", "Consignee"])}`, party(sheet, trade.buyer, "consignee", { plain: true }))}</tr><tr>${cell(`${n()}${s.pick(["Means of transport and route (as far as known)", "Transport details (optional)", "Means of transport and route"])}`, route(sheet, trade))}${cell(`${n()}${s.pick(["For official use", "For certifying authority use only", "Remarks"])}`, s.pick(["", "ISSUED RETROSPECTIVELY", "VERIFY: https://check.example/co"]))}</tr></table><table class="form"><tr>${heads.map((head, place) => `<td style="width:${widths[place]}%"><span class="l">${n()}${head}</span></td>`).join("")}</tr><tr style="height:${s.int(60, 90)}mm">${values.map((value) => `<td class="t">${value}</td>`).join("")}</tr></table><table class="form"><tr><td><span class="l">${n()}Certification</span><span class="small">It is hereby certified, on the basis of control carried out, that the declaration by the exporter is correct.</span><div class="gap">${date}</div>${signature(sheet, { ...trade.agent, name: "Certifying authority" })}</td><td><span class="l">${n()}Declaration by the exporter</span><span class="small">The undersigned hereby declares that the above details and statements are correct; that all the goods were produced in</span><div class="b c">${origin(sheet, trade)}</div><span class="small">and that they comply with the origin requirements for goods exported to</span><div class="c">${trade.buyer.country.name.toUpperCase()}</div><div class="gap">${date}</div></td></tr></table>`;
}

/** The movement certificate: number at the right, declarations below. */
function movement(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  return `<table class="form"><tr>${cell("1. Exporter (Name, full address, country)", party(sheet, trade.seller, "shipper", { plain: true }))}<td class="c"><span class="b big">EUR.1</span> &nbsp; No ${s.pick(["A", "N", ""])} ${certificateNumber(sheet, trade)}<div class="small">MOVEMENT CERTIFICATE<br>See notes overleaf before completing this form</div></td></tr><tr>${cell("3. Consignee (Name, full address, country) (Optional)", party(sheet, trade.buyer, "consignee", { plain: true }))}<td><span class="l">2. Certificate used in preferential trade between</span>${trade.seller.country.name} and ${trade.buyer.country.name}</td></tr><tr>${cell("6. Transport details (Optional)", route(sheet, trade))}<td><div class="row"><div><span class="l">4. Country, group of countries or territory in which the products are considered as originating</span>${origin(sheet, trade)}</div><div><span class="l">5. Country of destination</span>${trade.buyer.country.name}</div></div></td></tr></table><table class="form"><tr><td style="width:64%;height:70mm"><span class="l">8. Item number; Marks and numbers; Number and kind of packages; Description of goods</span><span class="t">${goods(sheet, trade, s.chance(0.5))}</span></td>${cell("9. Gross mass (kg) or other measure", `<span class="t">${weight(sheet, trade)}</span>`)}${cell("10. Invoices (Optional)", `<span class="t">${invoice(sheet, trade)}</span>`)}</tr></table><table class="form"><tr><td><span class="l">11. CUSTOMS ENDORSEMENT</span>Declaration certified<br>Issuing country ${trade.seller.country.name}<br>Place and date ${trade.loading[0]}, ${sheet.put("date", trade.date, sheet.day(trade.date))}${signature(sheet, { ...trade.agent, name: "Customs office" })}</td><td><span class="l">12. DECLARATION BY THE EXPORTER</span><span class="small">I, the undersigned, declare that the goods described above meet the conditions required for the issue of this certificate.</span></td></tr></table>`;
}

/** A letter of a chamber: sentences and a short list. */
function letter(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const pairs: Pair[] = [
    [
      s.pick(["Exporter", "Manufacturer / Exporter", "Shipper"]),
      party(sheet, trade.seller, "shipper", { plain: true }),
    ],
    [s.pick(["Consignee", "Importer", "Buyer"]), party(sheet, trade.buyer, "consignee", { plain: true })],
    ["Country of Origin", origin(sheet, trade)],
    ["Invoice No. and date", invoice(sheet, trade)],
    ["Transport", route(sheet, trade)],
    ["Goods", goods(sheet, trade, s.chance(0.5))],
    ["Weight", weight(sheet, trade)],
  ];
  return `<div class="c b big ink">${trade.loading[0].toUpperCase()} CHAMBER OF COMMERCE</div><div class="c b big gap">CERTIFICATE OF ORIGIN</div><div class="row gap"><div>${s.pick(["Certificate No.", "Serial No.", "Ref."])}: ${certificateNumber(sheet, trade)}</div><div class="r">${s.pick(["Date", "Issued on", "Date of issue"])}: ${sheet.put("date", trade.date, sheet.day(trade.date))}</div></div><div class="gap">${facts(sheet, pairs, s.pick(["table", "ruled", "above"]))}</div><p>The Chamber certifies that, to the best of its knowledge, the goods named above are of the origin stated.</p>${signature(sheet, { ...trade.agent, name: "Chamber of Commerce" })}`;
}

/** A certificate of origin: chamber's, Form A, Form E, RCEP, EUR.1 or a letter. */
export function certificateOfOrigin(sheet: Sheet, layout: number): string {
  const made = shipment(sheet.r, { most: 5 });
  // A certificate is for goods of one country: the exporter's.
  const trade = { ...made, lines: made.lines.map((line) => ({ ...line, origin: made.seller.country })) };
  const draws = [
    () => form(sheet, trade, "CERTIFICATE OF ORIGIN", "chamber"),
    () => form(sheet, trade, "GENERALISED SYSTEM OF PREFERENCES<br>CERTIFICATE OF ORIGIN", "a"),
    () => movement(sheet, trade),
    () => letter(sheet, trade),
    () =>
      form(
        sheet,
        trade,
        sheet.s.pick([
          "CERTIFICATE OF ORIGIN<br>FORM E",
          "REGIONAL COMPREHENSIVE ECONOMIC PARTNERSHIP AGREEMENT<br>CERTIFICATE OF ORIGIN<br>Form RCEP",
          "CERTIFICATE OF ORIGIN<br>Form for the Free Trade Agreement",
        ]),
        "e",
      ),
  ];
  return page(sheet, { ...look(sheet), size: sheet.s.decimal(8, 9.4, 1) }, draws[layout % draws.length]?.() ?? "");
}
