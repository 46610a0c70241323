import type { DeclarationContent } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { type Decimal, decimal, formatDecimal, multiply, sum } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { addMoney, convert, type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import type { Sourced } from "../shared/sourced";
import { CURRENCY_OF, type Jurisdiction } from "../tariff/jurisdiction";
import { type ExchangeRate, type LegalParameter, parameterOn, type Reference, rateOn } from "../tariff/reference";
import { ADJUSTMENTS, deliveryOf, isDeduction } from "./adjustments";
import { apportion } from "./apportion";
import { includedCharges } from "./included-charges";
import { valueByMethod } from "./methods";

/** A step of the build-up, in the words of its formula. */
export interface ValuationStep {
  /** What the step starts from, in the currency that it starts in. */
  readonly base: Money;
  readonly formula: string;
  readonly amount: Money;
  readonly citation: string;
  readonly validFrom: LocalDate;
}

/**
 * The value of the goods at the port of entry, in the currency of the customs, whole and by line. A number that was never
 * valued has not this type.
 */
export interface CustomsValue {
  readonly total: Money;
  readonly lines: readonly { readonly number: number; readonly value: Money }[];
  readonly steps: readonly ValuationStep[];
  /** What the invoice currency was converted at; null where it is that of the jurisdiction. */
  readonly rate?: { readonly figure: string; readonly per: string } | null;
}

interface Charges {
  readonly freight: boolean;
  readonly insurance: boolean;
}

/**
 * Builds the customs value by the transaction value: the invoice price, what its Incoterm leaves to be added, and the
 * adjustments that are stated, at the rate of the day. Refuses, with an issue each, an unknown Incoterm, a currency
 * without a rate, a day without the law's insurance rate, a freight that must be added and is not known, and deductions
 * that leave nothing. Freight, insurance and adjustments are in the invoice currency; freight and insurance are shared
 * among the lines by their amounts, to the last cent.
 * The value is in the currency of the jurisdiction.
 * Insurance that cannot be determined is 3 per mille of price and freight (Measures on customs value; practice 1.003).
 */
export function customsValue(
  content: DeclarationContent,
  reference: Reference,
  day: LocalDate,
  jurisdiction: Jurisdiction = "CN",
): Result<CustomsValue, readonly Issue[]> {
  const home = CURRENCY_OF[jurisdiction];
  const law = lawOf(content, reference, day, jurisdiction);
  if (!law.ok) return err([law.error]);
  const { rate, fallback, due } = law.value;
  const foreign = foreignValue(content, due, fallback, jurisdiction);
  if (!foreign.ok) return err([foreign.error]);
  const { base, amount, formula } = foreign.value;
  const total = rate ? convert(amount, decimal(rate.cny), decimal(rate.per), home) : amount;
  const weights = content.lines.map((line) => toMoney(decimal(line.amount.value), amount.currency).minor);
  const values = apportion(total, weights);
  return ok({
    total,
    rate: rate && { figure: rate.cny, per: rate.per },
    lines: content.lines.map((line, index) => ({ number: line.number, value: values[index] ?? zero(home) })),
    steps: [
      { base, formula, amount, citation: fallback.citation, validFrom: fallback.validFrom },
      ...(rate
        ? [
            {
              base: amount,
              formula: `${show(amount)} ${amount.currency} × ${rate.cny} ÷ ${rate.per} = ${show(total)} ${home}`,
              amount: total,
              citation: rate.citation,
              validFrom: rate.validFrom,
            },
          ]
        : []),
    ],
  });
}

interface Law {
  /** Null where the invoice is in the currency of the jurisdiction. */
  readonly rate: ExchangeRate | null;
  readonly fallback: LegalParameter;
  /** What the Incoterm adds, less what the invoice's total holds already. */
  readonly due: Charges;
}

function lawOf(
  content: DeclarationContent,
  reference: Reference,
  day: LocalDate,
  jurisdiction: Jurisdiction,
): Result<Law, Issue> {
  const currency = content.currency.value;
  const home = CURRENCY_OF[jurisdiction];
  const rate = rateOn(reference, currency, day, home);
  const fallback = parameterOn(reference, "insurance_fallback_rate", day);
  const delivery = deliveryOf(content.incoterm.value);
  const incoterm = { incoterm: content.incoterm.value };
  if (!delivery) return err(issue("incoterm_unknown", "incoterm", content.incoterm, incoterm));
  if (!rate && (currency !== home || home === "CNY"))
    return err(issue("rate_missing", "currency", content.currency, { currency, day }, "admin"));
  if (!fallback) {
    const parameters = { parameter: "insurance_fallback_rate", day };
    return err(issue("parameter_missing", "insurance", content.currency, parameters, "admin"));
  }
  if (delivery.freight && !content.freight && jurisdiction !== "US")
    return err(issue("freight_missing", "freight", content.incoterm, incoterm));
  // Only the Chinese law says what insurance is where nobody knows it.
  if (delivery.insurance && !content.insurance && jurisdiction !== "US" && jurisdiction !== "CN")
    return err(issue("insurance_missing", "insurance", content.incoterm, incoterm));
  const isWithoutCarriage = jurisdiction === "US";
  const due = isWithoutCarriage ? { freight: false, insurance: false } : notYetIncluded(content, delivery);
  return ok({ rate, fallback, due });
}

function notYetIncluded(content: DeclarationContent, delivery: Charges): Charges {
  const included = includedCharges({
    total: decimal(content.invoiceTotal.value),
    goods: sum(content.lines.map((line) => decimal(line.amount.value))),
    freight: content.freight && decimal(content.freight.value),
    insurance: content.insurance && decimal(content.insurance.value),
  });
  return {
    freight: delivery.freight && !included?.freight,
    insurance: delivery.insurance && !included?.insurance,
  };
}

/** The value in the currency of the invoice. */
function foreignValue(
  content: DeclarationContent,
  due: Charges,
  fallback: LegalParameter,
  jurisdiction: Jurisdiction,
): Result<{ readonly base: Money; readonly amount: Money; readonly formula: string }, Issue> {
  const currency = content.currency.value;
  const price = toMoney(decimal(content.invoiceTotal.value), currency);
  const freight = due.freight && content.freight ? toMoney(decimal(content.freight.value), currency) : zero(currency);
  const insurance = insuranceOf(content, due, addMoney(price, freight), fallback);
  const { additions, deductions, shown } = adjustmentsOf(content, jurisdiction);
  const method = valueByMethod({
    currency,
    basis: {
      method: "transaction_value",
      price: content.invoiceTotal.value,
      additions: formatDecimal(sum([toDecimal(freight), toDecimal(insurance.amount), additions])),
      deductions: formatDecimal(deductions),
    },
    passedOver: [],
    computedFirst: false,
  });
  if (!method.ok)
    return err(
      issue("value_not_positive", "invoiceTotal", content.invoiceTotal, {
        value: `${formatDecimal(deductions)} ${currency}`,
      }),
    );
  const amount = method.value.value;
  const parts = [`${show(price)} + ${show(freight)} + ${insurance.shown}`, ...shown].join(" ");
  return ok({ base: price, amount, formula: `${parts} = ${show(amount)} ${currency}` });
}

function insuranceOf(
  content: DeclarationContent,
  due: Charges,
  base: Money,
  fallback: LegalParameter,
): { readonly amount: Money; readonly shown: string } {
  if (!due.insurance) return { amount: zero(base.currency), shown: show(zero(base.currency)) };
  if (content.insurance) {
    const stated = toMoney(decimal(content.insurance.value), base.currency);
    return { amount: stated, shown: show(stated) };
  }
  const amount = toMoney(multiply(toDecimal(base), decimal(fallback.value)), base.currency);
  return { amount, shown: `${show(base)} × ${fallback.value}` };
}

/**
 * The stated additions and deductions. The United States values goods without international freight and insurance
 * (19 USC 1401a), so what the price holds of them comes off.
 */
function adjustmentsOf(
  { adjustments, freight, insurance, incoterm }: DeclarationContent,
  jurisdiction: Jurisdiction,
): {
  readonly additions: Decimal;
  readonly deductions: Decimal;
  readonly shown: readonly string[];
} {
  const stated = ADJUSTMENTS.flatMap((kind) => {
    const amount = adjustments[kind];
    return amount ? [{ kind, amount: decimal(amount.value), text: amount.value }] : [];
  });
  const delivery = deliveryOf(incoterm.value);
  const carried = jurisdiction === "US" && delivery ? carriedInPrice(delivery, freight, insurance) : [];
  return {
    additions: sum(stated.filter(({ kind }) => !isDeduction(kind)).map((each) => each.amount)),
    deductions: sum([
      ...stated.filter(({ kind }) => isDeduction(kind)).map((each) => each.amount),
      ...carried.map(decimal),
    ]),
    shown: [
      ...stated.map(({ kind, text }) => `${isDeduction(kind) ? "−" : "+"} ${text}`),
      ...carried.map((text) => `− ${text}`),
    ],
  };
}

function carriedInPrice(
  delivery: Charges,
  freight: Sourced<string> | null,
  insurance: Sourced<string> | null,
): readonly string[] {
  return [
    ...(freight && !delivery.freight ? [freight.value] : []),
    ...(insurance && !delivery.insurance ? [insurance.value] : []),
  ];
}

/** An amount of the invoice in the currency in which its goods were valued. */
export function atRateOf({ rate, total }: CustomsValue, amount: Money): Money {
  return rate ? convert(amount, decimal(rate.figure), decimal(rate.per), total.currency) : amount;
}

function zero(currency: string): Money {
  return sumMoney([], currency);
}

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}

function issue(
  code: string,
  field: string,
  near: Sourced<string>,
  parameters: Record<string, string>,
  owner: Issue["owner"] = "broker",
): Issue {
  return {
    code,
    severity: "error",
    field,
    documentId: near.source.documentId,
    fieldId: near.source.fieldId,
    owner,
    parameters,
  };
}
