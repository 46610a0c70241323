import { assess } from "../assessment/assess";
import type { DeclarationContent, DeclarationLine, Regime } from "../declaration/declaration";
import { decimal, formatDecimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import type { Sourced } from "../shared/sourced";
import type { Reference } from "../tariff/reference";
import { NO_ADJUSTMENTS } from "../valuation/adjustments";

/** A declaration whose tax is known, by which changes of the law are tried. Values are in CNY, at the port of entry. */
export interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  readonly regime: Regime;
  readonly lawDate: LocalDate;
  /** Whether the law of later days should say the same: it is then tried on the day of every basket as well. */
  readonly isStanding: boolean;
  readonly lines: readonly GoldenLine[];
  readonly expected: ExpectedTax;
  readonly source: string;
}

export interface GoldenLine {
  readonly commodityCode: string;
  readonly origin: string;
  readonly value: string;
  readonly quantity: string;
  readonly unit: string | null;
  readonly netWeightKg: string | null;
}

/** The amounts that are due, or the code of the issue that stands in the way. */
export type ExpectedTax =
  | { readonly duty: string; readonly consumptionTax: string; readonly vat: string; readonly total: string }
  | { readonly refusal: string };

export interface GoldenOutcome {
  readonly caseId: string;
  readonly title: string;
  readonly titleZh: string;
  readonly day: LocalDate;
  readonly expected: string;
  readonly found: string;
  /** What was found without the basket. */
  readonly without: string;
  /** Whether it comes out as expected, or at least as it would without the basket. */
  readonly isPassed: boolean;
}

/** A case on a day: on its own, and, if it stands, on that of a basket. */
export interface Trial {
  readonly golden: GoldenCase;
  readonly day: LocalDate;
}

/** The trials that a basket of this day must pass. The past must not change; what stands should not. */
export function trialsFor(cases: readonly GoldenCase[], day: LocalDate | null): readonly Trial[] {
  return cases.flatMap((golden) => [
    { golden, day: golden.lawDate },
    ...(golden.isStanding && day !== null && day !== golden.lawDate ? [{ golden, day }] : []),
  ]);
}

/** Taxes the case by the reference data of the day without and with the basket, and holds it to what is expected. */
export function tryCase(
  { golden, day }: Trial,
  { before, after }: { readonly before: Reference; readonly after: Reference },
): GoldenOutcome {
  const [without, found] = [outcomeOf(golden, day, before), outcomeOf(golden, day, after)];
  const expected = "refusal" in golden.expected ? golden.expected.refusal : amountsOf(golden.expected);
  const { id, title, titleZh } = golden;
  return {
    caseId: id,
    title,
    titleZh,
    day,
    expected,
    found,
    without,
    isPassed: found === expected || found === without,
  };
}

function outcomeOf(golden: GoldenCase, day: LocalDate, reference: Reference): string {
  const lines = golden.lines.map((line, index) => ({ number: index + 1, value: yuan(line.value) }));
  const value = {
    total: sumMoney(
      lines.map((line) => line.value),
      "CNY",
    ),
    lines,
    steps: [],
  };
  const assessed = assess({ content: contentOf(golden), value, reference, day });
  if (!assessed.ok) return [...new Set(assessed.error.map((issue) => issue.code))].join(", ");
  const { duty, consumptionTax, vat, total } = assessed.value;
  return amountsOf({ duty: show(duty), consumptionTax: show(consumptionTax), vat: show(vat), total: show(total) });
}

/** `duty 10.00, consumption tax 0.00, VAT 14.30, total 24.30`, in figures alone so that it reads in every language. */
function amountsOf(tax: Exclude<ExpectedTax, { refusal: string }>): string {
  return [tax.duty, tax.consumptionTax, tax.vat].join(" + ").concat(` = ${tax.total}`);
}

function yuan(amount: string): Money {
  return toMoney(decimal(amount), "CNY");
}

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}

function contentOf({ regime, lines, lawDate }: GoldenCase): DeclarationContent {
  const total = formatDecimal(
    toDecimal(
      sumMoney(
        lines.map((line) => yuan(line.value)),
        "CNY",
      ),
    ),
  );
  return {
    regime,
    invoiceNumber: stated("GOLDEN"),
    invoiceDate: stated(lawDate),
    seller: stated("Seller"),
    buyer: stated("Buyer"),
    consignee: null,
    currency: stated("CNY"),
    invoiceTotal: stated(total),
    incoterm: stated("CIF"),
    freight: null,
    insurance: null,
    adjustments: NO_ADJUSTMENTS,
    preference: null,
    transportNumber: stated("GOLDEN"),
    portOfLoading: null,
    portOfDischarge: null,
    packages: stated("1"),
    grossWeightKg: stated("1"),
    netWeightKg: null,
    lines: lines.map(lineOf),
    consumer: regime === "0110" ? null : { nameMasked: "*", identityToken: "golden", identityMasked: "*" },
  };
}

function lineOf(line: GoldenLine, index: number): DeclarationLine {
  return {
    number: index + 1,
    description: stated(`Goods of ${line.commodityCode}`),
    commodityCode: stated(line.commodityCode),
    quantity: stated(line.quantity),
    unit: line.unit === null ? null : stated(line.unit),
    unitPrice: null,
    amount: stated(line.value),
    origin: stated(line.origin),
    netWeightKg: line.netWeightKg === null ? null : stated(line.netWeightKg),
  };
}

function stated(value: string): Sourced<string> {
  const source = { fieldId: null, documentId: null, page: null, box: null, confidence: 1, confirmedBy: null };
  return { value, source: { ...source, method: "typed" } };
}
