import { compare, decimal, formatDecimal, round, sum, ZERO } from "../shared/decimal";
import { toDecimal, toMoney } from "../shared/money";
import { apportion } from "../valuation/apportion";
import type { AssessedLine } from "./reverse";

interface Assessed {
  readonly currency: string;
  readonly customsValue: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly lines: readonly {
    readonly line: number | null;
    readonly kind: string;
    readonly base: string;
    readonly amount: string;
  }[];
}

/**
 * An assessment by goods line. Each total is spread over the lines by what their own steps come to, so that what was
 * not levied (an amount below its free one) is not given back, and the lines add up to the totals to the fen.
 */
export function assessedLines(
  tax: Assessed,
  declared: readonly { readonly number: number; readonly quantity: string }[],
): readonly AssessedLine[] {
  const steps = (line: number) => tax.lines.filter((each) => each.line === line && each.kind !== "customs_value");
  const ofKind = (line: number, kinds: readonly string[]) =>
    sum(
      steps(line)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ amount }) => decimal(amount)),
    );
  const spread = (total: string, weights: readonly ReturnType<typeof decimal>[]) => {
    if (compare(decimal(total), ZERO) === 0 || weights.every((weight) => compare(weight, ZERO) === 0))
      return weights.map(() => "0.00");
    const minor = weights.map((weight) => toMoney(weight, tax.currency).minor);
    return apportion(toMoney(decimal(total), tax.currency), minor).map((money) =>
      formatDecimal(round(toDecimal(money), 2)),
    );
  };
  const numbers = declared.map(({ number }) => number);
  const values = spread(
    tax.customsValue,
    // The first tax of a line is levied on its customs value.
    numbers.map((number) => decimal(steps(number)[0]?.base ?? "0")),
  );
  const duties = spread(
    tax.duty,
    numbers.map((number) => ofKind(number, ["duty", "trade_remedy"])),
  );
  const consumption = spread(
    tax.consumptionTax,
    numbers.map((number) => ofKind(number, ["consumption_tax"])),
  );
  const vats = spread(
    tax.vat,
    numbers.map((number) => ofKind(number, ["vat"])),
  );
  return declared.map(({ number, quantity }, index) => ({
    line: number,
    quantity,
    value: values[index] ?? "0.00",
    duty: duties[index] ?? "0.00",
    consumptionTax: consumption[index] ?? "0.00",
    vat: vats[index] ?? "0.00",
  }));
}
