import { facts, party, signature } from "../blocks";
import { houseBill, oceanBill } from "../identifiers";
import { placeForms, type Sheet, safe, writePlace } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";

/** What is judged on bills of lading. */
export const OCEAN_FIELDS =
  "transport_number master_number date shipper consignee port_of_loading port_of_discharge gross_weight_kg packages container_numbers hs_codes invoice_number".split(
    " ",
  );

interface Voyage {
  readonly trade: Shipment;
  readonly bill: ReturnType<typeof oceanBill>;
  readonly house: string | undefined;
  readonly forwarder: string;
}

const cell = (label: string, body: string, extra = "") =>
  `<td ${extra}><span class="l">${label}</span><span class="t">${body}</span></td>`;
const BANKS = ["ORIENT COMMERCIAL BANK", "FIRST HARBOUR BANK LTD", "BANCO MERCANTIL SUR", "EASTERN BAY BANK PLC"];

function consignee(sheet: Sheet, trade: Shipment): string {
  const { r } = sheet;
  if (r.chance(0.1)) {
    const bank = r.pick(BANKS);
    return sheet.put(
      "consignee",
      [bank, `TO THE ORDER OF ${bank}`, `TO ORDER OF ${bank}`],
      `${r.pick(["TO THE ORDER OF", "TO ORDER OF"])} ${bank}`,
    );
  }
  return party(sheet, trade.buyer, "consignee");
}

function number(sheet: Sheet, voyage: Voyage): string {
  return voyage.house ? sheet.put("transport_number", voyage.house) : sheet.put("transport_number", voyage.bill.number);
}

function port(sheet: Sheet, trade: Shipment, which: "loading" | "discharge"): string {
  const where = which === "loading" ? trade.seller.country.name : trade.buyer.country.name;
  return sheet.put(`port_of_${which}`, placeForms(trade[which], where), writePlace(sheet.r, trade[which], where));
}

function goods(sheet: Sheet, voyage: Voyage): string {
  const { r, s } = sheet;
  const { trade } = voyage;
  const parts = [
    s.pick(["SHIPPER'S LOAD, COUNT AND SEAL", "SAID TO CONTAIN", "STC:", "SHIPPER'S LOAD STOW & COUNT", ""]),
  ];
  parts.push(
    ...trade.lines
      .slice(0, 5)
      .map((line) => `${r.chance(0.3) ? `${line.packages} ${trade.packing} ` : ""}${line.good.en.toUpperCase()}`),
  );
  if (r.chance(0.5)) {
    const codes = [...new Set(trade.lines.slice(0, 5).map((line) => line.hs))];
    sheet.put("hs_codes", codes);
    parts.push(
      `${s.pick(["HS CODE:", "H.S. CODE", "HS CODE NO.", "HS"])} ${codes.join(s.pick([", ", " / ", "<br>"]))}`,
    );
  }
  if (r.chance(0.4))
    parts.push(`${s.pick(["INVOICE NO.", "INV NO:", "AS PER INVOICE"])} ${sheet.put("invoice_number", trade.invoice)}`);
  if (r.chance(0.3))
    parts.push(`L/C NO. ${r.letters(2)}${r.digits(8)} DATED ${sheet.day(trade.date)}`.split(" DATED")[0] ?? "");
  if (r.chance(0.7))
    parts.push(s.pick(["FREIGHT PREPAID", "FREIGHT COLLECT", "FREIGHT PREPAID AS ARRANGED", "OCEAN FREIGHT PREPAID"]));
  if (r.chance(0.3)) parts.push("CY/CY FCL/FCL");
  if (voyage.house === undefined && r.chance(0.25)) parts.push("SHIPPED ON BOARD");
  return parts.filter(Boolean).join("<br>");
}

function boxesList(sheet: Sheet, trade: Shipment): string {
  const { r, s } = sheet;
  sheet.put("container_numbers", trade.containers);
  const each = s.pick(["stack", "slash", "words"]);
  return trade.containers
    .map((number) => {
      const seal = `${r.letters(2)}${r.digits(6)}`;
      if (each === "slash") return `${number}/${seal}/40HQ`;
      if (each === "words") return `CONTAINER NO. ${number}<br>SEAL NO. ${seal}`;
      return `${number}<br>${seal}<br>${r.pick(["40'HC", "20'GP", "40'RF"])}`;
    })
    .join("<br>");
}

function cargo(sheet: Sheet, voyage: Voyage): string {
  const { s, r } = sheet;
  const { trade } = voyage;
  const packages = sheet.put(
    "packages",
    trade.packages,
    `${s.pick([String(trade.packages), trade.packages.toLocaleString("en")])} ${trade.packing}`,
  );
  const unit = s.pick([" KGS", " KG", "KGS", "<br>KGS"]);
  const gross = sheet.put(
    "gross_weight_kg",
    trade.gross,
    trade.gross.toLocaleString("en", { minimumFractionDigits: s.pick([2, 3]), maximumFractionDigits: 3 }),
  );
  const columns: [string, string, number][] = [
    [
      s.pick([
        "Marks and Numbers",
        "Container No. / Seal No.; Marks & Nos.",
        "MKS & NOS / CONTAINER NOS",
        "Container Nos., Seal Nos. and Marks",
      ]),
      `${boxesList(sheet, trade)}${s.chance(0.4) ? `<br>${r.pick(["N/M", `${r.letters(3)}<br>C/NO.1-${trade.packages}`])}` : ""}`,
      24,
    ],
    [
      s.pick([
        "No. of Pkgs.",
        "Number and kind of packages",
        "Quantity and Kind of Packages",
        "No. of Containers or Pkgs",
      ]),
      packages,
      15,
    ],
    [
      s.pick([
        "Description of Goods",
        "Kind of Packages; Description of Goods",
        "Description of packages and goods",
        "Particulars furnished by shipper",
      ]),
      goods(sheet, voyage),
      34,
    ],
    [s.pick(["Gross Weight", "Gross Weight (KGS)", "Gross Cargo Weight", "G.W."]), gross + unit, 14],
    [s.pick(["Measurement", "Measurement (CBM)", "M3"]), `${trade.volume.toFixed(3)} CBM`, 13],
  ];
  if (s.chance(0.2)) columns.splice(4, 0, [s.pick(["Tare", "Tare Weight"]), `${r.int(2200, 3900)} KGS`, 12]);
  const height = s.int(60, 95);
  const say = s.chance(0.5)
    ? `<tr><td colspan="${columns.length}"><span class="l">Total number of containers or packages (in words)</span><span class="t">${s.pick(["SAY", "TOTAL:"])} ${trade.containers.length} CONTAINER(S) ONLY</span></td></tr>`
    : "";
  return `<table class="form"><tr>${columns.map(([head, , width]) => `<td style="width:${width}%"><span class="l">${head}</span></td>`).join("")}</tr><tr class="t" style="height:${height}mm">${columns.map(([, value]) => `<td>${value}</td>`).join("")}</tr>${say}</table>`;
}

function issued(sheet: Sheet, voyage: Voyage): string {
  const { s } = sheet;
  const { trade } = voyage;
  const place = trade.loading[0].toUpperCase();
  const date = sheet.put("date", trade.date, sheet.day(trade.date));
  const originals = s.pick(["THREE (3)", "3/3", "ZERO (0)", "THREE"]);
  const together = s.chance(0.6);
  const dateCells = together
    ? cell(s.pick(["Place and Date of Issue", "Place and date of B/L issue", "Issued at"]), `${place}, ${date}`)
    : cell("Place of Issue", place) + cell(s.pick(["Date of Issue", "Dated", "Date of Issue of B/L"]), date);
  const board = s.chance(0.5)
    ? cell(s.pick(["Shipped on Board Date", "Laden on board", "On Board Date"]), sheet.day(trade.sailed))
    : "";
  return `<table class="form"><tr>${cell(s.pick(["Freight payable at", "Freight & Charges", "Prepaid at"]), s.pick(["ORIGIN", "DESTINATION", "AS ARRANGED"]))}${cell(s.pick(["Number of Original B(s)/L", "No. of Originals"]), originals)}${dateCells}${board}</tr></table><div class="small">${s.pick(["Received by the carrier the goods as specified above in apparent good order and condition unless otherwise stated.", "IN WITNESS whereof the number of original Bills stated above have been signed, one of which being accomplished the others to be void."])}</div>${signature(sheet, { ...trade.agent, name: voyage.house ? voyage.forwarder : `As agent for ${voyage.bill.carrier}` })}`;
}

function notify(sheet: Sheet, trade: Shipment): string {
  const { r } = sheet;
  return r.chance(0.45)
    ? r.pick(["SAME AS CONSIGNEE", "Same as consignee", "SAME AS ABOVE"])
    : party(sheet, trade.third, undefined, { plain: true });
}

const kind = (sheet: Sheet, voyage: Voyage) =>
  sheet.s.pick(
    voyage.house
      ? [
          "BILL OF LADING",
          "HOUSE BILL OF LADING",
          "MULTIMODAL TRANSPORT BILL OF LADING",
          "NEGOTIABLE FIATA MULTIMODAL TRANSPORT BILL OF LADING",
          "COMBINED TRANSPORT BILL OF LADING",
        ]
      : [
          "BILL OF LADING",
          "SEA WAYBILL",
          "BILL OF LADING FOR OCEAN TRANSPORT OR MULTIMODAL TRANSPORT",
          "NON-NEGOTIABLE SEA WAYBILL",
          "LINER BILL OF LADING",
          "ORIGINAL BILL OF LADING",
        ],
  );
const issuer = (voyage: Voyage) => (voyage.house ? voyage.forwarder.toUpperCase() : voyage.bill.carrier);
const numberWord = (sheet: Sheet, voyage: Voyage) =>
  sheet.s.pick(
    voyage.house
      ? ["B/L No.", "HB/L No.", "House B/L No.", "FBL No.", "Bill of Lading No.", "HBL#"]
      : ["B/L No.", "Bill of Lading No.", "B/L NUMBER", "SWB-No.", "Document No.", "Waybill No."],
  );

function master(sheet: Sheet, voyage: Voyage): [string, string][] {
  const { s, r } = sheet;
  if (!voyage.house || r.chance(0.35))
    return s.chance(0.5) ? [[s.pick(["Booking No.", "Export References", "Shipper's Reference"]), r.digits(9)]] : [];
  return [
    [
      s.pick(["Master B/L No.", "MBL No.", "Ocean B/L", "M-B/L", "Carrier's B/L No."]),
      sheet.put("master_number", voyage.bill.number),
    ],
  ];
}

/** Firms down the left, the carrier down the right. */
function classic(sheet: Sheet, voyage: Voyage): string {
  const { s } = sheet;
  const { trade } = voyage;
  const refs = master(sheet, voyage)
    .map(([name, value]) => `<span class="l">${name}</span><span class="t">${value}</span>`)
    .join("<br>");
  const words = s.pick([
    ["Shipper", "Consignee", "Notify Party"],
    [
      "Shipper/Exporter (complete name and address)",
      "Consignee (complete name and address)",
      "Notify Party (complete name and address)",
    ],
    ["Consignor", "Consigned to order of", "Notify address"],
    [
      "SHIPPER",
      "CONSIGNEE (not negotiable unless consigned to order)",
      "NOTIFY PARTY (carrier not to be responsible for failure to notify)",
    ],
  ]);
  const receipt = trade.seller.address[0]?.split(",")[0] ?? "";
  return `<table class="form"><tr><td colspan="2" style="width:50%"><span class="l">${words[0]}</span><span class="t">${party(sheet, trade.seller, "shipper")}</span></td><td colspan="2"><div class="row"><div><span class="l">${numberWord(sheet, voyage)}</span><span class="t b">${number(sheet, voyage)}</span></div><div>${refs}</div></div></td></tr><tr><td colspan="2"><span class="l">${words[1]}</span><span class="t">${consignee(sheet, trade)}</span></td><td colspan="2" rowspan="2" class="c"><div class="big b ink gap">${issuer(voyage)}</div><div class="b gap2">${kind(sheet, voyage)}</div></td></tr><tr><td colspan="2"><span class="l">${words[2]}</span><span class="t">${notify(sheet, trade)}</span></td></tr><tr>${cell(s.pick(["Pre-carriage by", "Initial carriage"]), s.pick(["", "TRUCK"]))}${cell("Place of Receipt", s.chance(0.5) ? safe(receipt.slice(0, 24)) : "")}${cell(s.pick(["Also notify", "Delivery agent"]), s.chance(0.4) ? trade.agent.name : "", 'colspan="2"')}</tr><tr>${cell(s.pick(["Ocean Vessel / Voyage", "Vessel and Voyage No.", "Vessel"]), `${trade.vessel} ${trade.voyage}`)}${cell("Port of Loading", port(sheet, trade, "loading"))}${cell("Port of Discharge", port(sheet, trade, "discharge"))}${cell("Place of Delivery", s.chance(0.6) ? trade.discharge[0].toUpperCase() : "")}</tr></table>${cargo(sheet, voyage)}${issued(sheet, voyage)}`;
}

/** The carrier across the head, firms side by side, the route in a band. */
function wide(sheet: Sheet, voyage: Voyage): string {
  const { s } = sheet;
  const { trade } = voyage;
  return `<div class="row line"><div class="big b ink">${issuer(voyage)}</div><div class="c b">${kind(sheet, voyage)}</div><div class="r"><span class="l">${numberWord(sheet, voyage)}</span><span class="b">${number(sheet, voyage)}</span></div></div><table class="form"><tr><td><span class="l">Shipper</span>${party(sheet, trade.seller, "shipper")}</td><td><span class="l">Consignee</span>${consignee(sheet, trade)}</td><td><span class="l">Notify Party</span>${notify(sheet, trade)}</td></tr></table><div class="gap">${facts(sheet, [[s.pick(["Vessel", "Vessel Name"]), trade.vessel], [s.pick(["Voyage", "Voy. No."]), trade.voyage], [s.pick(["Port of Loading", "POL", "Load Port"]), port(sheet, trade, "loading")], [s.pick(["Port of Discharge", "POD", "Discharge Port"]), port(sheet, trade, "discharge")], ...master(sheet, voyage)], s.pick(["header", "boxes"]))}</div>${cargo(sheet, voyage)}${issued(sheet, voyage)}`;
}

/** A telex release or express bill: labels and values in a list, the cargo below. */
function listed(sheet: Sheet, voyage: Voyage): string {
  const { s } = sheet;
  const { trade } = voyage;
  return `<div class="c b">${issuer(voyage)}<br>${kind(sheet, voyage)}</div><div class="gap t">${facts(sheet, [[numberWord(sheet, voyage), number(sheet, voyage)], ...master(sheet, voyage), ["VESSEL/VOYAGE", `${trade.vessel} / ${trade.voyage}`], ["PORT OF LOADING", port(sheet, trade, "loading")], ["PORT OF DISCHARGE", port(sheet, trade, "discharge")]], s.pick(["table", "dots", "lines"]))}</div><div class="gap">${party(sheet, trade.seller, "shipper", { label: "SHIPPER" })}</div><div class="gap"><div class="b">CONSIGNEE</div>${consignee(sheet, trade)}</div><div class="gap"><div class="b">NOTIFY PARTY</div>${notify(sheet, trade)}</div><div class="gap">${cargo(sheet, voyage)}</div>${issued(sheet, voyage)}`;
}

const SKELETONS = [classic, classic, wide, classic, listed];

/** What only a forwarder's bill has. */
const TELLS_HOUSE = /house|hb\/l|hbl|fbl|fiata|master|mbl|m-b\/l|ocean b\/l|carrier's b\/l/i;

/** A carrier's bill of lading or sea waybill, or a forwarder's. */
export function oceanPaper(sheet: Sheet, layout: number, house: boolean): string {
  const trade = shipment(sheet.r, { most: 5 });
  const bill = oceanBill(sheet.r);
  const voyage: Voyage = {
    trade,
    bill,
    house: house ? houseBill(sheet.r, trade.loading[1].slice(2), trade.discharge[1].slice(2)) : undefined,
    forwarder: `${trade.agent.short.split(" ")[0]} ${sheet.r.pick(["Freight Forwarding", "Logistics", "Shipping Agencies", "Spedition", "Consolidators"])} ${trade.seller.country.legal[0]}`,
  };
  const draw = SKELETONS[layout % SKELETONS.length] ?? classic;
  const body = draw(sheet, voyage);
  if (house && !TELLS_HOUSE.test(body)) sheet.alike.push("bill_of_lading");
  return page(sheet, { ...look(sheet), size: sheet.s.decimal(7.6, 9.4, 1) }, body);
}
