import { bank, facts, letterhead, type Pair, party } from "../blocks";
import { day, later } from "../formats";
import { invoiceNumber } from "../identifiers";
import { country } from "../pools/countries";
import { HOMES, services } from "../pools/services";
import { type Sheet, safe } from "../sheet";
import { type Firm, firm } from "../shipment";
import { look, page } from "../style";
import { withCurrency } from "./trade";

/** What is judged on a domestic invoice. */
export const DOMESTIC_FIELDS = "invoice_number date seller buyer currency total tax".split(" ");

interface Row {
  readonly text: string;
  readonly unit: string;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly rate: number;
  readonly code: string;
}

interface Bill {
  readonly seller: Firm;
  readonly buyer: Firm;
  readonly number: string;
  readonly date: string;
  readonly rows: readonly Row[];
  readonly currency: string;
  readonly taxes: readonly { readonly rate: number; readonly base: number; readonly tax: number }[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  /** Rates are 0 where the buyer owes the tax. */
  readonly reverse: boolean;
}

const cents = (value: number) => Number((Math.round(value * 100 + Number.EPSILON * 100) / 100).toFixed(2));
const FREE: Record<string, string> = {
  de: "Steuerschuldnerschaft des Leistungsempfängers (§ 13b UStG).",
  fr: "Autoliquidation de la TVA.",
  it: "Operazione non imponibile art. 41 D.L. 331/93.",
  en: "Reverse charge: customer to account for VAT.",
  es: "Inversión del sujeto pasivo.",
  nl: "Btw verlegd.",
  pt: "IVA - autoliquidação.",
};

function bill(sheet: Sheet): Bill {
  const { r, s, lang } = sheet;
  const home = HOMES[lang] ?? { countries: ["GB"], rates: [20] };
  const where = country(s.pick(home.countries));
  const date = day(r);
  const reverse = r.chance(0.07);
  const rows = r.some(services(lang), r.pick([1, 1, 2, 3, 3, 4, 5, 7, 9])).map((each) => {
    const quantity = /^(Std|h|hrs|ore|uur|kg|km|qm|mq|m2|jour|day)$/.test(each.unit)
      ? r.decimal(0.5, 60, r.pick([0, 1, 2])) || 1
      : r.pick([1, 1, 2, 3, 5, 10, 20, 50]);
    const price = cents(each.price * r.decimal(0.8, 1.3, 2));
    return {
      text: each.text,
      unit: each.unit,
      quantity,
      price,
      amount: cents(quantity * price),
      rate: reverse ? 0 : r.pick(home.rates),
      code: r.digits(r.pick([4, 6])),
    };
  });
  const rates = [...new Set(rows.map((row) => row.rate))].sort((one, other) => other - one);
  const taxes = rates.map((rate) => {
    const base = cents(rows.filter((row) => row.rate === rate).reduce((sum, row) => sum + row.amount, 0));
    return { rate, base, tax: cents((base * rate) / 100) };
  });
  const net = cents(taxes.reduce((sum, each) => sum + each.base, 0));
  const tax = cents(taxes.reduce((sum, each) => sum + each.tax, 0));
  const currency = lang === "pt" ? "EUR" : where.currency;
  return {
    seller: firm(r, where),
    buyer: firm(r, r.chance(0.85) ? where : country(r.pick(["DE", "FR", "IT", "NL", "GB", "ES"]))),
    number: invoiceNumber(r, date),
    date,
    rows,
    currency,
    taxes,
    net,
    tax,
    total: cents(net + tax),
    reverse,
  };
}

const DAYS: Record<string, string> = {
  de: " Tage netto",
  fr: " jours",
  it: " gg d.f.",
  es: " días",
  nl: " dagen",
  pt: " dias",
};

function references(sheet: Sheet, made: Bill): Pair[] {
  const { r, s, word } = sheet;
  const pairs: Pair[] = [
    [word("invoice_no").replace(/commercial /i, ""), sheet.put("invoice_number", made.number)],
    [word("date"), sheet.put("date", made.date, sheet.day(made.date))],
  ];
  if (s.chance(0.3)) pairs.reverse();
  if (s.chance(0.6)) pairs.splice(s.pick([0, 2]), 0, [word("customer"), r.digits(r.pick([4, 5, 6]))]);
  if (s.chance(0.35)) pairs.push([word("order"), `${r.letters(1)}${r.digits(6)}`]);
  if (s.chance(0.3)) pairs.push([word("order_date"), sheet.day(later(made.date, -r.int(2, 30)))]);
  if (s.chance(0.25)) pairs.push([word("delivery_note"), r.digits(6)]);
  if (s.chance(0.4)) pairs.push([word("due"), sheet.day(later(made.date, r.pick([10, 14, 30])))]);
  if (s.chance(0.2)) pairs.push([word("terms"), r.pick(["30", "14", "10"]) + (DAYS[sheet.lang] ?? " days")]);
  return pairs;
}

function rows(sheet: Sheet, made: Bill): string {
  const { s, word } = sheet;
  const right = "r";
  const percent = (rate: number) => `${sheet.num(rate)} %`;
  const way = s.pick(["", "", "", "code", "period", "ean"]);
  const under = (row: Row) =>
    ({
      code: `${word("part")} ${row.code}`,
      ean: `EAN ${row.code}${"40123456789".slice(0, 13 - row.code.length)}`,
      period: `${sheet.day(later(made.date, -30))} - ${sheet.day(made.date)}`,
    })[way] ?? "";
  const known: Record<string, [string, string, (row: Row, at: number) => string]> = {
    item: [word("item"), "", (_, at) => String(at + 1)],
    part: [word("part"), "", (row) => row.code],
    description: [
      word("description"),
      "",
      (row) => safe(row.text) + (under(row) ? `<br><span class="small">${safe(under(row))}</span>` : ""),
    ],
    quantity: [word("quantity"), right, (row) => sheet.num(row.quantity)],
    unit: [word("unit"), "", (row) => row.unit],
    price: [word("price"), right, (row) => sheet.money(row.price)],
    rate: [`${word("tax")} %`, right, (row) => percent(row.rate)],
    amount: [word("amount"), right, (row) => sheet.money(row.amount)],
  };
  const keys = ["description", "quantity", "price", "amount"];
  if (s.chance(0.4)) keys.splice(2, 0, "unit");
  if (s.chance(0.4)) keys.splice(keys.indexOf("amount"), 0, "rate");
  if (s.chance(0.35)) keys.unshift("part");
  if (s.chance(0.45)) keys.unshift("item");
  if (s.chance(0.2)) keys.unshift(keys.splice(keys.indexOf("quantity"), 1)[0] ?? "quantity");
  sheet.judged = true;
  for (const row of made.rows)
    sheet.items.push({
      description: under(row) ? [row.text, `${row.text} ${under(row)}`] : row.text,
      quantity: row.quantity,
      unit_price: row.price,
      amount: row.amount,
    });
  const unitGlued = !keys.includes("unit") && s.chance(0.6);
  const border = s.pick(["", "", "line", "box"]);
  const fill = s.pick(["", "background:#eee", "background:#1f3a68;color:#fff", "background:#dfe9d8"]);
  const write = (key: string, row: Row, at: number) =>
    key === "quantity" && unitGlued ? `${known[key]?.[2](row, at)} ${row.unit}` : (known[key]?.[2](row, at) ?? "");
  return `<table class="gap2"><thead><tr class="line" style="${fill}">${keys.map((key) => `<th class="b ${known[key]?.[1]} ${border}">${known[key]?.[0]}</th>`).join("")}</tr></thead>${made.rows.map((row, at) => `<tr>${keys.map((key) => `<td class="${known[key]?.[1]} ${border}">${write(key, row, at)}</td>`).join("")}</tr>`).join("")}</table>`;
}

function totals(sheet: Sheet, made: Bill): string {
  const { s, word } = sheet;
  const shown = withCurrency(sheet, made.total, sheet.put("currency", made.currency));
  sheet.put("total", made.total);
  if (!made.reverse) sheet.put("tax", made.tax);
  const money = (value: number) => sheet.money(value);
  const way = s.pick(["list", "list", "band", "summary"]);
  const percent = (rate: number) => `${sheet.num(rate)}${sheet.lang === "en" ? "%" : " %"}`;
  const taxLines: [string, string][] = made.reverse
    ? []
    : made.taxes.map((each) => [`${word("tax")} ${percent(each.rate)}`, money(each.tax)]);
  const free = made.reverse ? `<div class="small gap">${FREE[sheet.lang] ?? ""}</div>` : "";
  if (way === "summary" && !made.reverse) {
    const summary = `<table style="width:60%" class="small"><tr class="line"><td>${word("tax")} %</td><td class="r">${word("subtotal")}</td><td class="r">${word("tax")}</td></tr>${made.taxes.map((each) => `<tr><td>${percent(each.rate)}</td><td class="r">${money(each.base)}</td><td class="r">${money(each.tax)}</td></tr>`).join("")}${made.taxes.length > 1 ? `<tr class="top"><td></td><td class="r">${money(made.net)}</td><td class="r">${money(made.tax)}</td></tr>` : ""}</table>`;
    return `<div class="row gap2">${summary}<div class="fix b box big">${word("total")} ${shown}</div></div>`;
  }
  if (way === "band") {
    const heads: [string, string][] = [
      [word("subtotal"), money(made.net)],
      ...(made.reverse ? [] : ([[word("tax"), money(made.tax)]] as [string, string][])),
      [word("total"), shown],
    ];
    return `<table class="gap2"><tr>${heads.map(([head]) => `<td class="box small">${head}</td>`).join("")}</tr><tr>${heads.map(([, value]) => `<td class="box b">${value}</td>`).join("")}</tr></table>${free}`;
  }
  const all: [string, string][] = [[word("subtotal"), money(made.net)], ...taxLines];
  // A sum of the taxes is drawn too when there are several, since each alone is not the tax.
  if (taxLines.length > 1) all.push([`Σ ${word("tax")}`, money(made.tax)]);
  return `<div style="width:${s.int(60, 90)}mm;margin-left:auto" class="gap"><table>${all.map(([name, value]) => `<tr><td>${name}</td><td class="r">${value}</td></tr>`).join("")}<tr class="b top"><td>${word("total")}</td><td class="r">${shown}</td></tr>${paidBefore(sheet, made)}</table></div>${free}`;
}

const PAID: Record<string, readonly [string, string]> = {
  de: ["Anzahlung", "Restbetrag"],
  fr: ["Acompte versé", "Reste à payer"],
  it: ["Acconto", "Saldo"],
  en: ["Amount paid", "Balance due"],
  es: ["Anticipo", "Pendiente"],
  nl: ["Aanbetaling", "Restant"],
  pt: ["Adiantamento", "Em dívida"],
};

/** What was paid before leaves a rest that is not the total. */
function paidBefore(sheet: Sheet, made: Bill): string {
  if (!sheet.r.chance(0.08)) return "";
  const paid = cents(made.total * 0.3);
  const [before, rest] = PAID[sheet.lang] ?? ["Amount paid", "Balance due"];
  return `<tr><td>${before}</td><td class="r">-${sheet.money(paid)}</td></tr><tr><td>${rest}</td><td class="r">${sheet.money(cents(made.total - paid))}</td></tr>`;
}

function foot(sheet: Sheet, made: Bill): string {
  const { s, r } = sheet;
  const { seller } = made;
  const small = s.chance(0.6)
    ? `<div class="row small top gap2"><div>${safe(seller.name)}<br>${seller.address.map(safe).join("<br>")}</div><div>${seller.phone}<br>${seller.mail}</div><div>${sheet.word("vat_id")}: ${seller.vat}<br>${r.pick(["HRB", "RCS", "REA", "Reg."])} ${r.digits(5)}</div></div>`
    : "";
  const thanks =
    {
      de: "Bitte überweisen Sie den Betrag ohne Abzug. Vielen Dank für Ihren Auftrag.",
      fr: "En cas de retard de paiement, une indemnité forfaitaire de 40 € est due.",
      it: "Contributo CONAI assolto ove dovuto.",
      es: "Gracias por su confianza.",
      nl: "Wij verzoeken u het bedrag binnen de termijn over te maken.",
      pt: "Obrigado pela preferência.",
    }[sheet.lang as "de"] ?? "Thank you for your business.";
  return `${s.chance(0.75) ? bank(sheet, seller) : ""}<p class="small">${thanks}</p>${small}`;
}

/** English firms do not call a bill at home a commercial one. */
function titleOf(sheet: Sheet): string {
  const titles = ["INVOICE", "Invoice", "TAX INVOICE", "Tax Invoice", "VAT Invoice"];
  return sheet.lang === "en"
    ? (titles[[...sheet.layout].reduce((sum, char) => sum + char.charCodeAt(0), 0) % titles.length] ?? "")
    : sheet.word("invoice");
}

const heading = (sheet: Sheet) => `<div class="b big gap">${titleOf(sheet)}</div>`;

const SKELETONS: readonly ((sheet: Sheet, made: Bill) => string)[] = [
  // The window of an envelope: the sender in one small line over the receiver.
  (sheet, made) =>
    `${sheet.s.chance(0.6) ? `<div class="r big b ink">${safe(made.seller.short)}</div>` : ""}<div class="row gap2"><div><div class="small" style="text-decoration:underline">${sheet.put("seller", made.seller.name)} · ${made.seller.address.map(safe).join(" · ")}</div><div class="gap">${party(sheet, made.buyer, "buyer", { plain: true })}</div></div><div class="fix">${facts(sheet, references(sheet, made), "table")}</div></div>${heading(sheet)}${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  (sheet, made) =>
    `${letterhead(sheet, made.seller, "seller")}<div class="row gap2"><div>${facts(sheet, references(sheet, made))}</div><div>${party(sheet, made.buyer, "buyer", { plain: true, label: sheet.s.pick(["", sheet.word("buyer")]) })}</div></div>${heading(sheet)}${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  // A list like those that programs make of an e-invoice: every field by name.
  (sheet, made) =>
    `${heading(sheet)}${facts(sheet, references(sheet, made), sheet.s.pick(["table", "ruled"]))}<div class="row gap"><div class="box">${party(sheet, made.seller, "seller", { label: sheet.word("seller") })}</div><div class="box">${party(sheet, made.buyer, "buyer", { label: sheet.word("buyer") })}</div></div>${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  (sheet, made) =>
    `<div class="row"><div>${letterhead(sheet, made.seller, "seller")}</div><div class="r fix">${heading(sheet)}</div></div>${facts(sheet, references(sheet, made), "header")}<div class="gap2">${party(sheet, made.buyer, "buyer", { label: sheet.word("buyer") })}</div>${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  // A service bill: what is to pay first, the detail below.
  (sheet, made) =>
    `<div class="row"><div class="big b ink">${sheet.put("seller", made.seller.name)}</div><div>${facts(sheet, references(sheet, made), sheet.s.pick(["boxes", "above", "table"]))}</div></div><div class="gap2">${party(sheet, made.buyer, "buyer", { plain: true })}</div><div class="box b gap" style="background:#f1f1f1">${sheet.word("total")}: ${withCurrency(sheet, made.total, made.currency)}</div>${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  // The seller at the left edge, the title across, the number in the title.
  (sheet, made) =>
    `<div class="row"><div>${party(sheet, made.seller, "seller", { plain: true })}</div><div class="box">${party(sheet, made.buyer, "buyer", { plain: true, label: sheet.s.pick([sheet.word("buyer"), ""]) })}</div></div><div class="b big gap2">${titleOf(sheet)} ${sheet.s.pick([{ de: "Nr. ", fr: "n° ", it: "n. ", es: "nº ", nl: "nr. ", pt: "n.º " }[sheet.lang as "de"] ?? "No. ", ""])}${sheet.put("invoice_number", made.number)}</div><div>${facts(
      sheet,
      references(sheet, made)
        .slice(0, 4)
        .filter(([, value]) => value !== safe(made.number)),
      sheet.s.pick(["lines", "table"]),
    )}</div>${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
  (sheet, made) =>
    `<div style="background:#23395b;color:#fff;padding:4mm" class="row"><div class="big b">${sheet.put("seller", made.seller.name)}</div><div class="r">${titleOf(sheet)}</div></div><div class="small">${made.seller.address.map(safe).join(", ")} | ${sheet.word("vat_id")} ${made.seller.vat}</div><div class="row gap2"><div>${party(sheet, made.buyer, "buyer", { label: sheet.word("buyer") })}</div><div>${facts(sheet, references(sheet, made), "above")}</div></div>${rows(sheet, made)}${totals(sheet, made)}${foot(sheet, made)}`,
];

/** A domestic invoice for goods or services, in the seller's language, with its tax. */
export function domesticInvoice(sheet: Sheet, layout: number): string {
  const made = bill(sheet);
  sheet.currency = made.currency;
  if (made.reverse) sheet.alike.push("commercial_invoice");
  const draw = SKELETONS[layout % SKELETONS.length];
  return page(sheet, look(sheet), draw?.(sheet, made) ?? "");
}
