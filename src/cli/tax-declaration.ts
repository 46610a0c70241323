import type { AssessmentInput, Carriage } from "@/domain/assessment/step";
import { currencyOf, jurisdictionOf, type TaxRegime } from "@/domain/assessment/tax-regime";
import { type DeclarationContent, type DeclarationLine, isRetail, REGIMES } from "@/domain/declaration/declaration";
import { decimal, formatDecimal, multiply, sum } from "@/domain/shared/decimal";
import { isLocalDate, type LocalDate } from "@/domain/shared/local-date";
import type { Sourced } from "@/domain/shared/sourced";
import { NO_CLAIMS } from "@/domain/tariff/choose-rate";
import type { ExchangeRate, LegalParameter, Reference } from "@/domain/tariff/reference";
import { NO_ADJUSTMENTS } from "@/domain/valuation/adjustments";
import { CaseError, type Given, regimeOf, type TaxCase } from "./tax-case";
import { measuresOf, membersOf } from "./tax-measures";

/** Names under which a case gives the value of the goods, each with the terms of delivery that it means. */
const VALUES: readonly (readonly [string, readonly string[]])[] = [
  ["CIF", ["cif", "cifBorder", "cifValue", "customsValue", "dutiableValue", "cv"]],
  ["FOB", ["fob", "fobValue", "fca", "goods", "goodsValue", "price", "value", "invoiceValue", "transactionValue"]],
  ["EXW", ["exw"]],
  ["CFR", ["cfr", "cpt", "cAndF"]],
];

/** What a case asks of the law, without its value. */
export type CaseQuestion = Omit<AssessmentInput, "value"> & { readonly regime: TaxRegime };

/** Puts a case as a declaration under a law that holds the rates of the case and the constants of the day. */
export function toQuestion(
  { id, regime: name }: TaxCase,
  given: Given,
  parameters: readonly LegalParameter[],
  today: LocalDate,
): CaseQuestion {
  const regime = regimeOf(name, id);
  const day = dayOf(given, id) ?? today;
  const home = currencyOf(regime);
  const currency = given.text("invoiceCurrency", "currency") ?? home;
  const lines = given.lines("lines", "items", "articles", "goods");
  const declared = lines.map((line, index) => toLine(given, line, index, regime));
  const [incoterm, price] = priceOf(given, declared, lines[0] === given);
  const inland = given.figure("inlandFreight", "inlandTransport", "freightInland", "postEntryFreight");
  const total = inland ? formatDecimal(sum([decimal(price), decimal(inland)])) : price;
  const agreement = agreementOf(given);
  const content: DeclarationContent = {
    ...blank(regime),
    currency: stated(currency),
    // What is paid beyond the border is put into the price, from which the law takes it off again.
    incoterm: stated(inland && incoterm === "CIF" ? "DAP" : incoterm),
    invoiceTotal: stated(total),
    freight: optional(given.figure("freight", "freightCost", "shipping") ?? "0"),
    insurance: insuranceOf(given, regime),
    adjustments: { ...NO_ADJUSTMENTS, after_entry_freight: optional(inland) },
    preference: optional(agreement),
    lines:
      declared.length === 1
        ? declared.map((line) => ({ ...line, amount: stated(incoterm === "CIF" ? price : total) }))
        : declared,
  };
  const jurisdiction = jurisdictionOf(regime);
  const isDivisible = lines.some((line) => line.flag("indivisible", "singleItem") === false);
  return {
    regime,
    content,
    day,
    reference: {
      ...NO_LAW,
      parameters: withGiven(parameters, givenParameters(given)),
      measures: lines.flatMap((line, index) => measuresOf(given, line, codeOf(given, line, index), jurisdiction)),
      areas: membersOf(given, lines),
      exchangeRates: [exchangeRate(currency, home, rateOf(given, id, currency, home))],
    },
    claims: { ...NO_CLAIMS, agreement, quota: given.flag("inQuota", "quota") ? "given" : null },
    quotaHeld: given.figure("annualUsed", "usedThisYear", "annualUsedBefore"),
    isDivisible,
    carriage: carriageOf(given, id),
    sentFrom: given.text("sentFrom", "from", "departure", "fromRegion"),
  };
}

/** The terms of delivery and the price that the case gives; the sum of its lines where it gives none. */
function priceOf(given: Given, lines: readonly DeclarationLine[], isOneLine: boolean): readonly [string, string] {
  for (const [incoterm, names] of VALUES) {
    const price = given.figure(...names);
    if (price !== null) return [incoterm, price];
  }
  const total = formatDecimal(sum(lines.map((line) => decimal(line.amount.value))));
  const isCarried = given.figure("freight", "freightCost", "shipping") !== null || !isOneLine;
  return [isCarried ? "FOB" : "CIF", total];
}

/** Insurance that a general importer does not state is the law's to reckon; elsewhere nothing stated is nothing paid. */
function insuranceOf(given: Given, regime: TaxRegime): Sourced<string> | null {
  const amount = given.figure("insurance", "insuranceCost");
  if (amount !== null) return stated(amount);
  return regime === "0110" ? null : stated("0");
}

function toLine(given: Given, line: Given, index: number, regime: TaxRegime): DeclarationLine {
  const quantity = line.figure("qty", "quantity") ?? "1";
  const unitPrice = line.figure("unitPrice", "retailPrice", "priceEach");
  const worth = line.figure("amount", "lineValue", "total", "value", "price", "cif", "goodsValue") ?? "0";
  const amount = unitPrice === null ? worth : formatDecimal(multiply(decimal(unitPrice), decimal(quantity)));
  return {
    number: index + 1,
    description: stated(`line ${index + 1}`),
    commodityCode: stated(codeOf(given, line, index)),
    quantity: stated(quantity),
    unit: optional(line.text("qtyUnit", "unit", "quantityUnit")),
    unitPrice: optional(unitPrice),
    amount: stated(amount),
    origin: stated(line.text("origin") ?? given.text("origin") ?? (regime === "0110" ? "DE" : "ZZ")),
    netWeightKg: optional(line.figure("netWeightKg", "weightKg") ?? contentWeight(line, quantity)),
  };
}

/** The content of packages of grams or millilitres, for prices of one gram; the law counts a millilitre as a gram. */
function contentWeight(line: Given, quantity: string): string | null {
  const each = line.figure("contentPerUnit", "content", "contentAmount");
  const unit = line.text("contentUnit")?.toLowerCase() ?? "";
  if (each === null || !["g", "ml", "gram", "millilitre"].includes(unit)) return null;
  return formatDecimal(multiply(multiply(decimal(each), decimal(quantity)), decimal("0.001")));
}

/** Each line has a code of its own, so that lines of one code may have rates of their own. */
function codeOf(given: Given, line: Given, index: number): string {
  const digits = (line.text("hs", "hsCode", "code", "commodityCode") ?? given.text("hs", "hsCode") ?? "").replace(
    /\D/g,
    "",
  );
  const subheading = digits.length >= 6 ? digits.slice(0, 6) : `0000${String(index).padStart(2, "0")}`;
  return `${subheading}${String(index).padStart(4, "0")}`;
}

/** The day of the law; null where the case names none. */
function dayOf(given: Given, id: string): LocalDate | null {
  const text = given.text("lawDate", "date", "asOf");
  if (text !== null && !isLocalDate(text))
    throw new CaseError(`${id}, lawDate: “${text}” is no date such as 2026-11-26.`);
  return text;
}

/** A foreign currency needs its rate: one of 1 would be a guess. */
function rateOf(given: Given, id: string, currency: string, home: string): string {
  const rate = given.figure("fx", "exchangeRate", "fxRate");
  if (rate === null && currency !== home) throw new CaseError(`${id}, fx: there is no rate of ${currency} in ${home}.`);
  return rate ?? "1";
}

function agreementOf(given: Given): string | null {
  const certificate = given.text("certificate", "agreement", "preference", "originProof");
  if (certificate) return certificate.toUpperCase();
  return given.flag("certificate", "hasCertificate", "originCertificate") ? "GIVEN" : null;
}

/** How the goods arrive; by air where the case says nothing of it. */
function carriageOf(given: Given, id: string): Carriage | null {
  const mode = given.text("mode", "transport", "transportMode", "carriage")?.toLowerCase() ?? "";
  if (/sea|ocean|vessel|ship|marit|marine/.test(mode)) return "sea";
  if (/post|mail|parcel/.test(mode)) return "post";
  if (/road|truck/.test(mode)) return "road";
  if (/rail/.test(mode)) return "rail";
  if (mode !== "" && !/air|courier|express|parcel/.test(mode))
    throw new CaseError(`${id}, mode: “${mode}” is none of sea, air, road, rail and post.`);
  return given.flag("bySea", "ocean", "vessel") ? "sea" : "air";
}

const GIVEN_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  us_mpf_rate: ["mpfRate"],
  us_mpf_minimum_usd: ["mpfMin", "mpfMinimum"],
  us_mpf_maximum_usd: ["mpfMax", "mpfMaximum"],
  us_hmf_rate: ["hmfRate"],
  eu_low_value_duty_eur: ["flatDuty", "flatDutyPerItem", "lowValueDuty", "dutyPerItem"],
  eu_low_value_limit_eur: ["lowValueLimit", "lowValueThreshold"],
  gb_low_value_limit_gbp: ["dutyThreshold", "lowValueLimit", "lowValueThreshold"],
  sg_gst_relief_sgd: ["gstRelief", "reliefThreshold", "gstThreshold"],
  cbec_tax_share: ["taxShare", "discount"],
  cbec_single_limit_cny: ["singleLimit", "orderLimit"],
  cbec_annual_limit_cny: ["annualLimit"],
  personal_parcel_limit_cny: ["parcelLimit", "limit"],
};

function givenParameters(given: Given): readonly LegalParameter[] {
  return Object.entries(GIVEN_PARAMETERS).flatMap(([code, names]) => {
    const value = given.figure(...names);
    if (value === null) return [];
    const unit = code.endsWith("rate") || code.endsWith("share") ? "fraction" : "CNY";
    return [{ id: `given:${code}`, code, value, unit, citation: "given in the case", ...ALWAYS }];
  });
}

/** What a case gives takes the place of every row of the law of that name. */
function withGiven(law: readonly LegalParameter[], given: readonly LegalParameter[]): readonly LegalParameter[] {
  return [...given, ...law.filter((row) => !given.some((each) => each.code === row.code))];
}

const ALWAYS = { validFrom: "0001-01-01", validTo: null };

function exchangeRate(currency: string, home: string, cny: string): ExchangeRate {
  return { id: "given:fx", currency, home, cny, per: "1", citation: "given in the case", ...ALWAYS };
}

const NO_LAW: Reference = {
  parameters: [],
  successions: [],
  measures: [],
  areas: [],
  exchangeRates: [],
  requirementRules: [],
  controlProfiles: [],
  scorecards: [],
};

function stated(value: string): Sourced<string> {
  const source = { fieldId: null, documentId: null, page: null, box: null, confidence: 1, confirmedBy: null };
  return { value, source: { ...source, method: "typed" } };
}

function optional(value: string | null): Sourced<string> | null {
  return value === null ? null : stated(value);
}

function blank(regime: TaxRegime) {
  const declared = REGIMES.find((each) => each === regime) ?? "0110";
  const token = { nameMasked: "*", identityToken: "given", identityMasked: "*" };
  return {
    regime: declared,
    invoiceNumber: stated("given"),
    invoiceDate: stated("0001-01-01"),
    seller: stated("given"),
    buyer: stated("given"),
    consignee: null,
    transportNumber: stated("given"),
    portOfLoading: null,
    portOfDischarge: null,
    packages: stated("1"),
    grossWeightKg: stated("1"),
    netWeightKg: null,
    consumer: isRetail(declared) ? token : null,
  };
}
