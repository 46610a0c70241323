import { bank, facts, letterhead, party, signature } from "../blocks";
import { column, goodsTable } from "../goods-table";
import type { Sheet } from "../sheet";
import { type Shipment, shipment } from "../shipment";
import { look, page } from "../style";

const table = (sheet: Sheet, trade: Shipment, keys: readonly string[]) =>
  goodsTable(
    sheet,
    keys.map((key) => column(sheet, key)),
    trade.lines,
  );

const PAPERS: readonly ((sheet: Sheet, trade: Shipment) => string)[] = [
  (sheet, trade) =>
    `${letterhead(sheet, trade.buyer)}<div class="b big gap">${sheet.s.pick(["PURCHASE ORDER", "Purchase Order", "BESTELLUNG"])}</div><div class="row gap"><div>${party(sheet, trade.seller, undefined, { label: "Supplier" })}</div><div>${facts(
      sheet,
      [
        ["PO No.", trade.order],
        ["Order date", sheet.day(trade.date)],
        ["Delivery date", sheet.day(trade.sailed)],
      ],
    )}</div></div>${table(sheet, trade, ["item", "description", "quantity", "price", "amount"])}<div class="r b gap">Total ${sheet.currency} ${sheet.money(trade.subtotal)}</div><p class="small">Please confirm this order within 48 hours.</p>`,
  (sheet, trade) =>
    `${letterhead(sheet, trade.seller)}<div class="gap2">${sheet.day(trade.date)}</div><div class="gap">${party(sheet, trade.buyer)}</div><p class="b">Re: shipment of ${trade.lines[0]?.good.en ?? "goods"}, invoice ${trade.invoice}</p><p>Dear Sirs,</p><p>we are pleased to inform you that the goods were shipped on board ${trade.vessel} on ${sheet.day(trade.sailed)}. The original documents follow by courier. The total weight is ${sheet.num(trade.gross, 2)} kg in ${trade.packages} ${trade.packing.toLowerCase()}.</p><p>We thank you for your confidence and remain</p><p>yours faithfully</p>${signature(sheet, trade.seller)}`,
  (sheet, trade) =>
    `<div class="c b big">${sheet.s.pick(["CERTIFICATE OF QUALITY", "INSPECTION REPORT", "CERTIFICATE OF ANALYSIS", "TEST REPORT"])}</div>${facts(
      sheet,
      [
        ["Report No.", `QR${sheet.r.digits(7)}`],
        ["Date", sheet.day(trade.date)],
        ["Client", trade.seller.name],
        ["Sample", trade.lines[0]?.good.en ?? ""],
        ["Lot", sheet.r.digits(6)],
      ],
    )}<table class="form gap"><tr><td>Test</td><td>Method</td><td>Limit</td><td>Result</td></tr>${["Moisture", "Colour", "Tensile strength", "Purity", "Lead (Pb)"].map((name) => `<tr><td>${name}</td><td>ISO ${sheet.r.int(100, 9000)}</td><td>max. ${sheet.r.decimal(1, 20, 1)}</td><td>${sheet.r.decimal(0, 10, 2)}</td></tr>`).join("")}</table><p>The sample meets the specification.</p>${signature(sheet, trade.agent)}`,
  (sheet, trade) =>
    `<div class="b big ink">${sheet.r.pick(["Nordsee Versicherung AG", "Harbour Mutual Insurance", "Pacific Cargo Insurance Co."])}</div><div class="c b gap">${sheet.s.pick(["MARINE CARGO INSURANCE POLICY", "CERTIFICATE OF INSURANCE", "CARGO TRANSPORTATION INSURANCE POLICY"])}</div>${facts(
      sheet,
      [
        ["Policy No.", `P${sheet.r.digits(9)}`],
        ["Insured", trade.seller.name],
        ["Invoice No.", trade.invoice],
        ["Amount insured", `${sheet.currency} ${sheet.money(trade.subtotal * 1.1)}`],
        ["Conveyance", trade.vessel],
        ["From", trade.loading[0]],
        ["To", trade.discharge[0]],
        ["Conditions", "ICC (A)"],
        ["Date", sheet.day(trade.date)],
      ],
    )}<p class="small">In consideration of the premium paid the company insures the goods against the risks named.</p>${signature(sheet, trade.agent)}`,
  (sheet, trade) =>
    `${letterhead(sheet, trade.seller)}<div class="b big c">PRICE LIST</div><div class="c">valid from ${sheet.day(trade.date)}</div>${table(sheet, trade, ["part", "description", "unit", "price"])}<p class="small">Prices ex works, excluding VAT, subject to change.</p>`,
  (sheet, trade) =>
    `${letterhead(sheet, trade.agent)}<div class="b big">${sheet.s.pick(["ARRIVAL NOTICE", "BOOKING CONFIRMATION", "DELIVERY ORDER"])}</div>${facts(
      sheet,
      [
        ["Our ref.", sheet.r.digits(8)],
        ["Vessel", trade.vessel],
        ["ETA", sheet.day(trade.sailed)],
        ["B/L No.", `${sheet.r.letters(4)}${sheet.r.digits(9)}`],
        ["Container", trade.containers.join(", ")],
        ["Terminal", trade.discharge[0]],
      ],
    )}<p>Please arrange collection within the free time of 5 days.</p>`,
  (sheet, trade) =>
    `<div class="box"><div class="b big">${trade.lines[0]?.good.en}</div>${facts(
      sheet,
      [
        ["Ingredients", "wheat flour, sugar, palm oil, salt"],
        ["Net content", "250 g"],
        ["Best before", sheet.day(trade.sailed)],
        ["Lot", sheet.r.digits(6)],
        ["Storage", "Keep cool and dry"],
      ],
      "lines",
    )}<table class="form gap"><tr><td>Nutrition per 100 g</td><td></td></tr><tr><td>Energy</td><td>${sheet.r.int(900, 2200)} kJ</td></tr><tr><td>Fat</td><td>${sheet.r.decimal(1, 30, 1)} g</td></tr><tr><td>Protein</td><td>${sheet.r.decimal(1, 20, 1)} g</td></tr></table>${party(sheet, trade.seller, undefined, { label: "Produced by" })}</div>`,
  (sheet, trade) =>
    `<div class="b big">${sheet.s.pick(["PAYMENT ADVICE", "REMITTANCE ADVICE", "BANK TRANSFER RECEIPT", "Credit Advice"])}</div>${facts(
      sheet,
      [
        ["Transaction reference", sheet.r.digits(12)],
        ["Value date", sheet.day(trade.date)],
        ["Amount", `${sheet.currency} ${sheet.money(trade.subtotal)}`],
        ["Ordering customer", trade.buyer.name],
        ["Beneficiary", trade.seller.name],
        ["Details of payment", `INV ${trade.invoice}`],
      ],
    )}${bank(sheet, trade.seller)}`,
];

/** A paper that comes with shipments and is none of the others: orders, letters, reports, policies, lists. */
export function otherPaper(sheet: Sheet, layout: number): string {
  const trade = shipment(sheet.r, { most: 8 });
  sheet.currency = trade.currency;
  const body = (PAPERS[layout % PAPERS.length] ?? (() => ""))(sheet, trade);
  // What an order or a list says of goods is no fact about an import.
  sheet.items.length = 0;
  sheet.judged = false;
  return page(sheet, look(sheet), body);
}
