import { iban } from "./identifiers";
import { names, type Sheet, safe } from "./sheet";
import type { Firm } from "./shipment";

/** A label and the HTML of its value. */
export type Pair = readonly [label: string, value: string];

/** Labels beside, above or among their values, as the layout has it. */
export function facts(sheet: Sheet, pairs: readonly Pair[], way?: string): string {
  const shown = pairs.filter(([, value]) => value !== "");
  const colon = sheet.s.pick([":", ":", "", " :"]);
  const chosen = way ?? sheet.s.pick(["lines", "table", "table", "above", "ruled", "boxes", "dots", "header"]);
  const cells = shown.map(([name, value]) => [name.endsWith(":") ? name : name + colon, value] as const);
  if (chosen === "lines") return cells.map(([name, value]) => `<div>${name} ${value}</div>`).join("");
  if (chosen === "dots") {
    return cells
      .map(
        ([name, value]) =>
          `<div style="display:flex;gap:1mm"><span>${name.replace("<br>", " ")}</span><span style="overflow:hidden;flex:1">${".".repeat(60)}</span><span>${value}</span></div>`,
      )
      .join("");
  }
  if (chosen === "above") {
    return cells
      .map(
        ([, value], at) =>
          `<div style="margin-bottom:1.2mm"><span class="l">${shown[at]?.[0] ?? ""}</span><div>${value}</div></div>`,
      )
      .join("");
  }
  if (chosen === "boxes") {
    const boxes = shown.map(([name, value]) => `<td class="box"><span class="l">${name}</span>${value}</td>`);
    const rows: string[] = [];
    for (let at = 0; at < boxes.length; at += 2) rows.push(`<tr>${boxes.slice(at, at + 2).join("")}</tr>`);
    return `<table>${rows.join("")}</table>`;
  }
  if (chosen === "header") {
    return `<table><tr>${shown.map(([name]) => `<td class="box small">${name}</td>`).join("")}</tr><tr>${shown.map(([, value]) => `<td class="box">${value}</td>`).join("")}</tr></table>`;
  }
  const ruled = chosen === "ruled" ? "line" : "";
  const strong = sheet.s.chance(0.4) ? "b" : "";
  return `<table style="width:auto">${cells.map(([name, value]) => `<tr class="${ruled}"><td class="${strong}" style="padding:.4mm 2mm .4mm 0">${name}</td><td style="padding:.4mm 0">${value}</td></tr>`).join("")}</table>`;
}

/** A firm with its address; `field` tells what the firm is on this paper, if that is judged. */
export function party(
  sheet: Sheet,
  firm: Firm,
  field?: string,
  options: { label?: string; plain?: boolean } = {},
): string {
  const { s } = sheet;
  const isChinese = sheet.lang.startsWith("zh") && firm.zh !== undefined;
  const capitals = s.chance(0.25);
  const write = (text: string) => (capitals ? text.toUpperCase() : text);
  const name = field ? sheet.put(field, names(firm, isChinese), write(firm.name)) : safe(write(firm.name));
  const lines = firm.address.map((each) => safe(write(each)));
  const strong = s.chance(0.55) ? "b" : "";
  const more = options.plain ? [] : contacts(sheet, firm);
  const chinese = isChinese ? `<div class="${strong}">${safe(firm.zh ?? "")}</div>` : "";
  const joint = s.chance(0.12) ? ", " : "<br>";
  const head = options.label === undefined ? "" : heading(sheet, options.label);
  return `${head}${chinese}<span class="${strong}">${name}</span>${joint}${[lines.join(joint), ...more].join("<br>")}`;
}

const CONTACTS = ["Ms. L. Berg", "Mr. Chen", "P. Novak", "Maria Costa", "J. Okafor"];

/** Numbers and people under an address. */
function contacts(sheet: Sheet, firm: Firm): string[] {
  const { s, r } = sheet;
  const fax = s.chance(0.3) ? ` ${s.pick(["Fax:", "FAX"])} ${firm.phone.slice(0, -2)}${r.digits(2)}` : "";
  const all: [number, string][] = [
    [0.5, `${s.pick(["Tel:", "Tel.", "TEL:", "Phone:", "T:"])} ${firm.phone}${fax}`],
    [0.35, `${sheet.word("vat_id").replace("<br>", " ")}: ${firm.vat}`],
    [0.2, `${s.pick(["Attn:", "Contact:", "ATTN."])} ${r.pick(CONTACTS)}`],
    [0.2, firm.mail],
  ];
  return all.filter(([share]) => s.chance(share)).map(([, text]) => text);
}

function heading(sheet: Sheet, label: string): string {
  if (label === "") return "";
  const way = sheet.s.pick(["small", "bold", "inked", "lined", "colon", "colon"]);
  if (way === "small") return `<span class="l">${label}</span>`;
  if (way === "bold") return `<div class="b">${label}</div>`;
  if (way === "inked") return `<div class="ink b small">${label}</div>`;
  if (way === "lined") return `<div class="line b" style="margin-bottom:1mm">${label}</div>`;
  return `<div>${label}${/[.:]$/.test(label) ? "" : ":"}</div>`;
}

/** The seller at the head of its own paper: no label, a large name, the address small. */
export function letterhead(sheet: Sheet, firm: Firm, field?: string): string {
  const { s } = sheet;
  const isChinese = sheet.lang.startsWith("zh") && firm.zh !== undefined;
  const capitals = s.chance(0.5);
  const name = field
    ? sheet.put(field, names(firm, isChinese), capitals ? firm.name.toUpperCase() : firm.name)
    : safe(firm.name);
  const address = firm.address.map(safe).join(s.pick([", ", " · ", " - ", "<br>"]));
  const contact = `${s.pick(["Tel", "TEL", "T", "Phone"])}: ${firm.phone}${s.chance(0.5) ? ` ${s.pick(["E-mail", "Mail"])}: ${firm.mail}` : ""}${s.chance(0.4) ? ` ${sheet.word("vat_id").replace("<br>", " ")}: ${firm.vat}` : ""}`;
  const place = s.pick(["c", "", "r", "c"]);
  const mark = s.chance(0.45)
    ? `<span style="display:inline-block;width:${s.int(9, 16)}mm;height:${s.int(8, 12)}mm;border-radius:${s.pick(["0", "50%", "2mm"])};margin-right:3mm;background:${s.pick(["#1f3a68", "#b5480b", "#0b5d4b", "#777"])};vertical-align:middle"></span>`
    : "";
  const chinese = isChinese ? `<div class="big b">${safe(firm.zh ?? "")}</div>` : "";
  return `<div class="${place} ${s.chance(0.5) ? "line" : ""}" style="padding-bottom:1.5mm">${mark}${chinese}<span class="big b ink">${name}</span><div class="small">${address}<br>${contact}</div></div>`;
}

/** Where to pay: numbers that are none of the facts asked for. */
export function bank(sheet: Sheet, firm: Firm): string {
  const { r, s } = sheet;
  const name = r.pick([
    "First Harbour Bank",
    "Banco Mercantil Sur",
    "Volksbank Nordring eG",
    "Crédit du Littoral",
    "Bank of Eastern Bay",
    "Banca Ponte Vecchio",
  ]);
  const pairs: Pair[] = [
    [s.pick(["Bank", "Beneficiary's Bank", "BANK NAME"]), name],
    [s.pick(["IBAN", "A/C No.", "Account No."]), iban(r, firm.country.code)],
    [s.pick(["SWIFT", "BIC", "SWIFT CODE"]), `${r.letters(4)}${firm.country.code}${r.pick(["2X", "HH", "PP", "33"])}`],
  ];
  if (s.chance(0.3)) pairs.unshift([s.pick(["Beneficiary", "Account Name"]), safe(firm.name)]);
  return `<div class="small gap">${facts(sheet, pairs, s.pick(["lines", "table"]))}</div>`;
}

/** A name in ink over the firm's line, sometimes with its stamp. */
export function signature(sheet: Sheet, firm: Firm): string {
  const { r, s } = sheet;
  const scrawl = `<svg width="46mm" height="13mm" viewBox="0 0 180 50"><path d="M5 ${r.int(20, 40)} q ${r.int(10, 30)} -40 ${r.int(30, 45)} 0 t 30 ${r.int(-9, 9)} t 25 ${r.int(-20, 20)} q 20 -${r.int(5, 40)} 40 ${r.int(-9, 9)} l 38 -${r.int(2, 14)}" fill="none" stroke="${r.pick(["#1a2f7a", "#111", "#2a4fb0"])}" stroke-width="${r.decimal(1.4, 2.6, 1)}"/></svg>`;
  const seal = r.chance(0.45)
    ? `<div class="stamp" style="color:${r.pick(["#c22", "#1a3fa0", "#7a1f7a"])};left:${r.int(-12, 24)}mm;top:${r.int(-16, 4)}mm">${safe(firm.name)}<br>★</div>`
    : "";
  const words = s.pick([
    "Authorized Signature",
    "For and on behalf of",
    "Signature & Stamp",
    "Authorised signatory",
    "Signed by",
  ]);
  const behalf = s.chance(0.4) ? `${safe(firm.name)}<br>` : "";
  return `<div style="position:relative;width:62mm;margin-left:${s.pick(["auto", "0", "auto"])}" class="gap2">${behalf}${scrawl}${seal}<div class="top small">${words}</div></div>`;
}
