import type { TaxView } from "@/contracts/views/declaration";
import { decimal, formatDecimal, subtract } from "@/domain/shared/decimal";

type Step = TaxView["steps"][number];

/** The same step under the law of two days. A step that one of them does not take is null there. */
export interface StepDifference {
  readonly key: string;
  readonly line: number | null;
  readonly kind: Step["kind"];
  readonly before: Step | null;
  readonly after: Step | null;
  /** `after − before`, a plain decimal. */
  readonly difference: string;
  /** Whether amount, rate or law differ. */
  readonly isChanged: boolean;
}

/** Lays two assessments of the same goods beside each other, step by step, in the order of the later one. */
export function compareTaxes(before: TaxView, after: TaxView): readonly StepDifference[] {
  const [first, second] = [numbered(before.steps), numbered(after.steps)];
  const keys = [...new Set([...second.keys(), ...first.keys()])];
  return keys.map((key) => {
    const [was, is] = [first.get(key) ?? null, second.get(key) ?? null];
    const shown = is ?? was;
    return {
      key,
      line: shown?.line ?? null,
      kind: shown?.kind ?? "duty",
      before: was,
      after: is,
      difference: formatDecimal(subtract(decimal(is?.amount ?? "0.00"), decimal(was?.amount ?? "0.00"))),
      isChanged: was?.amount !== is?.amount || was?.rate !== is?.rate || was?.citation !== is?.citation,
    };
  });
}

/** Steps by line, kind and which of its kind they are. */
function numbered(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const counts = new Map<string, number>();
  return new Map(
    steps.map((step) => {
      const kind = `${step.line ?? 0}-${step.kind}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return [`${kind}-${count}`, step] as const;
    }),
  );
}
