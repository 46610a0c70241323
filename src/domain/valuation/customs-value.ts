import type { DeclarationContent } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { type Decimal, decimal, formatDecimal, multiply, sum } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { addMoney, convert, type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import type { Sourced } from "../shared/sourced";
import { parameterOn, type Reference, rateOn } from "../tariff/reference";
import { apportion } from "./apportion";
import { includedCharges } from "./included-charges";

/** What an Incoterm leaves to be added to the invoice price, to come to the value at the port of entry. */
interface Additions {
  readonly freight: boolean;
  readonly insurance: boolean;
}

/**
 * Incoterms 2020 and the build-up of the customs value to CIF at the port of entry (Customs Law of the PRC, art. 55).
 * Terms that deliver beyond the port are taken at the invoice price; a deduction must be shown on the invoice itself.
 */
export const INCOTERMS: Readonly<Record<string, Additions>> = {
  EXW: { freight: true, insurance: true },
  FCA: { freight: true, insurance: true },
  FAS: { freight: true, insurance: true },
  FOB: { freight: true, insurance: true },
  CFR: { freight: false, insurance: true },
  CPT: { freight: false, insurance: true },
  CIF: { freight: false, insurance: false },
  CIP: { freight: false, insurance: false },
  DAP: { freight: false, insurance: false },
  DPU: { freight: false, insurance: false },
  DDP: { freight: false, insurance: false },
};

/** A step of the build-up, in the words of its formula. */
export interface ValuationStep {
  readonly formula: string;
  readonly amount: Money;
  readonly citation: string;
  readonly validFrom: LocalDate;
}

/** The value of the goods at the port of entry, in CNY, whole and by line. A number that was never valued has not this type. */
export interface CustomsValue {
  readonly total: Money;
  readonly lines: readonly { readonly number: number; readonly value: Money }[];
  readonly steps: readonly ValuationStep[];
}

const HOME = "CNY";

/** What an Incoterm adds; null for a term that Incoterms 2020 does not know. */
export function additionsOf(incoterm: string): Additions | null {
  return Object.hasOwn(INCOTERMS, incoterm) ? (INCOTERMS[incoterm] ?? null) : null;
}

/**
 * Builds the customs value from the invoice, its Incoterm, the freight, the insurance and the rate of the day. Refuses,
 * with an issue each, an unknown Incoterm, a currency without a rate, a day without the law's insurance rate, and a
 * freight that must be added and is not known. Freight and insurance are in the invoice currency.
 * Insurance that cannot be determined is 3 per mille of price and freight (Measures on customs value; practice 1.003).
 */
export function customsValue(
  content: DeclarationContent,
  reference: Reference,
  day: LocalDate,
): Result<CustomsValue, readonly Issue[]> {
  const currency = content.currency.value;
  const rate = rateOn(reference, currency, day);
  const fallback = parameterOn(reference, "insurance_fallback_rate", day);
  const additions = additionsOf(content.incoterm.value);
  if (!additions)
    return err([issue("incoterm_unknown", "incoterm", content.incoterm, { incoterm: content.incoterm.value })]);
  if (!rate) return err([issue("rate_missing", "currency", content.currency, { currency, day }, "admin")]);
  if (!fallback)
    return err([
      issue("parameter_missing", "insurance", content.currency, { parameter: "insurance_fallback_rate", day }, "admin"),
    ]);
  if (additions.freight && !content.freight)
    return err([issue("freight_missing", "freight", content.incoterm, { incoterm: content.incoterm.value })]);

  const price = toMoney(decimal(content.invoiceTotal.value), currency);
  const due = notYetIncluded(content, additions);
  const freight = due.freight && content.freight ? toMoney(decimal(content.freight.value), currency) : zero(currency);
  const beforeInsurance = addMoney(price, freight);
  const insurance = insuranceOf(content, due, beforeInsurance, decimal(fallback.value));
  const foreign = addMoney(beforeInsurance, insurance.amount);
  const total = convert(foreign, decimal(rate.cny), decimal(rate.per), HOME);
  const weights = content.lines.map((line) => toMoney(decimal(line.amount.value), currency).minor);
  const values = apportion(total, weights);
  const insuranceText = insurance.isFallback
    ? `(${show(price)} + ${show(freight)}) × ${fallback.value}`
    : show(insurance.amount);
  return ok({
    total,
    lines: content.lines.map((line, index) => ({ number: line.number, value: values[index] ?? zero(HOME) })),
    steps: [
      {
        formula: `${show(price)} + ${show(freight)} + ${insuranceText} = ${show(foreign)} ${currency}`,
        amount: foreign,
        citation: fallback.citation,
        validFrom: fallback.validFrom,
      },
      {
        formula: `${show(foreign)} ${currency} × ${rate.cny} ÷ ${rate.per} = ${show(total)} ${HOME}`,
        amount: total,
        citation: rate.citation,
        validFrom: rate.validFrom,
      },
    ],
  });
}

/** What the Incoterm adds, less what the invoice's total holds already. */
function notYetIncluded(content: DeclarationContent, additions: Additions): Additions {
  const included = includedCharges({
    total: decimal(content.invoiceTotal.value),
    goods: sum(content.lines.map((line) => decimal(line.amount.value))),
    freight: content.freight && decimal(content.freight.value),
    insurance: content.insurance && decimal(content.insurance.value),
  });
  return {
    freight: additions.freight && !included?.freight,
    insurance: additions.insurance && !included?.insurance,
  };
}

function insuranceOf(
  content: DeclarationContent,
  additions: Additions,
  base: Money,
  fallback: Decimal,
): { amount: Money; isFallback: boolean } {
  if (!additions.insurance) return { amount: zero(base.currency), isFallback: false };
  if (content.insurance) return { amount: toMoney(decimal(content.insurance.value), base.currency), isFallback: false };
  return { amount: toMoney(multiply(toDecimal(base), fallback), base.currency), isFallback: true };
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
