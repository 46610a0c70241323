import { authorise } from "@/application/actor";
import type { ActivationRecord, RuleVersionRecord } from "@/application/rule-record";
import { hitFactsSchema } from "@/contracts/rules";
import type { BacktestView, RuleVersionView, RuleView } from "@/contracts/views/rule";
import { MOST } from "./counted";
import type { RuleBacktest, RuleHit } from "./generated/client";
import { linkHolder } from "./people";
import { authors, toActivation, toBacktest, toRule, toVersion } from "./rule-rows";
import { ruleSwitches } from "./rule-switches";
import type { Scope } from "./scope";

const MOST_HITS = 50;
const latest = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }] };

/** A rule with its versions, backtests, activations and last hits. */
export async function getRule(scope: Scope, id: string): Promise<RuleView | null> {
  const { db, organisationId, world, actor } = scope;
  const row = await db.riskRule.findFirst({
    where: { organisationId, id },
    include: {
      versions: { orderBy: { number: "desc" }, include: { ...authors, backtests: latest } },
      activations: latest,
      hits: { ...latest, take: MOST_HITS },
    },
  });
  if (!row) return null;
  const today = world.today();
  const activations = row.activations.map(toActivation);
  const shadow = await shadowHits(
    scope,
    row.versions.map((each) => each.id),
  );
  const versions = row.versions.map((each) => {
    const version = toVersion(each);
    return {
      version,
      view: toVersionView(version, { each, activations, today, shadowHits: shadow.get(version.id) ?? 0 }),
    };
  });
  const numberOf = (versionId: string | null) =>
    versions.find(({ version }) => version.id === versionId)?.version.number;
  const [last] = versions;
  const [tested] = row.versions[0]?.backtests ?? [];
  const off = (await ruleSwitches(scope).switches()).find(({ kind, value }) => kind === "rule" && value === row.code);
  const current = activations.find(({ fromDay }) => fromDay <= today);
  const inForce = numberOf(current?.versionId ?? null);
  const lists = await db.namedList.findMany({ where: { organisationId }, distinct: ["name"], select: { name: true } });
  const mayApprove = authorise(actor, "approve_rule").ok;
  const entered = new Set(activations.flatMap(({ versionId, fromDay }) => (fromDay <= today ? [versionId] : [])));
  return {
    id,
    code: row.code,
    origin: toRule(row).origin,
    isOff: off !== undefined,
    offReason: off?.reason ?? null,
    versions: versions.map(({ view }) => view),
    backtest: tested && last ? toBacktestView(tested, last.version.number) : null,
    hits: row.hits.map((hit) => toHit(hit, numberOf(hit.versionId) ?? 0)),
    history: activations.map(({ kind, versionId, fromDay, at, byName, reason }) => ({
      kind,
      version: numberOf(versionId) ?? null,
      from: fromDay,
      at: at.toISOString(),
      by: byName,
      reason,
    })),
    lists: lists.map(({ name }) => name).sort(),
    canEdit: authorise(actor, "propose_rule").ok,
    canApprove: mayApprove && last !== undefined && (await isOther(scope, last.version)),
    canRollBack:
      mayApprove &&
      inForce !== undefined &&
      versions.some(({ version }) => version.number < inForce && entered.has(version.id)),
    canRetire: mayApprove && activations[0]?.versionId != null,
    canSwitch: authorise(actor, "switch_rule").ok,
  };
}

/** A backtest of an authority's own rule. */
export async function getBacktest({ db, organisationId }: Scope, id: string): Promise<BacktestView | null> {
  const row = await db.ruleBacktest.findFirst({ where: { organisationId, id }, include: { version: true } });
  return row && toBacktestView(row, row.version.number);
}

function toBacktestView(row: RuleBacktest, version: number): BacktestView {
  const { id, at, ranByName, result, resultHash } = toBacktest(row);
  return { id, version, at: at.toISOString(), ranBy: ranByName, resultHash, result: result as BacktestView["result"] };
}

/** How far a version is on a day; an approved one by the activations, the latest first. */
export function stateOf(
  { id, state }: RuleVersionRecord,
  activations: readonly ActivationRecord[],
  today: string,
): RuleVersionView["state"] {
  if (state !== "approved") return state;
  const current = activations.find(({ fromDay }) => fromDay <= today);
  if (current?.versionId === id) return "active";
  // What was written last for a day that is ahead still waits for it.
  return activations[0]?.versionId === id ? "approved" : "retired";
}

function toVersionView(
  version: RuleVersionRecord,
  {
    each,
    activations,
    today,
    shadowHits: shadow,
  }: {
    readonly each: { readonly reason: string | null; readonly backtests: readonly RuleBacktest[] };
    readonly activations: readonly ActivationRecord[];
    readonly today: string;
    readonly shadowHits: number;
  },
): RuleVersionView {
  const { id, number, content, author, checks, shadowSince, createdAt } = version;
  const approval = activations.find(({ versionId, kind }) => versionId === id && kind !== "rollback");
  return {
    id,
    number,
    state: stateOf(version, activations, today),
    content,
    author: author.name,
    approvedBy: approval?.byName ?? null,
    from: approval?.fromDay ?? null,
    shadowSince: shadowSince?.toISOString() ?? null,
    checks,
    reason: each.reason,
    backtests: each.backtests.map((row) => ({
      id: row.id,
      version: number,
      at: row.at.toISOString(),
      ranBy: row.ranByName,
      resultHash: row.resultHash,
      hits: row.hits,
      stopped: row.stopped,
    })),
    shadowHits: shadow,
    createdAt: createdAt.toISOString(),
  };
}

/** Hits in shadow by version, none counted further than they are shown. */
async function shadowHits(
  { db, organisationId }: Scope,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<readonly { id: string; count: number }[]>`
    select v.id::text as id, (select count(*)::int from (
      select from rule_hit h where h.organisation_id = ${organisationId}::uuid and h.version_id = v.id and h.is_shadow
      limit ${MOST}) found) as count
    from unnest(${[...versionIds]}::uuid[]) as v(id)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function toHit({ id, isShadow, isSelected, shipmentId, facts, at }: RuleHit, version: number) {
  return { id, version, isShadow, isSelected, shipmentId, facts: hitFactsSchema.parse(facts), at: at.toISOString() };
}

/** Whether nobody who wrote a part of it is, or let in, or was let in by, who looks. */
async function isOther({ db, actor }: Scope, version: RuleVersionRecord): Promise<boolean> {
  const holder = await linkHolder({ db }, actor.id);
  return version.authors.every(({ id, linkedBy }) => id !== actor.id && linkedBy !== actor.id && id !== holder);
}
