import { z } from "zod";
import type { Transaction } from "@/application/ports";
import type { KeptDecision, ReviewCaseRecord } from "@/application/review-record";
import type { AssessedRisk } from "@/application/risk-record";
import { plainOf, readInputs } from "@/contracts/lane-inputs";
import { groupBy } from "@/domain/insight/rows";
import { passesSince } from "@/domain/review/decision";
import { formatDecimal } from "@/domain/shared/decimal";
import type { Decision, ReviewCase, RiskAssessment, RiskContribution } from "./generated/client";
import { openCases } from "./review-queue";
import { reviewWorkings } from "./review-workings";
import { ofVisibleShipment, type Scope } from "./scope";

const purposeSchema = z.union([z.enum(["random", "exploration"]), z.templateLiteral(["rule:", z.string()])]);
const drawsSchema = z.array(z.object({ purpose: purposeSchema, seed: z.string() }));

/** Risk assessments, the cases that they open, the officers' decisions and the release orders that follow. */
export function reviewRepositories(scope: Scope): Pick<Transaction, "risks" | "reviews" | "releases"> {
  const { db } = scope;
  return {
    risks: risks(scope),
    reviews: reviews(scope),
    releases: {
      add: async (order) => {
        await db.releaseOrder.create({ data: order });
      },
      ofClearance: (clearanceId) => db.releaseOrder.findFirst({ where: { clearanceId, ...ofVisibleShipment(scope) } }),
    },
  };
}

function risks(scope: Scope): Transaction["risks"] {
  const { db, organisationId, world, vault } = scope;
  return {
    add: async ({ contributions, hardRules, draws, inputs, ...risk }) => {
      await db.riskAssessment.create({
        data: {
          ...risk,
          hardRules: [...hardRules],
          draws: draws.map((each) => ({ ...each })),
          inputs: inputs && vault.seal(organisationId, JSON.stringify(plainOf(inputs))),
          assessedAt: world.now(),
        },
      });
      await db.riskContribution.createMany({
        data: contributions.map((each, position) => ({
          ...each,
          parameters: { ...each.parameters },
          organisationId,
          id: world.newId(),
          shipmentId: risk.shipmentId,
          assessmentId: risk.id,
          position,
        })),
      });
    },
    ofClearance: async (clearanceId) => {
      const row = await db.riskAssessment.findFirst({
        where: { clearanceId, ...ofVisibleShipment(scope) },
        orderBy: { assessedAt: "desc" },
        include: { contributions: { orderBy: { position: "asc" } } },
      });
      return row && toRisk(row, vault);
    },
  };
}

function reviews(scope: Scope): Transaction["reviews"] {
  const { db, world } = scope;
  const visible = (id: string) => ({ id, ...ofVisibleShipment(scope) });
  return {
    get: async (id) => {
      const row = await db.reviewCase.findFirst({ where: visible(id) });
      return row && toCase(row);
    },
    openOf: async (clearanceId) => {
      const row = await db.reviewCase.findFirst({ where: { clearanceId, state: "open", ...ofVisibleShipment(scope) } });
      return row && toCase(row);
    },
    ofClearance: async (clearanceId) => {
      const rows = await db.reviewCase.findMany({ where: { clearanceId, ...ofVisibleShipment(scope) } });
      return rows.map(toCase);
    },
    add: async (reviewCase) => {
      await db.reviewCase.create({ data: { ...reviewCase, openedAt: world.now() } });
    },
    claim: async (id, officerId, officerName, until) => {
      const free = { OR: [{ claimedBy: null }, { claimedBy: officerId }, { claimedUntil: { lt: world.now() } }] };
      const { count } = await db.reviewCase.updateMany({
        where: { AND: [visible(id), free, { state: "open" }] },
        data: { claimedBy: officerId, claimedByName: officerName, claimedUntil: until },
      });
      return count === 1;
    },
    unclaim: async (id, officerId) => {
      const { count } = await db.reviewCase.updateMany({
        where: { AND: [visible(id), { claimedBy: officerId }] },
        data: { claimedBy: null, claimedByName: null, claimedUntil: null },
      });
      return count === 1;
    },
    close: async (id, state) => {
      await db.reviewCase.updateMany({
        where: visible(id),
        data: { state, decidedAt: world.now(), claimedBy: null, claimedByName: null, claimedUntil: null },
      });
    },
    reopen: async (id, clock) => {
      const free = { claimedBy: null, claimedByName: null, claimedUntil: null };
      await db.reviewCase.updateMany({
        where: visible(id),
        data: { ...free, ...clock, state: "open", decidedAt: null, lane: "red", reopenedAt: world.now() },
      });
    },
    setLane: async (id, lane) => {
      await db.reviewCase.updateMany({ where: visible(id), data: { lane } });
    },
    setPriority: async (id, creditPriority) => {
      await db.reviewCase.updateMany({ where: visible(id), data: { creditPriority } });
    },
    suspend: async (id, { heldUntil, alertId }) => {
      const data = { heldUntil, alertId, claimedBy: null, claimedByName: null, claimedUntil: null };
      await db.reviewCase.updateMany({ where: visible(id), data });
    },
    postpone: async (id, dueAt) => {
      await db.reviewCase.updateMany({ where: visible(id), data: { dueAt } });
    },
    heldBy: async (alertId) => {
      const rows = await db.reviewCase.findMany({
        where: { AND: [ofVisibleShipment(scope), { alertId, state: "open" }] },
      });
      return rows.map(toCase);
    },
    queue: async () => {
      // Those that wait for nobody else: not for the broker, and not for the end of a hold.
      const open = (await openCases(scope)).filter(({ isWorkable }) => isWorkable);
      const decisions = await db.decision.findMany({
        where: { caseId: { in: open.map(({ id }) => id) } },
        select: { caseId: true, officerId: true, outcome: true, at: true },
      });
      const ofCase = groupBy(decisions, ({ caseId }) => caseId);
      return open.map(({ id, dueAt, stake, creditPriority, claimedBy, claimedUntil, reopenedAt }) => ({
        ...{ id, dueAt, creditPriority, claimedBy, claimedUntil },
        stake: formatDecimal(stake),
        passedBy: passesSince(ofCase.get(id) ?? [], reopenedAt).map((each) => each.officerId),
      }));
    },
    ...reviewWorkings(scope),
    decisions: async (caseId) => {
      const rows = await db.decision.findMany({
        where: { caseId, ...ofVisibleShipment(scope) },
        orderBy: { at: "asc" },
      });
      return rows.map(toDecision);
    },
    addDecision: async (decision) => {
      await db.decision.create({ data: { ...decision, reasons: [...decision.reasons], at: world.now() } });
    },
  };
}

function toRisk(
  { draws, inputs, ...row }: RiskAssessment & { contributions: RiskContribution[] },
  vault: Scope["vault"],
): AssessedRisk {
  return {
    ...row,
    draws: drawsSchema.parse(draws),
    inputs: inputs && readInputs(vault.open(row.organisationId, inputs)),
    hardRules: row.hardRules as string[],
    contributions: row.contributions.map(({ factor, points, evidence, parameters }) => ({
      factor,
      points,
      evidence,
      parameters: parameters as Record<string, string>,
    })),
  };
}

function toCase({ openedAt: _opened, decidedAt: _decided, stake, ...row }: ReviewCase): ReviewCaseRecord {
  return { ...row, stake: stake.toFixed(2) };
}

function toDecision(row: Decision): KeptDecision {
  return row;
}
