import type { TaxView } from "@/contracts/views/declaration";
import { decimal, formatDecimal, sum } from "@/domain/shared/decimal";
import { isOf, type TaxKind } from "./kinds";

/** The part of an assessment that one goods line has: its steps and their sums, with the value they start from. */
export function ofLine(tax: TaxView, line: number): TaxView {
  const steps = tax.steps.filter((step) => step.line === line);
  const due = (...kinds: readonly TaxKind[]) =>
    formatDecimal(
      sum(steps.filter((step) => kinds.some((kind) => isOf(kind, step))).map((step) => decimal(step.amount))),
    );
  // The first tax of a line is levied on its customs value.
  const customsValue = steps[0]?.base ?? "0.00";
  return {
    ...tax,
    customsValue,
    duty: due("duty"),
    consumptionTax: due("consumption_tax"),
    vat: due("vat"),
    total: due("duty", "consumption_tax", "vat"),
    steps,
  };
}
