import { day, later, number } from "../formats";
import { fill } from "../identifiers";
import { country } from "../pools/countries";
import { GOODS, OWNERS, SHOPS } from "../pools/shops";
import { type Sheet, safe } from "../sheet";
import { look, page } from "../style";

/** What is judged on a till receipt. */
export const RECEIPT_FIELDS = "invoice_number date seller total tax currency".split(" ");

interface Row {
  readonly name: string;
  readonly code: string;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
}

/** What the till reckoned. */
interface Till {
  readonly rows: readonly Row[];
  /** Whether the tax is in the prices, added to them, or there is none. */
  readonly way: "none" | "inside" | "added";
  readonly sum: number;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number | undefined;
  readonly total: number;
  readonly paid: number;
}

const cents = (value: number) => Number(value.toFixed(2));
const m = (value: number) => number(value, 2, { group: ",", point: "." });
const pair = (label: string, value: string, strong = false) =>
  `<div style="display:flex;justify-content:space-between;gap:2mm" class="${strong ? "b" : ""}"><span>${label}</span><span>${value}</span></div>`;

function till(sheet: Sheet): Till {
  const { r, s } = sheet;
  const rows = Array.from({ length: r.pick([1, 1, 2, 3, 4, 5, 8, 12]) }, () => {
    const quantity = r.pick([1, 1, 1, 2, 3, 5, 10]);
    const price = r.decimal(0.8, r.pick([6, 20, 90]), 2);
    return {
      name: r.pick(GOODS),
      code: r.digits(r.pick([4, 7, 13])),
      quantity,
      price,
      amount: cents(quantity * price),
    };
  });
  const sum = cents(rows.reduce((total, row) => total + row.amount, 0));
  const way = s.pick(["none", "inside", "added", "inside"] as const);
  const net = way === "inside" ? cents(sum / 1.06) : sum;
  const tax = { none: 0, inside: cents(sum - net), added: cents(sum * 0.06) }[way];
  const before = way === "added" ? cents(sum + tax) : sum;
  const rounds = s.chance(0.7);
  const total = rounds ? cents(Math.round(before * 20) / 20) : before;
  const paid = r.chance(0.35) ? total : Math.ceil(total / r.pick([5, 10, 50])) * 10;
  return {
    rows,
    way,
    sum,
    net,
    tax,
    rounding: rounds ? cents(total - before) : undefined,
    total,
    paid: Math.max(total, paid),
  };
}

function head(sheet: Sheet, taxed: boolean): string {
  const { r, s } = sheet;
  const where = country("MY");
  const legal = s.pick(["SDN BHD", "SDN. BHD.", "(M) SDN BHD", "ENTERPRISE", "TRADING", "", "PLT"]);
  const name = `${r.pick(OWNERS)} ${r.pick(SHOPS)} ${legal}`.trim().toUpperCase();
  const registered = s.chance(0.7)
    ? `${s.pick(["", "CO. REG NO: ", "Co No: "])}(${r.digits(6)}-${r.letters(1)})<br>`
    : "";
  const street = r
    .pick(where.streets)
    .replace(/#/g, () => r.digits(2))
    .toUpperCase();
  const gst =
    taxed || s.chance(0.4)
      ? `<br>${s.pick(["GST ID", "GST REG NO", "GST No", "GST Reg #"])}: ${fill(r, "00############")}`
      : "";
  const greeting = s.chance(0.15) ? "<div>WELCOME TO</div>" : "";
  const wide = s.chance(0.2) ? ";letter-spacing:.12em" : "";
  return `<div class="${s.pick(["c", "c", ""])}">${greeting}<div class="b" style="font-size:${s.decimal(1, 1.5, 1)}em${wide}">${sheet.put("seller", name)}</div>${registered}${street},<br>${r.pick(where.towns).toUpperCase()}<br>${s.pick(["TEL", "Tel", "TEL/FAX"])}: 0${r.int(3, 9)}-${r.digits(8)}${gst}</div>`;
}

function middle(sheet: Sheet): string {
  const { r, s } = sheet;
  const title = s.chance(0.75)
    ? `<div class="c b">${s.pick(["TAX INVOICE", "Tax Invoice", "SIMPLIFIED TAX INVOICE", "RECEIPT", "CASH BILL", "INVOICE", "*** TAX INVOICE ***"])}</div>`
    : "";
  const bill = r.pick([
    `CS${r.digits(6)}`,
    r.digits(7),
    `${r.digits(2)}-${r.digits(6)}`,
    `INV${r.digits(5)}`,
    `${r.letters(2)}/${r.digits(5)}`,
    `#${r.digits(6)}`,
  ]);
  const billLine = `${s.pick(["Invoice No", "Inv No.", "Doc No.", "Bill No", "Receipt #", "Document No", "INVOICE NO"])} : ${sheet.put("invoice_number", bill)}`;
  const date = writeDate(sheet, later(day(r), -1800));
  const time = `${r.int(8, 21)}:${r.int(10, 59)}${s.pick(["", ":12", " PM"])}`;
  const dateLine = s.pick([`Date : ${date} ${time}`, `${date} ${time}`, `DATE: ${date}`, `Date/Time: ${date} ${time}`]);
  const other = s.some(
    [
      `Cashier: ${r.pick(["AINA", "ALI", "Mei", "USER1"])}`,
      `Table: ${r.int(1, 40)}`,
      `Counter: ${r.int(1, 4)}`,
      `Member: ${r.digits(8)}`,
      "Salesperson :",
      "Customer: CASH",
    ],
    s.int(0, 3),
  );
  const lines = s.chance(0.5) ? [billLine, dateLine, ...other] : [dateLine, ...other, billLine];
  return `${title}<div>${lines.join("<br>")}</div>`;
}

function totals(sheet: Sheet, made: Till): string {
  const { s } = sheet;
  const inside = made.way === "inside";
  const lines: string[] = [];
  if (s.chance(0.7) || made.way === "added")
    lines.push(
      pair(
        s.pick(["SUB TOTAL", "Subtotal", "Total Sales (Excluding GST)", "Sub-Total"]),
        m(inside ? made.net : made.sum),
      ),
    );
  if (made.way === "added" || (inside && s.chance(0.6)))
    lines.push(
      pair(s.pick(["GST 6%", "GST @6%", "Total GST", "GST (6%)", "Add GST"]), sheet.put("tax", made.tax, m(made.tax))),
    );
  if (s.chance(0.2)) lines.push(pair("Discount", "0.00"));
  if (made.rounding !== undefined)
    lines.push(pair(s.pick(["Rounding", "ROUNDING ADJ", "Round Adj", "Rounding Adjustment"]), m(made.rounding)));
  lines.push(...beforeRounding(sheet, made));
  const word = wordForTotal(sheet, made);
  lines.push(
    pair(
      word,
      `${s.pick(["RM ", "RM", "", "", "MYR "])}${sheet.put("total", made.total, m(made.total))}`,
      s.chance(0.7),
    ),
  );
  const payment = s.pick(["CASH", "Cash", "CASH TENDERED", "VISA CARD", "Paid Amount"]);
  const paid = payment === "VISA CARD" ? made.total : made.paid;
  if (s.chance(0.85))
    lines.push(pair(payment, m(paid)), pair(s.pick(["CHANGE", "Change", "Change Due"]), m(cents(paid - made.total))));
  if (s.chance(0.4))
    lines.push(
      `<div>${s.pick(["Item(s)", "Total Qty", "No of items"])}: ${made.rows.reduce((all, row) => all + row.quantity, 0)}</div>`,
    );
  if (made.tax > 0 && s.chance(0.6)) lines.push(summary(sheet, made));
  return lines.join("");
}

/** Some tills say the sum before it is rounded as well. */
function beforeRounding({ s }: Sheet, made: Till): readonly string[] {
  if (made.rounding === undefined || !s.chance(0.35)) return [];
  const label = s.pick(["Total Sales Inclusive GST", "Total Incl. GST", "TOTAL BEFORE ROUNDING"]);
  return [pair(label, m(cents(made.total - made.rounding)))];
}

/** What the sum is called. */
function wordForTotal({ s }: Sheet, made: Till): string {
  const rounded = made.rounding === undefined ? [] : ["Total After Rounding", "ROUNDED TOTAL (RM)", "Nett Total"];
  return s.pick([...TOTALS, ...rounded]);
}

const TOTALS = [
  "TOTAL",
  "Total",
  "GRAND TOTAL",
  "Total Sales (Inclusive of GST)",
  "NET TOTAL",
  "Total Amount",
  "TOTAL DUE",
  "Amount Payable",
  "TOTAL (RM)",
];

/** The tax by rate, as tills print it under the sum. */
function summary(sheet: Sheet, made: Till): string {
  const base = made.way === "inside" ? made.net : made.sum;
  const rate = pair(`SR &nbsp; 6% &nbsp; ${m(base)}`, sheet.put("tax", made.tax, m(made.tax)));
  const title = sheet.s.pick(["GST Summary", "GST SUMMARY", "Tax Summary"]);
  return `<div class="top">${title}</div>${pair("Tax Code &nbsp; Rate &nbsp; Amount(RM)", "Tax(RM)")}${rate}`;
}

function items(sheet: Sheet, rows: readonly Row[]): string {
  const { s } = sheet;
  sheet.judged = true;
  for (const row of rows)
    sheet.items.push({ description: row.name, quantity: row.quantity, unit_price: row.price, amount: row.amount });
  const code = s.pick([" SR", " S", "*", "", ""]);
  const way = s.pick(["table", "two", "two", "code"]);
  const right = (text: string) => `<td class="r" style="padding:0 .6mm">${text}</td>`;
  if (way === "table") {
    const heads = ["Qty", s.pick(["Price", "U/P", "@"]), s.pick(["Amount", "RM", "Total"])];
    const lines = rows.map(
      (row) =>
        `<tr><td style="padding:0">${safe(row.name)}</td>${right(String(row.quantity))}${right(m(row.price))}${right(m(row.amount) + code)}</tr>`,
    );
    return `<table><tr class="line"><td style="padding:0">Item</td>${heads.map(right).join("")}</tr>${lines.join("")}</table>`;
  }
  const joint = s.pick([" x ", " PCS @ ", " &nbsp; ", " X RM"]);
  return rows
    .map(
      (row) =>
        `<div>${way === "code" ? `${row.code}<br>` : ""}${safe(row.name)}</div>${pair(`&nbsp; ${row.quantity}${joint}${m(row.price)}`, m(row.amount) + code)}`,
    )
    .join("");
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function writeDate(sheet: Sheet, iso: string): string {
  const [year = "", month, dayOf] = iso.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  const shown = sheet.s.pick([
    `${dayOf}/${month}/${year}`,
    `${dayOf}/${month}/${year}`,
    `${dayOf}-${month}-${year}`,
    `${dayOf}/${month}/${year.slice(2)}`,
    `${dayOf} ${name} ${year}`,
    `${dayOf}-${name.toUpperCase()}-${year}`,
    `${dayOf}.${month}.${year}`,
  ]);
  return sheet.put("date", iso, shown);
}

const RULES = [
  '<div style="border-top:1px dashed #000;margin:1mm 0"></div>',
  ...["-", "=", "*"].map((sign) => `<div style="overflow:hidden;white-space:nowrap">${sign.repeat(70)}</div>`),
  '<div style="height:2mm"></div>',
];
const BYES = [
  "THANK YOU",
  "PLEASE COME AGAIN",
  "Goods sold are not returnable or refundable",
  "Thank You & Have A Nice Day",
  "E.&O.E.",
];

/** A till receipt of a Malaysian shop: narrow, typed, with rounding, cash and change. */
export function receipt(sheet: Sheet, layout: number): string {
  const { s } = sheet;
  const made = till(sheet);
  const rule = s.pick(RULES);
  sheet.currency = "MYR";
  sheet.put("currency", "MYR");
  sheet.size = [s.pick([72, 78, 84]), 120];
  const parts = [
    head(sheet, made.way !== "none"),
    middle(sheet),
    items(sheet, made.rows),
    totals(sheet, made),
    `<div class="c">${s.some(BYES, s.int(1, 3)).join("<br>")}</div>`,
  ];
  const spaced = layout % 5 === 0 ? "body{letter-spacing:.03em}" : "";
  return page(
    sheet,
    { ...look(sheet, s.pick(["typed", "dots", "sans", "typed"])), size: s.decimal(7.4, 9, 1) },
    parts.join(rule),
    `body{padding:3mm!important}@page{margin:3mm}${spaced}`,
  );
}
