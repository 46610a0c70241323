import type { Failure } from "@/contracts/problem";
import type { RegimeOutcomeView, SimulationView } from "@/contracts/views/simulation";
import { ZERO } from "@/domain/shared/decimal";
import { isLocalDate, type LocalDate } from "@/domain/shared/local-date";
import { toDecimal } from "@/domain/shared/money";
import { ok, type Result } from "@/domain/shared/result";
import { OPTIONS, type RegimeOutcome, simulateRegime } from "@/domain/simulation/simulate-regime";
import { customsValue } from "@/domain/valuation/customs-value";
import type { Actor } from "./actor";
import { knownOf } from "./ask-requirements";
import { creditStanding } from "./credit-standing";
import { toIssueView } from "./issue-view";
import type { Transaction, UnitOfWork, World } from "./ports";
import { dayFault, issuesOf, type Stated, stateNow } from "./stated-content";
import { toTaxView } from "./tax-view";

/**
 * Holds the same goods under several regimes beside each other, under the law of a day: tax, what both gates ask for,
 * clocks and the expected lane. Nothing is kept and nothing is decided.
 */
export function simulateRegimes(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
  day: LocalDate = ports.world.today(),
): Promise<Result<SimulationView, Failure>> {
  return ports.inTransaction<SimulationView, Failure>(actor, async (tx) => {
    if (!isLocalDate(day)) return dayFault("/asOf");
    const stated = await stateNow(tx, ports.world, actor, shipmentId, day);
    if (!stated.ok) return stated;
    const { documents } = stated.value.dossier;
    const outcomes = await outcomesOf(tx, stated.value, shipmentId, day);
    return ok({
      lawDate: day,
      issues: issuesOf(stated.value.content).map((issue) => toIssueView(issue, documents)),
      outcomes: outcomes.map((outcome) => toView(outcome, documents)),
    });
  });
}

async function outcomesOf(
  tx: Transaction,
  { content, dossier, quotaHeld }: Stated,
  shipmentId: string,
  day: LocalDate,
): Promise<readonly RegimeOutcome[]> {
  if (!content.ok) return [];
  const stated = content.value;
  const codes = stated.lines.map((line) => line.commodityCode.value);
  const reference = await tx.reference.on(day, codes);
  const value = customsValue(stated, reference, day);
  const { facts, shipment } = dossier;
  const authority = shipment.officeOrganisationId;
  const credit =
    authority === null
      ? { tier: "regular" as const, authorisation: null }
      : await creditStanding(tx, authority, stated, value.ok ? toDecimal(value.value.total) : ZERO, day);
  const question = {
    content: stated,
    facts,
    reference,
    day,
    known: knownOf(stated, facts, shipment.consumer?.name ?? null),
    quotaHeld,
    earlierShipmentsOfBuyer: await tx.shipments.countByBuyer(stated.buyer.value, shipmentId),
    credit,
  };
  return OPTIONS.map((option) => simulateRegime(question, option));
}

function toView(
  { option, assessment, issues, preferredLines, requirements, clocks, supervision, lane }: RegimeOutcome,
  documents: Stated["dossier"]["documents"],
): RegimeOutcomeView {
  const shown = (list: RegimeOutcome["requirements"]["bonded_exit"]) =>
    list.map((each) => ({ ...each, parameters: { ...each.parameters } }));
  return {
    ...option,
    tax: assessment && toTaxView(assessment),
    issues: issues.map((issue) => toIssueView(issue, documents)),
    preferredLines: [...preferredLines],
    requirements: {
      bonded_exit: shown(requirements.bonded_exit),
      domestic_distribution: shown(requirements.domestic_distribution),
    },
    clocks: clocks.map(({ code, value, unit, citation }) => ({ code, value, unit, citation })),
    supervision: supervision.map((each) => ({ ...each, nodes: [...each.nodes], lines: [...each.lines] })),
    lane,
  };
}
