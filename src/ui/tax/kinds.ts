import type { TaxView } from "@/contracts/views/declaration";

export type TaxKind = TaxView["steps"][number]["kind"];

/** The kinds of step, in the order in which the law takes them. */
export const KINDS = ["customs_value", "duty", "consumption_tax", "vat"] as const satisfies readonly TaxKind[];
