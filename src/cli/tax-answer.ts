import { type Assessment, assess } from "@/domain/assessment/assess";
import { lateDeclarationFee, latePaymentSurcharge } from "@/domain/assessment/late-fee";
import { isTaxedInFull } from "@/domain/assessment/retail-import";
import type { AssessmentInput, StepKind } from "@/domain/assessment/step";
import { jurisdictionOf } from "@/domain/assessment/tax-regime";
import { isRetail } from "@/domain/declaration/declaration";
import type { Issue } from "@/domain/declaration/issue";
import { compare, decimal, formatDecimal, round, subtract, sum } from "@/domain/shared/decimal";
import { type Money, toDecimal, toMoney } from "@/domain/shared/money";
import { err, ok, type Result } from "@/domain/shared/result";
import { NO_CLAIMS } from "@/domain/tariff/choose-rate";
import { isAdValoremOnly } from "@/domain/tariff/duty-expression";
import { parameterOn } from "@/domain/tariff/reference";
import { atRateOf, customsValue } from "@/domain/valuation/customs-value";
import { CaseError, type Given } from "./tax-case";
import type { CaseQuestion } from "./tax-declaration";

export interface TaxAnswer {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Issue[];
}

/** Values and assesses a case, and gives the fields that cases expect: amounts as plain decimals with two places. */
export function answer(question: CaseQuestion, given: Given): TaxAnswer {
  const assessed = assessCase(question);
  if (!assessed.ok)
    return { fields: { status: "REJECTED", reason: assessed.error[0]?.code }, steps: [], issues: assessed.error };
  const { input, assessment } = assessed.value;
  return {
    fields: {
      ...(isRetail(question.content.regime) || question.regime === "personal" ? statusOf(input, assessment) : {}),
      ...amountsOf(assessment, input),
      ...appliedRate(assessment, question),
      ...waivedOf(assessment),
      ...withoutClaim(question, assessment),
      ...lateFees(question, given, assessment),
    },
    steps: assessment.steps.map(({ base, amount, ...step }) => ({ ...step, base: show(base), amount: show(amount) })),
    issues: [],
  };
}

interface Assessed {
  readonly input: AssessmentInput;
  readonly assessment: Assessment;
}

function assessCase(question: CaseQuestion): Result<Assessed, readonly Issue[]> {
  const { content, reference, day, regime } = question;
  const value = customsValue(content, reference, day, jurisdictionOf(regime));
  if (!value.ok) return value;
  const input = { ...question, value: value.value };
  const assessment = assess(input);
  return assessment.ok ? ok({ input, assessment: assessment.value }) : err(assessment.error);
}

function statusOf(input: AssessmentInput, { customsValue: value }: Assessment) {
  if (input.regime === "personal") return { status: "OK" };
  const used = sum([toDecimal(value), decimal(input.quotaHeld ?? "0")]);
  return {
    status: isTaxedInFull(input) ? "OK_FULL_TAX" : "OK",
    annualUsedAfter: formatDecimal(round(used, 2)),
  };
}

function amountsOf(assessment: Assessment, input: AssessmentInput) {
  const { customsValue: value, duty, consumptionTax, vat, articleTax, fees, total } = assessment;
  const remedies = amountOf(assessment, "trade_remedy");
  const landed = sum([toDecimal(total), ...costsOf(input)]);
  const byRegime =
    assessment.regime === "US"
      ? {
          mpf: feeOf(assessment, "us_mpf_rate"),
          hmf: feeOf(assessment, "us_hmf_rate"),
          fees: show(fees),
          totalFees: show(fees),
        }
      : assessment.regime === "SG"
        ? { gst: show(vat) }
        : assessment.regime === "personal"
          ? { tax: show(articleTax), personalTax: show(articleTax) }
          : {};
  const ordinary = formatDecimal(round(subtract(toDecimal(duty), decimal(remedies)), 2));
  return {
    dutiableValue: show(value),
    customsValue: show(value),
    duty: ordinary,
    ...(compare(decimal(remedies), decimal("0")) > 0 ? { tradeRemedies: remedies, ...remediesOf(assessment) } : {}),
    consumptionTax: show(consumptionTax),
    vat: show(vat),
    ...byRegime,
    totalTax: show(total),
    landedCost: formatDecimal(round(landed, 2)),
  };
}

/** What was paid for the goods until they are there, without taxes: the customs value, and what lies outside of it. */
function costsOf({ content, value, regime }: AssessmentInput) {
  const { after_entry_freight: inland } = content.adjustments;
  const carriage = regime === "US" ? [content.freight, content.insurance] : [];
  const paid = [inland, ...carriage].map((each) =>
    toDecimal(atRateOf(value, toMoney(decimal(each?.value ?? "0"), content.currency.value))),
  );
  return [toDecimal(value.total), ...paid];
}

function amountOf({ steps }: Assessment, kind: StepKind): string {
  return formatDecimal(round(sum(steps.filter((step) => step.kind === kind).map((step) => toDecimal(step.amount))), 2));
}

function remediesOf({ steps }: Assessment) {
  const of = (part: string) =>
    formatDecimal(
      round(sum(steps.filter((step) => step.factId?.includes(part)).map((step) => toDecimal(step.amount))), 2),
    );
  return {
    antiDumpingDuty: of("anti_dumping"),
    antiDumping: of("anti_dumping"),
    countervailingDuty: of("countervailing"),
  };
}

function feeOf({ steps }: Assessment, code: string): string {
  const fees = steps.filter((step) => step.kind === "fee" && step.factId?.includes(code));
  return formatDecimal(round(sum(fees.map((step) => toDecimal(step.amount))), 2));
}

function appliedRate({ steps }: Assessment, { reference }: CaseQuestion) {
  const duty = steps.find((step) => step.kind === "duty");
  const measure = reference.measures.find((each) => each.id === duty?.factId);
  if (!measure) return {};
  return {
    ...(isAdValoremOnly(measure.rate) ? { appliedDutyRate: measure.rate.adValorem } : {}),
    appliedRateType: measure.kind,
  };
}

const TAX_NAMES: Readonly<Partial<Record<StepKind, string>>> = {
  duty: "duty",
  consumption_tax: "consumptionTax",
  vat: "vat",
  article_tax: "tax",
};

/** The taxes that were let off because they were small: what was worked out is not what is due. */
function waivedOf({ steps }: Assessment) {
  const names = steps.flatMap(({ kind, formula }) => (formula.includes("→ 0") ? [TAX_NAMES[kind] ?? kind] : []));
  return names.length > 0 ? { waived: [...new Set(names)] } : {};
}

/** What the tax would be if nothing were claimed, where something is. */
function withoutClaim(question: CaseQuestion, { total }: Assessment) {
  if (!question.content.preference) return {};
  const claims = { ...(question.claims ?? NO_CLAIMS), agreement: null };
  const unclaimed = assessCase({ ...question, claims, content: { ...question.content, preference: null } });
  if (!unclaimed.ok) return {};
  const without = unclaimed.value.assessment.total;
  return {
    totalTaxWithoutCertificate: show(without),
    saving: formatDecimal(round(subtract(toDecimal(without), toDecimal(total)), 2)),
  };
}

/** The fees for declaring and paying late, where the case says by how many days. */
function lateFees({ reference, day }: CaseQuestion, given: Given, { customsValue: value, total }: Assessment) {
  const declared = given.figure("daysLate", "lateDays", "declarationDaysLate");
  const paid = given.figure("paymentDaysLate", "daysLatePayment");
  const law = (rate: string, threshold: string) => ({
    dailyRate: parameterOn(reference, rate, day)?.value ?? "0",
    threshold: parameterOn(reference, threshold, day)?.value ?? "0",
  });
  const late = law("late_declaration_daily_rate", "late_declaration_threshold_cny");
  const surcharge = law("late_payment_daily_rate", "late_payment_threshold_cny");
  return {
    ...(declared === null ? {} : { lateFee: show(lateDeclarationFee(value, wholeDays(declared), late)) }),
    ...(paid === null ? {} : { latePaymentSurcharge: show(latePaymentSurcharge(total, wholeDays(paid), surcharge)) }),
  };
}

function wholeDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new CaseError(`“${text}” are no whole days.`);
  return Number(text);
}

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}
