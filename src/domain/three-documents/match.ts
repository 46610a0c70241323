import type { MatchContext } from "./context";
import type { Triple } from "./documents";
import { isBlocking, type RuleId, type RuleResult } from "./outcome";
import { bondedPlace, declaredLines, limits, positiveList } from "./rules-goods";
import { amountsPaid, charges, lineSums, orderSum } from "./rules-money";
import { packages, parcelNumbers, weights } from "./rules-parcel";
import { buyers, identities, payers, recipients } from "./rules-people";
import { currencies, orderNumbers, paymentTransactions, times } from "./rules-records";
import { resaleIndicators } from "./rules-risk";

type Rule = (triple: Triple, context: MatchContext) => RuleResult;

const RULES: Readonly<Record<RuleId, Rule>> = {
  M01: orderNumbers,
  M02: paymentTransactions,
  M03: orderSum,
  M04: amountsPaid,
  M05: lineSums,
  M06: currencies,
  M07: buyers,
  M08: payers,
  M09: identities,
  M10: recipients,
  M11: parcelNumbers,
  M12: packages,
  M13: weights,
  M14: declaredLines,
  M15: positiveList,
  M16: times,
  M17: limits,
  M18: bondedPlace,
  M19: charges,
  M20: resaleIndicators,
};

/**
 * Holds order, payment, waybill and declaration against one another (三单对碰): one result for every rule, in their
 * order, each with the values that it compared and the documents that state them.
 */
export function matchTriple(triple: Triple, context: MatchContext): readonly RuleResult[] {
  return Object.values(RULES).map((rule) => rule(triple, context));
}

/** What stands against declaring the order. */
export function blockingResults(results: readonly RuleResult[]): readonly RuleResult[] {
  return results.filter(isBlocking);
}

/** The risk points that an order's results come to. */
export function matchPoints(results: readonly RuleResult[]): number {
  return results.flatMap((result) => result.findings).reduce((total, each) => total + each.points, 0);
}
