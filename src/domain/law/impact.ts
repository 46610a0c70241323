import { assess } from "../assessment/assess";
import { STAGES } from "../clearance/lifecycle";
import { resolveRequirements } from "../clearance/requirements";
import type { DeclarationContent } from "../declaration/declaration";
import { suspendedLines } from "../selectivity/hard-rules";
import { formatDecimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Money, toDecimal } from "../shared/money";
import type { Reference } from "../tariff/reference";
import { customsValue } from "../valuation/customs-value";

/** What a declaration comes to under the law of a day. */
export interface Standing {
  /** In CNY; null where it cannot be assessed, and then `issues` say why. */
  readonly tax: {
    readonly duty: string;
    readonly consumptionTax: string;
    readonly vat: string;
    readonly total: string;
  } | null;
  readonly issues: readonly string[];
  /** What the two gates ask for, as `stage:code`; with a mark behind what is waived. */
  readonly requirements: readonly string[];
}

/** How a shipment would stand on a basket's day without and with it; null where it would stand the same. */
export interface Impact {
  readonly before: Standing;
  readonly after: Standing;
  readonly addedRequirements: readonly string[];
  readonly droppedRequirements: readonly string[];
}

/** Compares what a lodged declaration would come to on the day under the one law and under the other. */
export function impactOn(
  content: DeclarationContent,
  day: LocalDate,
  { before, after }: { readonly before: Reference; readonly after: Reference },
): Impact | null {
  const [old, now] = [standingOf(content, day, before), standingOf(content, day, after)];
  if (JSON.stringify(old) === JSON.stringify(now)) return null;
  return {
    before: old,
    after: now,
    addedRequirements: now.requirements.filter((each) => !old.requirements.includes(each)),
    droppedRequirements: old.requirements.filter((each) => !now.requirements.includes(each)),
  };
}

function standingOf(content: DeclarationContent, day: LocalDate, reference: Reference): Standing {
  const value = customsValue(content, reference, day);
  const assessed = value.ok ? assess({ content, value: value.value, reference, day }) : value;
  const codes = assessed.ok ? [] : assessed.error.map((issue) => issue.code);
  return {
    tax: assessed.ok
      ? {
          duty: show(assessed.value.duty),
          consumptionTax: show(assessed.value.consumptionTax),
          vat: show(assessed.value.vat),
          total: show(assessed.value.total),
        }
      : null,
    issues: [...new Set(codes)],
    requirements: requirementsOf(content, day, reference),
  };
}

function requirementsOf(content: DeclarationContent, day: LocalDate, reference: Reference): readonly string[] {
  const lines = content.lines.map(({ number, description, commodityCode, origin }) => ({
    number,
    description: description.value,
    commodityCode: commodityCode.value,
    origin: origin.value,
  }));
  // What the papers of the shipment say is the same before and after, and does not show in the comparison.
  const known = {
    hasInvoice: true,
    hasTransportDocument: true,
    preference: content.preference?.value ?? null,
    declaredBuyer: content.buyer.value,
    consigneeOnTransport: null,
    consumerName: null,
    suspendedLines: suspendedLines(lines, reference.controlProfiles, day),
  };
  return STAGES.flatMap((stage) =>
    resolveRequirements({ stage, regime: content.regime, lines, day, rules: reference.requirementRules, known }).map(
      ({ code, state }) => `${stage}:${code}${state === "waived" ? ":waived" : ""}`,
    ),
  );
}

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}
