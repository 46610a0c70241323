import type { TaxView } from "@/contracts/views/declaration";

type StepKind = TaxView["steps"][number]["kind"];

/** What a summary has a figure for, in the order in which the law takes them. */
export const KINDS = ["customs_value", "duty", "consumption_tax", "vat"] as const satisfies readonly StepKind[];
export type TaxKind = (typeof KINDS)[number];

/** Whether the step is part of the figure: anti-dumping and countervailing duties are duties. */
export function isOf(kind: TaxKind, step: { readonly kind: StepKind }): boolean {
  return step.kind === kind || (kind === "duty" && step.kind === "trade_remedy");
}
