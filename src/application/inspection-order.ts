import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import type { DeclarationLine } from "@/domain/declaration/declaration";
import type { Check, CheckedItem, Ground } from "@/domain/inspection/check";
import { goodsMark } from "@/domain/inspection/goods-mark";
import { type Repeat, repeatOf } from "@/domain/inspection/repeat";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { bothEndsLines } from "./both-ends";
import type { InspectionScope } from "./inspection-record";
import type { Transaction, World } from "./ports";
import type { ReviewCaseRecord } from "./review-record";

interface Wanted {
  readonly line: number;
  readonly check: Check;
  readonly grounds: readonly Ground[];
}

/**
 * Orders an inspection of the goods of a case, item by item. What was looked at before is not asked again unless the
 * officer names the line; what gate one has looked at gate two does not repeat, named or not, unless there is a ground.
 * Goods that are supervised at both ends are looked at whole with every order. Null when nothing is left to look at.
 */
export async function orderInspectionOf(
  tx: Transaction,
  world: World,
  actor: Actor,
  { reviewCase, reasons, scope }: { reviewCase: ReviewCaseRecord; reasons: readonly string[]; scope: InspectionScope },
): Promise<Result<string | null, Failure>> {
  const { organisationId, shipmentId, clearanceId, declarationId, stage, id: caseId } = reviewCase;
  const declaration = await tx.declarations.get(declarationId);
  const all = (declaration?.content.lines ?? []).map((line) => line.number);
  const bothEnds = await bothEndsLines(tx, world, reviewCase);
  const chosen = chooseItems(scope, {
    all,
    bothEnds,
    stage,
    earlier: await tx.inspectionItems.checked(shipmentId),
    day: world.today(),
  });
  if (!chosen.ok) return chosen;
  const items = chosen.value;
  if (items.length === 0) return ok(null);
  const lines = [...new Set(items.map(({ line }) => line))];
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
  const about = { organisationId: actor.organisationId, inspectionId: id, shipmentId, stage };
  const marks = new Map((declaration?.content.lines ?? []).map((line) => [line.number, markOf(line)]));
  await tx.inspectionItems.order(
    items.map((item) => ({
      ...{ ...about, ...item, id: world.newId(), sourceOrganisationId: organisationId },
      mark: marks.get(item.line) ?? null,
    })),
  );
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "inspection_ordered",
    actor: actor.id,
    stage,
    subject: id,
    facts: { lines: lines.join(","), reasons: reasons.join(",") },
  });
  return ok(id);
}

function markOf({ description, commodityCode, quantity, unit, origin }: DeclarationLine): string {
  return goodsMark({
    description: description.value,
    commodityCode: commodityCode.value,
    quantity: quantity.value,
    unit: unit?.value ?? null,
    origin: origin.value,
  });
}

interface Known {
  readonly all: readonly number[];
  readonly bothEnds: readonly number[];
  readonly stage: Stage;
  readonly earlier: readonly CheckedItem[];
  readonly day: LocalDate;
}

/** The items of an order; refused where a named line was looked at by gate one and nothing is a ground to repeat it. */
function chooseItems(scope: InspectionScope, known: Known): Result<readonly Wanted[], Failure> {
  if (scope.ground && !scope.note?.trim())
    return err({ kind: "invalid_input", pointer: "/note", fault: "ground_unexplained" });
  const items: Wanted[] = [];
  for (const wanted of wantedOf(scope, known)) {
    const repeat = repeatNow(wanted, scope, known);
    if (repeat.kind === "not_repeated" && scope.lines)
      return err({
        kind: "invalid_input",
        pointer: "/lines",
        fault: "inspected_before",
        parameters: { line: String(wanted.line), on: repeat.on, until: repeat.validUntil ?? "–" },
      });
    if (repeat.kind !== "not_repeated")
      items.push({ ...wanted, grounds: repeat.kind === "repeated" ? repeat.grounds : [] });
  }
  return ok(items);
}

function repeatNow({ line, check }: Pick<Wanted, "line" | "check">, scope: InspectionScope, known: Known): Repeat {
  const { bothEnds, stage, earlier: items, day } = known;
  if (stage !== "domestic_distribution") return { kind: "first" };
  const stated = scope.ground ? [scope.ground] : [];
  return repeatOf({ line, check, items, isBothEnds: bothEnds.includes(line), stated, day });
}

function wantedOf(scope: InspectionScope, { all, bothEnds, earlier, stage }: Known) {
  const lines = scope.lines ? all.filter((line) => scope.lines?.includes(line)) : all;
  const checks: readonly Check[] = scope.checks && scope.checks.length > 0 ? [...new Set(scope.checks)] : ["physical"];
  const wanted = lines.flatMap((line) => {
    const ofLine = new Set<Check>(checks.filter((check) => check !== "both_ends"));
    if (bothEnds.includes(line)) ofLine.add("both_ends");
    return [...ofLine].map((check) => ({ line, check }));
  });
  // What this gate has done is done again only where the officer names it, or the goods are described differently since.
  if (scope.lines || scope.ground) return wanted;
  const done = earlier.filter((item) => item.stage === stage && !item.isAmended);
  return wanted.filter(({ line, check }) => !done.some((item) => item.line === line && item.check === check));
}
