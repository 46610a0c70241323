import type { LINE_DUTY } from "./declaration-form";
import type { ValuesOf } from "./field";

/** A step of an assessment that is about one line: amounts are plain decimals in the currency of the country. */
export interface AssessedStep {
  readonly line: number | null;
  readonly kind: string;
  readonly base: string;
  /** As the tariff writes it. */
  readonly rate: string;
  readonly amount: string;
}

type Duty = ValuesOf<typeof LINE_DUTY>;

/** Kinds of tax (UN/EDIFACT 5153, field practice, not checked at source); what is on no line of it is no duty of a line. */
const TAXES: Readonly<Record<string, Duty["tax"]>> = {
  duty: "CUD",
  trade_remedy: "ADD",
  consumption_tax: "EXC",
  vat: "VAT",
};

/** The taxes of a line as they were worked out; a rate that is not one percentage is left out, for no form has it. */
export function lineDuties(steps: readonly AssessedStep[], line: number): readonly Duty[] {
  return steps.flatMap((step) => {
    const tax = step.line === line ? TAXES[step.kind] : undefined;
    if (tax === undefined) return [];
    const rate = /^(\d+(?:\.\d{1,6})?) %$/.exec(step.rate)?.[1] ?? null;
    return [{ tax, rate, base: step.base, amount: step.amount }];
  });
}
