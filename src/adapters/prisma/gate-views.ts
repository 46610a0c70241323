import { baseCurrencyOfStep, currencyOfStep } from "@/application/tax-record";
import type { TaxView } from "@/contracts/views/declaration";
import type {
  ClearanceView,
  RequirementView,
  RiskView,
  ShipmentRowView,
  ShipmentView,
} from "@/contracts/views/shipment";
import { EXCHANGE_STATES, type ExchangeState, isReleased, profileOf } from "@/domain/exchange/message-state";
import { type BookBlocker, releaseBlockers } from "@/domain/release/release-order";
import { isSecured, outstanding, securedBy } from "@/domain/release/security";
import { passesSince } from "@/domain/review/decision";
import { isOfHistory, publicCause } from "@/domain/selectivity/public-cause";
import type {
  AuthorityMessage,
  BenefitUse,
  Clearance,
  Decision,
  Payment,
  Requirement,
  ReviewCase,
  RiskAssessment,
  RiskContribution,
  TaxAssessment,
  TaxLine,
} from "./generated/client";

type Waiver = Pick<BenefitUse, "declarationId" | "amount">;

interface GateRows {
  readonly clearances: readonly (Clearance & { readonly benefitUses: readonly Waiver[] })[];
  readonly requirements: readonly Requirement[];
  /** With the declaration that each was about. */
  readonly decisions: readonly (Decision & { readonly case: Pick<ReviewCase, "declarationId" | "reopenedAt"> })[];
  readonly payments: readonly Payment[];
  readonly riskAssessments: readonly RiskAssessment[];
  readonly assessments: readonly TaxAssessment[];
  /** What of the account books stands between the goods and their first release. */
  readonly bookBlocker: BookBlocker | null;
  /** What was stated through a channel whose word is binding. */
  readonly authorityMessages: readonly Pick<AuthorityMessage, "declarationId" | "state" | "status" | "syntax">[];
}

const ORDER = ["bonded_exit", "domestic_distribution"];

/** The two gates with their state, lane and what their release waits for. */
export function toClearanceViews(rows: GateRows): ClearanceView[] {
  const exit = rows.clearances.find((each) => each.stage === "bonded_exit");
  return [...rows.clearances]
    .sort((a, b) => ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage))
    .map((clearance) => ({
      id: clearance.id,
      stage: clearance.stage,
      state: clearance.state,
      lane: clearance.lane,
      openedAt: clearance.openedAt?.toISOString() ?? null,
      releasedAt: clearance.releasedAt?.toISOString() ?? null,
      waitingFor: waitingFor(clearance, exit, rows),
    }));
}

function waitingFor(clearance: Clearance, exit: Clearance | undefined, rows: GateRows): string[] {
  if (clearance.state === "released" || clearance.state === "refused") return [];
  // What was withdrawn keeps its declaration on record, and waits for the next version and nothing else.
  if (clearance.stage === "bonded_exit" && (clearance.declarationId === null || clearance.state === "documented"))
    return ["lodge"];
  if (clearance.openedAt === null) return ["bonded_exit_not_released"];
  const passed = rows.decisions.filter(
    (decision) =>
      decision.clearanceId === clearance.id &&
      decision.case.declarationId === clearance.declarationId &&
      passesSince([decision], decision.case.reopenedAt).length > 0,
  );
  return [
    ...releaseBlockers({
      stage: clearance.stage,
      state: clearance.state,
      requirements: rows.requirements.filter((each) => each.clearanceId === clearance.id),
      isTaxSecured: isTaxSecured(rows, clearance.declarationId),
      isReleasedByAuthority: rows.authorityMessages
        .filter(({ declarationId }) => declarationId === clearance.declarationId)
        .every((each) => isReleased(profileOf(each), toState(each.state), each.status)),
      isFirstGateReleased: exit?.state === "released",
      bookBlocker: rows.bookBlocker,
      needsTwoOfficers: rows.riskAssessments.some(
        (risk) =>
          risk.clearanceId === clearance.id && risk.declarationId === clearance.declarationId && risk.needsTwoOfficers,
      ),
      officersPassed: new Set(passed.map((decision) => decision.officerId)).size,
    }),
  ];
}

/** Where a declaration stands: one that was lodged is at rest as `documented` only when it was withdrawn. */
export function declarationState(
  version: number | undefined,
  clearances: readonly Pick<Clearance, "stage" | "state">[],
): ShipmentRowView["declarationState"] {
  if (version === undefined) return "draft";
  const exit = clearances.find(({ stage }) => stage === "bonded_exit");
  return exit?.state === "documented" ? "withdrawn" : "lodged";
}

function toState(text: string): ExchangeState {
  return EXCHANGE_STATES.find((each) => each === text) ?? "failed";
}

function isTaxSecured(rows: GateRows, declarationId: string | null): boolean {
  const tax = rows.assessments.find((each) => each.declarationId === declarationId);
  return tax !== undefined && isSecured(tax.total.toFixed(2), heldFor(rows, tax.declarationId));
}

/** What secures the declaration now, without what was given back, and with what credit lets go. */
function heldFor({ payments, clearances }: Pick<GateRows, "payments" | "clearances">, declarationId: string) {
  const held = payments.filter((each) => each.declarationId === declarationId && each.releasedAt === null);
  const waivers = clearances.flatMap(({ benefitUses }) => benefitUses);
  return [
    ...held.map(({ kind, amount }) => ({ kind, amount: amount.toFixed(2) })),
    ...waivers
      .filter((each) => each.declarationId === declarationId)
      .map(({ amount }) => ({ kind: "guarantee" as const, amount: amount?.toFixed(2) ?? "0" })),
  ];
}

/** The tax of a lodged declaration with all its steps. */
export function toTaxView(
  row: TaxAssessment & { lines: TaxLine[] },
  securing: Pick<GateRows, "payments" | "clearances">,
): TaxView {
  const total = row.total.toFixed(2);
  const held = heldFor(securing, row.declarationId);
  return {
    currency: row.currency,
    lawDate: row.lawDate,
    customsValue: row.customsValue.toFixed(2),
    duty: row.duty.toFixed(2),
    consumptionTax: row.consumptionTax.toFixed(2),
    vat: row.vat.toFixed(2),
    total,
    steps: row.lines.map((line) => ({
      baseCurrency: baseCurrencyOfStep(
        { ...line, base: line.base.toFixed(2), amount: line.amount.toFixed(2) },
        row.currency,
      ),
      line: line.line,
      kind: line.kind as TaxView["steps"][number]["kind"],
      currency: currencyOfStep(line, row.currency),
      base: line.base.toFixed(2),
      rate: line.rate,
      formula: line.formula,
      amount: line.amount.toFixed(2),
      citation: line.citation,
      validFrom: line.validFrom,
    })),
    secured: securedBy(total, held),
    outstanding: outstanding(total, held),
  };
}

/** A requirement with its reason, its source and what met it. */
export function toRequirementView(row: Requirement): RequirementView {
  const { id, stage, code, state, reason, citation, asksPaper, evidenceReference } = row;
  return {
    id,
    stage,
    code,
    state,
    reason,
    parameters: row.parameters as Record<string, string>,
    citation,
    asksPaper,
    evidence: evidenceReference,
  };
}

/**
 * A risk assessment as its reader may see it. The authority sees all of it. Who declared sees every point that their own
 * papers made, with its fact, and the sum of those. What the authority's history and models add is one factor without a
 * number, for whoever sees the number can try out values until it falls; whether a rule, an alert, a switch, chance or
 * the model asked for the look, and what was drawn, stays with the authority.
 */
export function toRiskView(
  row: RiskAssessment & { contributions: RiskContribution[] },
  isAuthority: boolean,
): RiskView {
  const contributions = row.contributions.map(({ factor, points, evidence, parameters }) => ({
    factor,
    points,
    evidence,
    parameters: parameters as Record<string, string>,
  }));
  const seen = {
    clearanceId: row.clearanceId,
    stage: row.stage,
    scorecardVersion: row.scorecardVersion,
    lane: row.lane,
    needsTwoOfficers: row.needsTwoOfficers,
    assessedAt: row.assessedAt.toISOString(),
  };
  if (isAuthority)
    return {
      ...seen,
      score: row.score,
      laneCause: row.laneCause,
      randomDraw: { seed: row.seed, value: row.drawValue, share: row.randomShare },
      contributions,
      modelVersion: row.modelVersion,
      policyVersion: row.policyVersion,
      probability: row.probability,
      isReplayable: row.decisionHash !== null,
    };
  const ofHistory = contributions.filter(isOfHistory);
  return {
    ...seen,
    score: ofHistory.reduce((rest, { points }) => rest - points, row.score),
    laneCause: publicCause(row.laneCause, contributions),
    randomDraw: null,
    contributions: [
      ...contributions.filter((each) => !isOfHistory(each)),
      ...(ofHistory.length > 0 ? [{ factor: "model", points: null, evidence: "history", parameters: {} }] : []),
    ],
    modelVersion: null,
    policyVersion: null,
    probability: null,
    isReplayable: false,
  };
}

/** The release orders of both gates. */
export function toReleaseOrders(
  rows: readonly { id: string; stage: "bonded_exit" | "domestic_distribution"; number: string; issuedAt: Date }[],
): ShipmentView["releaseOrders"] {
  return rows.map(({ id, stage, number, issuedAt }) => ({ id, stage, number, issuedAt: issuedAt.toISOString() }));
}
