import type { LawCheck } from "@/contracts/law";
import type { Failure } from "@/contracts/problem";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { withChanges } from "@/domain/law/change";
import { type GoldenCase, type GoldenOutcome, trialsFor, tryCase } from "@/domain/law/golden-case";
import { type Impact, impactOn, type Standing } from "@/domain/law/impact";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Reference } from "@/domain/tariff/reference";
import type { Actor } from "./actor";
import type { LawBasketRecord } from "./law-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import { editable, fault } from "./propose-law";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly goldenCases: readonly GoldenCase[];
}

/** Of so many open shipments the impact is worked out; an installation with more is told so. */
const MOST_SHIPMENTS = 300;

/**
 * Tries the golden cases by the law as the basket would make it, and works out which open shipments it changes. The
 * basket is checked when every case comes out as expected or is acknowledged.
 */
export function checkLawBasket(
  { inTransaction, world, goldenCases }: Ports,
  actor: Actor,
  basketId: string,
): Promise<Result<{ state: "draft" | "checked" }, Failure>> {
  return inTransaction<{ state: "draft" | "checked" }, Failure>(actor, async (tx) => {
    const basket = await editable(tx, actor, basketId);
    if (!basket.ok) return basket;
    if (basket.value.changes.length === 0) return fault("/changes", "basket_empty");
    if (basket.value.effectiveOn <= world.today())
      return fault("/effectiveOn", "day_not_ahead", { day: basket.value.effectiveOn });
    const checks: LawCheck = {
      checkedAt: world.now().toISOString(),
      cases: [...(await tryCases(tx, basket.value, goldenCases))],
      impact: await impactOf(tx, basket.value),
    };
    const state = openFailures(checks.cases, basket.value).length === 0 ? "checked" : "draft";
    const isKept = await tx.law.save(basket.value, { state, checks });
    if (!isKept) return err({ kind: "stale_version", what: "basket" });
    await tx.audit.add("law_basket_checked", "law_basket", basketId, {
      state,
      failing: String(checks.cases.filter((each) => !each.isPassed).length),
      shipments: String(checks.impact.shipments.length),
    });
    return ok({ state });
  });
}

/** Says of a failing case that its other outcome is meant, and why. */
export function acknowledgeCase(
  inTransaction: UnitOfWork,
  actor: Actor,
  basketId: string,
  { caseId, day, reason }: { readonly caseId: string; readonly day: LocalDate; readonly reason: string },
): Promise<Result<{ state: "draft" | "checked" }, Failure>> {
  return inTransaction<{ state: "draft" | "checked" }, Failure>(actor, async (tx) => {
    const basket = await editable(tx, actor, basketId);
    if (!basket.ok) return basket;
    const { checks } = basket.value;
    const failing = checks?.cases.find((each) => each.caseId === caseId && each.day === day && !each.isPassed);
    if (!checks || !failing) return fault("/caseId", "case_not_failing");
    const others = basket.value.acknowledgements.filter((each) => each.caseId !== caseId || each.day !== day);
    const acknowledgements = [...others, { caseId, day, found: failing.found, reason, byName: actor.name }];
    const isWhole = openFailures(checks.cases, { ...basket.value, acknowledgements }).length === 0;
    const state = isWhole ? "checked" : "draft";
    const isKept = await tx.law.save(basket.value, { state, acknowledgements });
    if (!isKept) return err({ kind: "stale_version", what: "basket" });
    await tx.audit.add("law_case_acknowledged", "law_basket", basketId, { caseId, day, reason });
    return ok({ state });
  });
}

/** Every case on its days, by the law without and with the basket. */
export async function tryCases(
  tx: Transaction,
  { effectiveOn, changes }: LawBasketRecord,
  cases: readonly GoldenCase[],
): Promise<readonly GoldenOutcome[]> {
  const law = changes.map((each) => each.change);
  const codes = cases.flatMap(({ lines }) => lines.map((line) => line.commodityCode));
  const byDay = new Map<LocalDate, { readonly before: Reference; readonly after: Reference }>();
  const outcomes: GoldenOutcome[] = [];
  for (const trial of trialsFor(cases, effectiveOn)) {
    const known = byDay.get(trial.day);
    const before = known?.before ?? (await tx.reference.on(trial.day, codes));
    // A change holds from its day on; the law of earlier days is what it was.
    const both = known ?? { before, after: trial.day < effectiveOn ? before : withChanges(before, law) };
    byDay.set(trial.day, both);
    outcomes.push(tryCase(trial, both));
  }
  return outcomes;
}

/** The failing cases that nobody acknowledged with this very outcome. */
export function openFailures(
  outcomes: readonly GoldenOutcome[],
  { acknowledgements }: Pick<LawBasketRecord, "acknowledgements">,
): readonly GoldenOutcome[] {
  return outcomes.filter(
    ({ caseId, day, found, isPassed }) =>
      !isPassed && !acknowledgements.some((each) => each.caseId === caseId && each.day === day && each.found === found),
  );
}

async function impactOf(tx: Transaction, { effectiveOn, changes }: LawBasketRecord): Promise<LawCheck["impact"]> {
  const open = await tx.law.openShipments(MOST_SHIPMENTS + 1);
  const examined = open.slice(0, MOST_SHIPMENTS);
  const lodged: { readonly id: string; readonly reference: string; readonly content: DeclarationContent }[] = [];
  for (const { id, reference } of examined) {
    const declaration = await tx.declarations.latest(id);
    if (declaration) lodged.push({ id, reference, content: declaration.content });
  }
  const codes = lodged.flatMap(({ content }) => content.lines.map((line) => line.commodityCode.value));
  const before = await tx.reference.on(effectiveOn, codes);
  const law = {
    before,
    after: withChanges(
      before,
      changes.map((each) => each.change),
    ),
  };
  const shipments = lodged.flatMap(({ id, reference, content }) => {
    const impact = impactOn(content, effectiveOn, law);
    return impact ? [{ shipmentId: id, reference, ...toImpact(impact) }] : [];
  });
  return { examined: examined.length, isCut: open.length > MOST_SHIPMENTS, shipments };
}

/** As it is kept. */
function toImpact({ before, after, addedRequirements, droppedRequirements }: Impact) {
  const standing = ({ tax, issues, requirements }: Standing) => ({
    tax,
    issues: [...issues],
    requirements: [...requirements],
  });
  return {
    before: standing(before),
    after: standing(after),
    addedRequirements: [...addedRequirements],
    droppedRequirements: [...droppedRequirements],
  };
}
