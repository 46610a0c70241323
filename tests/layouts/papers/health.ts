import { facts, type Pair, party, signature } from "../blocks";
import { containerNumber } from "../identifiers";
import { placeForms, type Sheet, safe, writePlace } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";

/** What is judged on health certificates. */
export const HEALTH_FIELDS =
  "certificate_number date shipper consignee country_of_origin packages net_weight_kg port_of_discharge hs_codes container_numbers total".split(
    " ",
  );

const cell = (label: string, body: string, extra = "") => `<td ${extra}><span class="l">${label}</span>${body}</td>`;

interface Parts {
  readonly number: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly origin: string;
  readonly entry: string;
  readonly packages: string;
  readonly goods: string;
  readonly net: string;
  readonly marks: string;
  readonly code: string;
}

function parts(sheet: Sheet, trade: Shipment): Parts {
  const { r, s } = sheet;
  const line = trade.lines[0];
  if (!line) throw new Error("A certificate needs goods");
  const yy = trade.date.slice(2, 4);
  const where = trade.seller.country;
  const box = containerNumber(r);
  const showsBox = r.chance(0.6);
  return {
    number: sheet.put(
      "certificate_number",
      r.pick([
        `${r.letters(2)}${yy}${r.digits(7)}`,
        `${where.code}/${yy}/${r.digits(6)}`,
        `${r.digits(4)}-${r.digits(5)}`,
        `EX-${r.digits(7)}`,
        `VHC ${r.digits(6)}`,
      ]),
    ),
    date: sheet.put("date", trade.date, sheet.day(trade.date)),
    from: party(sheet, trade.seller, "shipper", { plain: true }),
    to: party(sheet, trade.buyer, "consignee", { plain: true }),
    origin: sheet.put("country_of_origin", where.code, s.pick([where.name, where.name.toUpperCase()])),
    entry: sheet.put(
      "port_of_discharge",
      placeForms(trade.discharge, trade.buyer.country.name),
      writePlace(r, trade.discharge, trade.buyer.country.name),
    ),
    packages: sheet.put(
      "packages",
      line.packages,
      `${sheet.num(line.packages)} ${s.pick(["cartons", "CARTONS", "bags", "pallets", "boxes"])}`,
    ),
    goods: safe(line.good.en),
    net: sheet.put("net_weight_kg", line.net, `${sheet.num(line.net)} ${s.pick(["KG", "kg", "KGS"])}`),
    marks: showsBox
      ? `${s.pick(["", "Container "])}${sheet.put("container_numbers", [box], box)}`
      : r.pick(["N/M", "AS PER PACKING LIST", `LOT ${r.digits(5)}`]),
    code: s.chance(0.55) ? sheet.put("hs_codes", [line.hs]) : "",
  };
}

function phyto(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const p = parts(sheet, trade);
  const latin = trade.lines[0]?.good.latin ?? "";
  const authority = `PLANT PROTECTION SERVICE OF ${trade.seller.country.name.toUpperCase()}`;
  return `<div class="row"><div class="b">${authority}</div><div class="r">${s.pick(["No.", "Certificate No.", "Phytosanitary Certificate No."])} <span class="b">${p.number}</span></div></div><div class="c b big">${s.pick(["PHYTOSANITARY CERTIFICATE", "Phytosanitary Certificate", "PHYTOSANITARY CERTIFICATE / CERTIFICAT PHYTOSANITAIRE"])}</div><div>TO: ${s.pick(["Plant Protection Organization(s) of", "The Plant Protection Organization of"])} ${trade.buyer.country.name}</div><table class="form gap"><tr>${cell("Name and address of exporter", p.from)}${cell("Declared name and address of consignee", p.to)}</tr><tr>${cell("Number and description of packages", p.packages)}${cell("Distinguishing marks", p.marks)}</tr><tr>${cell("Place of origin", p.origin)}${cell("Declared means of conveyance", `SEA FREIGHT ${trade.vessel}`)}</tr><tr>${cell("Declared point of entry", p.entry)}${cell("Name of produce and quantity declared", `${p.goods}, ${s.pick(["net weight", "N.W.", "NET"])} ${p.net}`)}</tr><tr>${cell("Botanical name of plants", `<i>${latin}</i>`)}${cell(p.code ? "HS Code" : "Additional declaration", p.code || "NONE")}</tr></table><p class="small">This is to certify that the plants, plant products or other regulated articles described herein have been inspected according to appropriate official procedures and are considered to be free from the quarantine pests specified by the importing contracting party.</p><div class="b c">DISINFESTATION AND/OR DISINFECTION TREATMENT</div><table class="form"><tr>${cell("Treatment", s.pick(["NONE", "Fumigation", "Heat treatment"]))}${cell("Chemical (active ingredient)", s.pick(["Methyl bromide", "---", "N/A"]))}${cell("Duration and temperature", s.pick(["24 h / 21 C", "---"]))}</tr></table><div class="row gap"><div>${s.pick(["Place of issue", "Issued at"])}: ${trade.loading[0]}<br>${s.pick(["Date", "Date of issue"])}: ${p.date}</div><div>${signature(sheet, { ...trade.agent, name: authority })}</div></div>`;
}

function veterinary(sheet: Sheet, trade: Shipment): string {
  const { s, r } = sheet;
  const p = parts(sheet, trade);
  const pairs: [string, string][] = [
    ["I.1 Consignor", p.from],
    ["I.2 Certificate reference number", p.number],
    ["I.5 Consignee", p.to],
    ["I.7 Country of origin / ISO code", p.origin],
    ["I.9 Country of destination", trade.buyer.country.name],
    ["I.11 Place of origin / approval number", `${r.letters(2)} ${r.digits(4)}`],
    ["I.16 Entry point", p.entry],
    ["I.18 Description of commodity", p.goods],
    ["I.19 Commodity code (HS code)", p.code],
    ["I.20 Quantity / net weight", p.net],
    ["I.22 Number of packages", p.packages],
    ["I.23 Identification of container / seal number", `${p.marks} / ${r.digits(7)}`],
  ];
  const cells = pairs.map(([name, value]) => cell(name, value));
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 2) rows.push(`<tr>${cells.slice(at, at + 2).join("")}</tr>`);
  return `<div class="row b"><div>${trade.seller.country.name.toUpperCase()}</div><div class="r">${s.pick(["VETERINARY HEALTH CERTIFICATE", "HEALTH CERTIFICATE FOR EXPORT", "Veterinary certificate"])}</div></div><table class="form gap">${rows.join("")}</table><div class="gap small">II. Health attestation. I, the undersigned official veterinarian, certify that the products described above come from animals that passed ante- and post-mortem inspection and are fit for human consumption.</div><div class="row gap"><div>Done at ${trade.loading[0]}, ${s.pick(["on", "date", "this"])} ${p.date}</div><div>${signature(sheet, { ...trade.agent, name: "Official veterinarian" })}</div></div>`;
}

function sanitary(sheet: Sheet, trade: Shipment): string {
  const { s } = sheet;
  const p = parts(sheet, trade);
  const pairs: Pair[] = [
    [s.pick(["Consignor", "Name and address of exporter", "Exporter"]), p.from],
    ["Consignee", p.to],
    ["Name of goods", p.goods],
    [s.pick(["Quantity / Weight", "Net weight", "Declared net weight"]), p.net],
    ["Number of packages", p.packages],
    ["Origin", p.origin],
    ["Port of destination", p.entry],
    [s.pick(["Marks & No.", "Container No."]), p.marks],
    ["HS Code", p.code],
    ["Means of conveyance", trade.vessel],
  ];
  return `<div class="c b">${s.pick(["MINISTRY OF AGRICULTURE AND FISHERIES", "FOOD SAFETY ADMINISTRATION", "ENTRY-EXIT INSPECTION SERVICE"])}<div class="big">${s.pick(["HEALTH CERTIFICATE", "SANITARY CERTIFICATE", "CERTIFICATE OF HEALTH", "VETERINARY (HEALTH) CERTIFICATE"])}</div></div><div class="row gap"><div>No.: ${p.number}</div><div class="r">Date: ${p.date}</div></div><div class="gap">${facts(sheet, pairs, s.pick(["table", "dots", "ruled"]))}</div><p>The products mentioned above were inspected, found fit for human consumption and free of infectious disease.</p>${signature(sheet, { ...trade.agent, name: "Authorised officer" })}`;
}

const DRAWS = [sanitary, phyto, veterinary, phyto];

/** A phytosanitary, veterinary or sanitary certificate. */
export function healthCertificate(sheet: Sheet, layout: number): string {
  const trade = shipment(sheet.r, { food: true, most: 1 });
  return page(
    sheet,
    look(sheet),
    (DRAWS[layout % DRAWS.length] ?? phyto)(sheet, { ...trade, lines: trade.lines.slice(0, 1) }),
  );
}
