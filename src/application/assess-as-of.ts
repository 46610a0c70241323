import type { Failure } from "@/contracts/problem";
import type { LawView } from "@/contracts/views/simulation";
import { assess } from "@/domain/assessment/assess";
import { isLocalDate, type LocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import { customsValue } from "@/domain/valuation/customs-value";
import type { Actor } from "./actor";
import { toIssueView } from "./issue-view";
import type { UnitOfWork, World } from "./ports";
import { dayFault, issuesOf, stateNow } from "./stated-content";
import { toTaxView } from "./tax-view";

/**
 * Assesses what a shipment states under the law of another day: the rates, constants and exchange rates that hold on it.
 * Nothing is kept. Where the tables have no row for the day nothing is computed, and the issues say which.
 */
export function assessAsOf(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
  day: LocalDate,
): Promise<Result<LawView, Failure>> {
  return ports.inTransaction<LawView, Failure>(actor, async (tx) => {
    if (!isLocalDate(day)) return dayFault("/asOf");
    const stated = await stateNow(tx, ports.world, actor, shipmentId, day);
    if (!stated.ok) return stated;
    const { content, quotaHeld, dossier } = stated.value;
    const show = (issues: Parameters<typeof toIssueView>[0][]) =>
      issues.map((issue) => toIssueView(issue, dossier.documents));
    if (!content.ok) return ok({ lawDate: day, tax: null, issues: show([...issuesOf(content)]) });
    const reference = await tx.reference.on(day, codesOf(content.value));
    const value = customsValue(content.value, reference, day);
    if (!value.ok) return ok({ lawDate: day, tax: null, issues: show([...value.error]) });
    const assessed = assess({ content: content.value, value: value.value, reference, day, quotaHeld });
    return assessed.ok
      ? ok({ lawDate: day, tax: toTaxView(assessed.value), issues: [] })
      : ok({ lawDate: day, tax: null, issues: show([...assessed.error]) });
  });
}

function codesOf({ lines }: { readonly lines: readonly { readonly commodityCode: { readonly value: string } }[] }) {
  return lines.map((line) => line.commodityCode.value);
}
