import { z } from "zod";
import { controlProfileSchema, inspectionCheckSchema, requirementRuleSchema } from "@/contracts/reference";
import { type PlanView, planView } from "@/contracts/views/plan";
import { REGIMES } from "@/domain/declaration/declaration";
import { CHECKS, type CheckedItem, SEAL_STATES } from "@/domain/inspection/check";
import { routingPlan } from "@/domain/inspection/plan";
import { supervisionFound } from "@/domain/selectivity/hard-rules";
import type { LocalDate } from "@/domain/shared/local-date";
import type { RiskAssessment } from "./generated/client";
import { amendedSince, checkedOf } from "./inspection-item-repository";
import { blindOf } from "./review-blind";
import { ofVisibleShipment, type Scope, visibleShipment } from "./scope";

/**
 * The plan of a shipment for everybody who sees it, on the day of today; null for who does not. Who takes a second look
 * at one of its cases sees the plan as if nothing had been looked at.
 */
export async function plan(scope: Scope, shipmentId: string): Promise<PlanView | null> {
  const { db, world } = scope;
  const shipment = await db.shipment.findFirst({
    where: { id: shipmentId, ...visibleShipment(scope) },
    include: {
      goodsLines: { orderBy: { number: "asc" } },
      requirements: { where: { state: "verified" } },
      riskAssessments: { orderBy: { assessedAt: "asc" } },
      clearances: { where: { state: "released" }, select: { stage: true } },
    },
  });
  if (!shipment) return null;
  const day = world.today();
  const isLodged = (await db.declaration.count({ where: { shipmentId, ...ofVisibleShipment(scope) } })) > 0;
  const isBlind = (await blindOf(scope)).some((each) => each.shipmentId === shipmentId);
  const lines = isLodged
    ? shipment.goodsLines.map(({ number, description, commodityCode, origin }) => ({
        ...{ number, description, commodityCode, origin },
      }))
    : [];
  const { requirementRules, checkRules, controlProfiles } = await rulesOf(scope);
  const items = isBlind ? [] : await checkedFor(scope, shipment.organisationId, shipmentId);
  const bothEnds = shipment.riskAssessments.flatMap((risk) => bothEndsOf(risk, lines, controlProfiles, world.dayOf));
  const planned = routingPlan({
    regime: z.enum(REGIMES).parse(shipment.regime),
    ...{ lines, day, requirementRules, checkRules, items },
    bothEnds: [...new Set(bothEnds)],
    released: isBlind ? [] : shipment.clearances.map(({ stage }) => stage),
    verified: shipment.requirements.map(({ stage, code, updatedAt }) => ({ stage, code, on: world.dayOf(updatedAt) })),
  });
  return planView.parse({
    day,
    lines: lines.map(({ number, description, commodityCode }) => ({ line: number, description, commodityCode })),
    items: planned,
  });
}

function bothEndsOf(
  { hardRules, assessedAt }: RiskAssessment,
  lines: Parameters<typeof supervisionFound>[1],
  profiles: Parameters<typeof supervisionFound>[2],
  dayOf: (instant: Date) => LocalDate,
): readonly number[] {
  const codes = z.array(z.string()).parse(hardRules);
  return supervisionFound(codes, lines, profiles, dayOf(assessedAt))
    .filter(({ nodes }) => nodes.includes("inspection_at_both_ends"))
    .flatMap((found) => found.lines);
}

async function rulesOf({ db }: Scope) {
  const rows = await db.referenceFact.findMany({
    where: { kind: { in: ["requirement_rule", "inspection_check", "control_profile"] } },
    orderBy: { id: "asc" },
    select: { kind: true, fact: true },
  });
  const facts = <T>(kind: string, schema: z.ZodType<T>) =>
    z.array(schema).parse(rows.filter((row) => row.kind === kind).map((row) => row.fact));
  return {
    requirementRules: facts("requirement_rule", requirementRuleSchema),
    checkRules: facts("inspection_check", inspectionCheckSchema),
    controlProfiles: facts("control_profile", controlProfileSchema),
  };
}

/** What was looked at: the authority knows its inspections; whose goods they are is shown the results of their items. */
async function checkedFor(scope: Scope, ownerId: string, shipmentId: string): Promise<readonly CheckedItem[]> {
  const { db, organisationId, world } = scope;
  const isAmended = await amendedSince(scope, shipmentId);
  if (organisationId !== ownerId) {
    const rows = await db.inspection.findMany({
      where: { organisationId, shipmentId, state: "recorded", kind: "inspection" },
      include: { items: { include: { result: true } }, results: { select: { line: true, isIrregular: true } } },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    });
    return rows.flatMap((row) => checkedOf(row, world.dayOf, isAmended));
  }
  const rows = await db.inspectionItem.findMany({
    where: { sourceOrganisationId: organisationId, shipmentId, result: { isNot: null } },
    include: { result: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ line, check, stage, result, mark, at }) =>
    result
      ? [
          {
            ...{ line, stage, on: world.dayOf(result.at), validUntil: result.validUntil, isFlagged: false },
            isAmended: isAmended(line, mark, at),
            check: z.enum(CHECKS).parse(check),
            verdict: z.enum(["passed", "failed"]).parse(result.verdict),
            sealNumber: result.sealNumber,
            sealState: z.enum(SEAL_STATES).nullable().parse(result.sealState),
          },
        ]
      : [],
  );
}
