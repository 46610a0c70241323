import { authorise } from "@/application/actor";
import type { ActivationRecord } from "@/application/rule-record";
import type { RuleRowView, RulesView } from "@/contracts/views/rule";
import { listRuleLists, listSwitches } from "./rule-list-views";
import { toActivation, toBacktest, toRule, toVersion } from "./rule-rows";
import { ruleSwitches } from "./rule-switches";
import { getBacktest, getRule, stateOf } from "./rule-view";
import type { Scope } from "./scope";

/** Rules of risk as the screens show them. */
export const rules = { list: listRules, get: getRule, backtest: getBacktest };

const DAY_MS = 86_400_000;

async function listRules(scope: Scope): Promise<RulesView> {
  const { actor } = scope;
  return {
    rules: await rowsOf(scope),
    lists: await listRuleLists(scope),
    switches: await listSwitches(scope),
    canEdit: authorise(actor, "propose_rule").ok,
    canSwitch: authorise(actor, "switch_rule").ok,
  };
}

async function rowsOf(scope: Scope): Promise<RuleRowView[]> {
  const { db, organisationId, world } = scope;
  const found = await db.riskRule.findMany({
    where: { organisationId },
    orderBy: { code: "asc" },
    include: {
      versions: { orderBy: { number: "desc" }, include: { authors: true } },
      activations: { orderBy: [{ at: "desc" }, { id: "desc" }] },
    },
  });
  const since = (days: number) => new Date(world.now().getTime() - days * DAY_MS);
  const counted = async (days: number) =>
    new Map(
      (
        await db.ruleHit.groupBy({
          by: ["ruleId"],
          where: { organisationId, at: { gte: since(days) } },
          _count: { _all: true },
        })
      ).map((row) => [row.ruleId, row._count._all]),
    );
  const [hits7, hits30] = [await counted(7), await counted(30)];
  const tests = await db.ruleBacktest.findMany({
    where: { organisationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    distinct: ["versionId"],
  });
  const off = new Set(
    (await ruleSwitches(scope).switches()).flatMap(({ kind, value }) => (kind === "rule" ? [value] : [])),
  );
  return found.flatMap((row) => {
    const activations = row.activations.map(toActivation);
    const versions = row.versions.map(toVersion);
    const [latest] = versions;
    if (!latest) return [];
    const shown = versions.find(({ id }) => id === currentOf(activations, world.today())?.versionId) ?? latest;
    const tested =
      tests.find(({ versionId }) => versionId === latest.id) ?? tests.find(({ versionId }) => versionId === shown.id);
    const stated = (version: typeof latest) => stateOf(version, activations, world.today());
    return [
      {
        id: row.id,
        code: row.code,
        title: shown.content.title,
        titleZh: shown.content.titleZh,
        lane: shown.content.lane,
        origin: toRule(row).origin,
        state: stated(shown),
        version: shown.number,
        next: latest.id === shown.id ? null : { version: latest.number, state: stated(latest) },
        hits7: hits7.get(row.id) ?? 0,
        hits30: hits30.get(row.id) ?? 0,
        precision: tested ? toBacktest(tested).result.precision : null,
        lastBacktest: tested?.at.toISOString() ?? null,
        isOff: off.has(row.code),
      },
    ];
  });
}

/** Of the activations, the latest first, the one that counts on a day. */
function currentOf(activations: readonly ActivationRecord[], day: string): ActivationRecord | undefined {
  return activations.find(({ fromDay }) => fromDay <= day);
}
