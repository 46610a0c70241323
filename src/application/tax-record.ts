import type { Assessment } from "@/domain/assessment/assess";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { formatDecimal } from "@/domain/shared/decimal";
import { type Money, toDecimal } from "@/domain/shared/money";
import type { World } from "./ports";
import type { DeclarationRecord, TaxAssessmentRecord, TaxInputs } from "./records";

/** An assessment as it is kept: with every step, and the versions of the facts that it rests on. */
export function toTaxRecord(
  world: World,
  declaration: DeclarationRecord,
  assessment: Assessment,
  read: Pick<TaxInputs, "law" | "quotaHeld">,
): TaxAssessmentRecord {
  const inputs = { lawDate: assessment.lawDate, content: declaration.contentHash, ...read };
  const figures = {
    organisationId: declaration.organisationId,
    id: world.newId(),
    shipmentId: declaration.shipmentId,
    declarationId: declaration.id,
    lawDate: assessment.lawDate,
    currency: assessment.total.currency,
    customsValue: text(assessment.customsValue),
    duty: text(assessment.duty),
    consumptionTax: text(assessment.consumptionTax),
    vat: text(assessment.vat),
    total: text(assessment.total),
    lines: assessment.steps.map((step) => ({ ...step, base: text(step.base), amount: text(step.amount) })),
  };
  return { ...figures, inputs, decisionHash: taxHash(world, inputs, figures) };
}

/** The hash over what a tax was computed from and every figure of it, with the steps that led there. */
export function taxHash(
  world: Pick<World, "sha256">,
  inputs: TaxInputs,
  {
    currency,
    customsValue,
    duty,
    consumptionTax,
    vat,
    total,
    lines,
  }: Omit<TaxAssessmentRecord, "inputs" | "decisionHash">,
): string {
  const outcome = {
    currency,
    customsValue,
    duty,
    consumptionTax,
    vat,
    total,
    lines: lines.map((line) => ({ ...line })),
  };
  const { law, ...rest } = inputs;
  return world.sha256(canonicalJson({ inputs: { ...rest, law: { ...law } }, outcome }));
}

function text(money: Money): string {
  return formatDecimal(toDecimal(money));
}

/**
 * The currency that a step is taken in: a step of the customs value names it at the end of its formula, and is in that
 * of the invoice before it is converted. Every other step is in the currency of the assessment.
 */
export function currencyOfStep(
  { kind, formula }: { readonly kind: string; readonly formula: string },
  assessed: string,
): string {
  return (kind === "customs_value" ? /\s([A-Z]{3})$/.exec(formula)?.[1] : undefined) ?? assessed;
}

/** The currency of a step's base: that of the amount, but for the conversion, whose formula begins with the other one. */
export function baseCurrencyOfStep(
  step: { readonly kind: string; readonly formula: string; readonly base: string; readonly amount: string },
  assessed: string,
): string {
  const converted = step.kind === "customs_value" && step.base !== step.amount;
  return (converted ? /^\S+ ([A-Z]{3}) ×/.exec(step.formula)?.[1] : undefined) ?? currencyOfStep(step, assessed);
}
