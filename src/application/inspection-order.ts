import { linesToInspect } from "@/domain/inspection/scope";
import type { Actor } from "./actor";
import type { InspectionScope } from "./inspection-record";
import type { Transaction, World } from "./ports";
import type { ReviewCaseRecord } from "./review-record";

/**
 * Orders an inspection of the goods of a case. What was looked at before, at either gate, is not asked again unless its
 * result is flagged or the officer names the line; null when nothing is left to look at.
 */
export async function orderInspectionOf(
  tx: Transaction,
  world: World,
  actor: Actor,
  { reviewCase, reasons, scope }: { reviewCase: ReviewCaseRecord; reasons: readonly string[]; scope: InspectionScope },
): Promise<string | null> {
  const { organisationId, shipmentId, clearanceId, declarationId, stage, id: caseId } = reviewCase;
  const declaration = await tx.declarations.get(declarationId);
  const all = (declaration?.content.lines ?? []).map((line) => line.number);
  const lines = scope.lines
    ? all.filter((line) => scope.lines?.includes(line))
    : linesToInspect(all, await tx.inspections.ofShipment(shipmentId), stage);
  if (lines.length === 0) return null;
  const id = world.newId();
  await tx.inspections.order({
    organisationId: actor.organisationId,
    id,
    kind: "inspection",
    sourceOrganisationId: organisationId,
    shipmentId,
    clearanceId,
    caseId,
    stage,
    lines,
    packages: scope.packages,
    reasons,
    team: scope.team,
    note: scope.note,
    isFlagged: false,
    state: "ordered",
    orderedBy: actor.id,
    orderedByName: actor.name,
    orderedAt: world.now(),
    findings: null,
    recordedAt: null,
  });
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "inspection_ordered",
    actor: actor.id,
    stage,
    subject: id,
    facts: { lines: lines.join(","), reasons: reasons.join(",") },
  });
  return id;
}
