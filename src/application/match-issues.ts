import type { Issue, Owner } from "@/domain/declaration/issue";
import type { MatchOwner, RuleResult } from "@/domain/three-documents/outcome";
import { isBlocking } from "@/domain/three-documents/outcome";
import type { OrderRecord } from "./order-record";

const OWNERS: Readonly<Record<MatchOwner, Owner>> = {
  platform: "platform",
  payment_firm: "payment_firm",
  carrier: "carrier",
  broker: "broker",
  admin: "admin",
};

/**
 * What stands against declaring an order, one issue for each hard rule that is not met. No value of a person is in it:
 * an issue is shown and logged where those must not be. An order that was never matched, or is left out of the day, is
 * not declared either.
 */
export function matchIssues(order: OrderRecord, results: readonly RuleResult[]): readonly Issue[] {
  const blocking = results.filter(isBlocking).map((result) => issue(`match_${result.rule.toLowerCase()}`, result));
  if (order.state === "excluded") return [issue("order_excluded", null), ...blocking];
  return order.state === "waiting" ? [issue("order_unmatched", null), ...blocking] : blocking;
}

function issue(code: string, result: RuleResult | null): Issue {
  const found = result?.findings[0];
  return {
    code,
    severity: "error",
    field: result ? `match.${result.rule}` : "match",
    documentId: null,
    fieldId: null,
    owner: found ? OWNERS[found.owner] : "broker",
    parameters: { ...(found ? { reason: found.reason } : {}) },
  };
}
