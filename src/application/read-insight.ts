import type { Failure } from "@/contracts/problem";
import type { InsightView } from "@/contracts/views/insight";
import { insightOf } from "@/domain/insight/insight";
import type { InsightWindow } from "@/domain/insight/rows";
import { addDays } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface InsightQuestion extends InsightWindow {
  /** Whether history that was made up counts; left out, it counts where there is no other. */
  readonly withGenerated?: boolean | undefined;
}

/**
 * The measures of an authority over a window of days, for its officers and admins: how goods were released, what was
 * found where, who was held for nothing. What became known until now counts, however long after the days.
 */
export function readInsight(
  { inTransaction, world }: Ports,
  actor: Actor,
  question: InsightQuestion,
): Promise<Result<InsightView, Failure>> {
  return inTransaction<InsightView, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "see_risk");
    return allowed.ok ? ok(await measure(tx, world, question)) : allowed;
  });
}

async function measure(
  tx: Transaction,
  world: World,
  { from, before, withGenerated }: InsightQuestion,
): Promise<InsightView> {
  const all = await tx.insight.lines({ from, before });
  const generated = all.filter(({ isGenerated }) => isGenerated).length;
  const isIncluded = withGenerated ?? generated === all.length;
  const lines = isIncluded ? all : all.filter(({ isGenerated }) => !isGenerated);
  const hits = await tx.insight.hits({ from, before });
  // Days are those of the customs office; a day more on either side holds them in every zone.
  const near = await tx.insight.passages(new Date(addDays(from, -1)), new Date(addDays(before, 1)));
  const passages = near.filter(({ to }) => {
    const day = world.dayOf(new Date(to));
    return day >= from && day < before;
  });
  const { newcomerWeeks } = await tx.policies.active();
  const insight = insightOf({ lines, hits, passages }, { from, before }, newcomerWeeks);
  return {
    from,
    before,
    generated: { lines: generated, of: all.length, isIncluded },
    ...insight,
    atShare: { ...insight.atShare, trial: await trialOf(tx) },
  };
}

async function trialOf(tx: Transaction): Promise<InsightView["atShare"]["trial"]> {
  const champion = (await tx.models.list()).find(({ state }) => state === "champion");
  if (!champion?.report) return null;
  const { triedFrom, triedBefore, tried, found, averagePrecision, recallAtFifth } = champion.report;
  return {
    ...{ version: champion.version, triedFrom, triedBefore, tried, found },
    averagePrecision: averagePrecision.value,
    recallAtFifth: recallAtFifth.value,
  };
}
