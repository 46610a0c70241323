import { add, compare, type Decimal, decimal, formatDecimal, multiply, subtract, sum } from "../shared/decimal";
import { type Money, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";

/**
 * The six methods of the WTO Agreement on Customs Valuation (art. 1 to 7) in the order in which they are tried; the
 * fourth and the fifth change places at the importer's request (art. 4).
 */
export const VALUATION_METHODS = [
  "transaction_value",
  "identical_goods",
  "similar_goods",
  "deductive",
  "computed",
  "fall_back",
] as const;
export type ValuationMethod = (typeof VALUATION_METHODS)[number];

/** Goods that were valued before, for methods two and three. Money in the currency of the worksheet. */
export interface Comparable {
  readonly reference: string;
  readonly unitValue: string;
  /** What their unit value must be changed by for another quantity, level of trade or way of carriage; may be negative. */
  readonly correction: string;
}

/** What each method rests on. */
export type ValuationBasis =
  | {
      readonly method: "transaction_value";
      readonly price: string;
      readonly additions: string;
      readonly deductions: string;
    }
  | {
      readonly method: "identical_goods" | "similar_goods";
      readonly quantity: string;
      readonly comparables: readonly Comparable[];
    }
  | {
      readonly method: "deductive";
      readonly quantity: string;
      /** Sales in the country of importation at the first level of trade after it. */
      readonly sales: readonly { readonly unitPrice: string; readonly quantity: string }[];
      /** Of one unit: commission or profit and general expenses, carriage inland, duties and taxes. */
      readonly deductions: { readonly profit: string; readonly carriage: string; readonly taxes: string };
    }
  | {
      readonly method: "computed";
      readonly materials: string;
      readonly manufacture: string;
      readonly profit: string;
      readonly carriage: string;
    }
  | { readonly method: "fall_back"; readonly value: string; readonly reasoning: string };

/** A method that was passed over, and why. */
export interface PassedOver {
  readonly method: ValuationMethod;
  readonly reason: string;
}

/** The record of how a value was found: the method, why not an earlier one, and the figures. */
export interface ValuationWorksheet {
  readonly currency: string;
  readonly basis: ValuationBasis;
  readonly passedOver: readonly PassedOver[];
  /** Whether the importer asked that the computed value be tried before the deductive one. */
  readonly computedFirst: boolean;
}

export type WorksheetProblem =
  | { readonly kind: "method_skipped"; readonly method: ValuationMethod }
  | { readonly kind: "nothing_to_compare" }
  | { readonly kind: "reasoning_missing" }
  | { readonly kind: "value_not_positive"; readonly value: string };

/**
 * The value by the worksheet's method, in its currency, with the formula. Refuses a method while an earlier one is not
 * said to be impossible, a comparison without goods, a fall-back without its reasoning, and a value of nothing.
 */
export function valueByMethod(
  worksheet: ValuationWorksheet,
): Result<{ readonly value: Money; readonly formula: string }, WorksheetProblem> {
  const skipped = earlierThan(worksheet).find(
    (method) => !worksheet.passedOver.some((each) => each.method === method && each.reason.trim() !== ""),
  );
  if (skipped) return err({ kind: "method_skipped", method: skipped });
  const found = compute(worksheet.basis);
  if (!found.ok) return found;
  const value = toMoney(found.value.amount, worksheet.currency);
  if (value.minor <= 0n) return err({ kind: "value_not_positive", value: formatDecimal(found.value.amount) });
  return ok({ value, formula: found.value.formula });
}

function earlierThan({ basis, computedFirst }: ValuationWorksheet): readonly ValuationMethod[] {
  const order: readonly ValuationMethod[] = computedFirst
    ? ["transaction_value", "identical_goods", "similar_goods", "computed", "deductive", "fall_back"]
    : VALUATION_METHODS;
  return order.slice(0, order.indexOf(basis.method));
}

type Computed = Result<{ readonly amount: Decimal; readonly formula: string }, WorksheetProblem>;

function compute(basis: ValuationBasis): Computed {
  switch (basis.method) {
    case "transaction_value":
      return ok({
        amount: subtract(add(decimal(basis.price), decimal(basis.additions)), decimal(basis.deductions)),
        formula: `${basis.price} + ${basis.additions} − ${basis.deductions}`,
      });
    case "identical_goods":
    case "similar_goods":
      return byComparison(basis.comparables, basis.quantity);
    case "deductive":
      return deductive(basis);
    case "computed": {
      const parts = [basis.materials, basis.manufacture, basis.profit, basis.carriage];
      return ok({ amount: sum(parts.map(decimal)), formula: parts.join(" + ") });
    }
    case "fall_back":
      return basis.reasoning.trim() === ""
        ? err({ kind: "reasoning_missing" })
        : ok({ amount: decimal(basis.value), formula: basis.value });
  }
}

/** The lowest of the values found, as the Agreement asks (art. 2.3 and 3.3). */
function byComparison(comparables: readonly Comparable[], quantity: string): Computed {
  const values = comparables.map((each) => ({ each, unit: add(decimal(each.unitValue), decimal(each.correction)) }));
  const [first, ...others] = values;
  if (!first) return err({ kind: "nothing_to_compare" });
  const lowest = others.reduce((best, next) => (compare(next.unit, best.unit) < 0 ? next : best), first);
  return ok({
    amount: multiply(lowest.unit, decimal(quantity)),
    formula: `${formatDecimal(lowest.unit)} (${lowest.each.reference}) × ${quantity}`,
  });
}

/** The unit price at which the greatest aggregate quantity was sold, less what lies behind the border (art. 5). */
function deductive(basis: Extract<ValuationBasis, { method: "deductive" }>): Computed {
  const prices = [...new Set(basis.sales.map((sale) => formatDecimal(decimal(sale.unitPrice))))];
  const ranked = prices
    .map((price) => ({
      price,
      sold: sum(
        basis.sales
          .filter((sale) => compare(decimal(sale.unitPrice), decimal(price)) === 0)
          .map((sale) => decimal(sale.quantity)),
      ),
    }))
    .toSorted((a, b) => compare(b.sold, a.sold) || compare(decimal(a.price), decimal(b.price)));
  const best = ranked[0];
  if (!best) return err({ kind: "nothing_to_compare" });
  const { profit, carriage, taxes } = basis.deductions;
  const unit = [profit, carriage, taxes].map(decimal).reduce(subtract, decimal(best.price));
  return ok({
    amount: multiply(unit, decimal(basis.quantity)),
    formula: `(${best.price} − ${profit} − ${carriage} − ${taxes}) × ${basis.quantity}`,
  });
}
