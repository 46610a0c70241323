import { type DeclarationContent, isRetail } from "../declaration/declaration";
import type { Fact } from "../declaration/facts";
import { TRANSPORT_DOCUMENT_TYPES } from "../document/document";
import { sumMoney } from "../shared/money";
import type { CustomsValue } from "../valuation/customs-value";
import type { RiskFacts } from "./factors";

/** Below this confidence a reading was little more than a guess. */
const HARDLY = 0.6;

interface Known {
  readonly content: DeclarationContent;
  readonly value: CustomsValue;
  readonly facts: readonly Fact[];
  readonly earlierShipmentsOfBuyer: number;
  readonly credit: RiskFacts["credit"];
  readonly isReviewedBefore: boolean;
}

/** What the score looks at, out of the declaration and of what the documents said beside it. */
export function riskFacts({
  content,
  value,
  facts,
  earlierShipmentsOfBuyer,
  credit,
  isReviewedBefore,
}: Known): RiskFacts {
  const onTransport = (name: string): string | null =>
    facts.find(
      (fact) =>
        fact.name === name &&
        fact.line === null &&
        fact.status !== "rejected" &&
        fact.documentType !== null &&
        TRANSPORT_DOCUMENT_TYPES.includes(fact.documentType),
    )?.value ?? null;
  const elsewhere = (name: string, declared: string): string =>
    facts.find(
      (fact) =>
        fact.name === name &&
        fact.line === null &&
        fact.status !== "rejected" &&
        fact.documentType !== null &&
        !TRANSPORT_DOCUMENT_TYPES.includes(fact.documentType),
    )?.value ?? declared;
  return {
    lines: content.lines.map((line) => ({
      number: line.number,
      description: line.description.value,
      commodityCode: line.commodityCode.value,
      origin: line.origin.value,
      quantity: line.quantity.value,
      unit: line.unit?.value ?? null,
      value: value.lines.find((each) => each.number === line.number)?.value ?? sumMoney([], "CNY"),
      netWeightKg: line.netWeightKg?.value ?? null,
    })),
    customsValue: value.total,
    declaredGrossKg: elsewhere("gross_weight_kg", content.grossWeightKg.value),
    transportGrossKg: onTransport("gross_weight_kg"),
    declaredPackages: elsewhere("packages", content.packages.value),
    transportPackages: onTransport("packages"),
    buyer: content.buyer.value,
    transportConsignee: onTransport("consignee"),
    isRetail: isRetail(content.regime),
    earlierShipmentsOfBuyer,
    correctedFields: facts.filter((fact) => fact.status === "corrected").length,
    doubtfulFields: facts.filter(
      (fact) => fact.status === "confirmed" && fact.method !== "typed" && fact.confidence < HARDLY,
    ).length,
    invoiceTotal: content.invoiceTotal.value,
    credit,
    isReviewedBefore,
  };
}
