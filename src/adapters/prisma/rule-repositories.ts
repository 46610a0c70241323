import type { Transaction } from "@/application/ports";
import type { EvaluatedVersion, RuleHitRecord, RulesInForce } from "@/application/rule-record";
import type { LocalDate } from "@/domain/shared/local-date";
import { Prisma } from "./generated/client";
import {
  authors,
  type Json,
  listFields,
  toActivation,
  toBacktest,
  toJson,
  toList,
  toRule,
  toVersion,
} from "./rule-rows";
import { ruleSwitches } from "./rule-switches";
import type { Scope } from "./scope";

/** Rules of risk: what is written of them, and what is evaluated on a day. */
export function ruleRepositories(scope: Scope): Pick<Transaction, "rules"> {
  const { db, organisationId } = scope;
  const latest = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }] };
  return {
    rules: {
      ...ruleSwitches(scope),
      ...listStore(scope),
      lock: async () => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rules of ${organisationId}`}, 0))`;
      },
      get: async (id) => {
        const row = await db.riskRule.findFirst({ where: { organisationId, id } });
        return row && toRule(row);
      },
      byCode: async (code) => {
        const row = await db.riskRule.findFirst({ where: { organisationId, code } });
        return row && toRule(row);
      },
      add: async (rule) => {
        await db.riskRule.create({ data: { ...rule, createdAt: scope.world.now() } });
      },
      versions: async (ruleId) => {
        const rows = await db.riskRuleVersion.findMany({
          where: { organisationId, ruleId },
          include: authors,
          orderBy: { number: "desc" },
        });
        return rows.map(toVersion);
      },
      addVersion: async ({ author, content, checks: _none, lists, ...version }) => {
        await db.riskRuleVersion.create({
          data: {
            ...version,
            content: toJson(content),
            lane: content.lane,
            lists: [...lists],
            author: author.id,
            authorName: author.name,
            authorLinkedBy: author.linkedBy,
          },
        });
        await writtenBy(scope, version.id, author);
      },
      save: async ({ id, revision }, { content, checks, lists, writtenBy: writer, ...change }) => {
        const { count } = await db.riskRuleVersion.updateMany({
          where: { organisationId, id, revision },
          data: {
            ...change,
            ...(content ? { content: toJson(content), lane: content.lane } : {}),
            ...(checks === undefined ? {} : { checks: checks === null ? Prisma.DbNull : toJson(checks) }),
            ...(lists ? { lists: [...lists] } : {}),
            revision: { increment: 1 },
          },
        });
        if (count === 1 && writer) await writtenBy(scope, id, writer);
        return count === 1;
      },
      addBacktest: async ({ result, ...record }) => {
        const { hits, declarations, stopped } = result;
        await db.ruleBacktest.create({ data: { ...record, hits, declarations, stopped, result: toJson(result) } });
      },
      lastBacktest: async (versionId) => {
        const row = await db.ruleBacktest.findFirst({ where: { organisationId, versionId }, ...latest });
        return row && toBacktest(row);
      },
      activations: async (ruleId) =>
        (await db.ruleActivation.findMany({ where: { organisationId, ruleId }, ...latest })).map(toActivation),
      activate: async (activation) => {
        await db.ruleActivation.create({ data: activation });
      },
      addHits: async (hits) => {
        await db.ruleHit.createMany({ data: hits.map(toHitRow) });
      },
      inForce: (authorityId, day) => inForce(scope, authorityId, day),
    },
  };
}

async function writtenBy(
  { db, organisationId }: Scope,
  versionId: string,
  author: { id: string; linkedBy: string | null },
) {
  await db.riskRuleAuthor.createMany({
    data: [{ organisationId, versionId, author: author.id, linkedBy: author.linkedBy ?? "" }],
    skipDuplicates: true,
  });
}

function toHitRow({ source, facts, ...hit }: RuleHitRecord) {
  return {
    ...hit,
    facts: toJson(facts) as Json,
    sourceOrganisationId: source?.organisationId ?? null,
    shipmentId: source?.shipmentId ?? null,
    clearanceId: source?.clearanceId ?? null,
  };
}

function listStore({ db, organisationId, world }: Scope) {
  return {
    lists: async (names?: readonly string[]) => {
      const rows = await db.namedList.findMany({
        where: { organisationId, state: "current", ...(names ? { name: { in: [...names] } } : {}) },
        orderBy: [{ settledAt: "asc" }, { number: "asc" }],
      });
      return new Map(rows.map((row) => [row.name, new Set(row.entries)]));
    },
    listsSettledAt: async (names: readonly string[]) => {
      const where = { organisationId, state: "current", name: { in: [...names] } };
      return (await db.namedList.aggregate({ where, _max: { settledAt: true } }))._max.settledAt;
    },
    list: async (id: string) => {
      const row = await db.namedList.findFirst({ where: { organisationId, id } });
      return row && toList(row);
    },
    countOfList: (name: string) => db.namedList.count({ where: { organisationId, name } }),
    isListInUse: async (name: string) => {
      const rows = await db.$queryRaw<
        { used: boolean }[]
      >`select is_list_in_use(${organisationId}::uuid, ${name}) as used`;
      return rows[0]?.used === true;
    },
    addList: async (list: Parameters<typeof listFields>[0]) => {
      await db.namedList.create({ data: listFields(list) });
    },
    settleList: async (
      id: string,
      state: "current" | "rejected",
      by: { readonly id: string; readonly name: string },
    ) => {
      const { count } = await db.namedList.updateMany({
        where: { organisationId, id, state: "proposed" },
        data: { state, approvedBy: by.id, approvedByName: by.name, settledAt: world.now() },
      });
      return count === 1;
    },
  };
}

/** Of the activations whose day has come the last one counts; what is in shadow is evaluated beside it. */
async function inForce(scope: Scope, authorityId: string, day: LocalDate): Promise<RulesInForce> {
  const { db, organisationId } = scope;
  const none: RulesInForce = { versions: [], lists: new Map(), switches: [] };
  // Another's rules are not there; row security says so too.
  if (authorityId !== organisationId) return none;
  const current = await db.$queryRaw<{ version_id: string | null }[]>`
    select distinct on (rule_id) version_id from rule_activation
    where organisation_id = ${organisationId}::uuid and from_day <= ${day} order by rule_id, at desc, id desc`;
  const ids = current.flatMap(({ version_id }) => (version_id ? [version_id] : []));
  const rows = await db.riskRuleVersion.findMany({
    where: { organisationId, OR: [{ id: { in: ids } }, { state: "shadow" }] },
    include: { ...authors, rule: true },
    orderBy: [{ rule: { code: "asc" } }, { number: "asc" }],
  });
  const versions: EvaluatedVersion[] = [];
  for (const row of rows) {
    const version = toVersion(row);
    const isShadow = !ids.includes(row.id);
    const isSampled = !isShadow && version.content.rate < 100;
    const unselectedInARow = isSampled ? await unselected(scope, row.ruleId) : 0;
    versions.push({ rule: toRule(row.rule), version, isShadow, unselectedInARow });
  }
  const names = [...new Set(versions.flatMap(({ version }) => version.lists))];
  return {
    versions,
    lists: names.length > 0 ? await listStore(scope).lists(names) : new Map(),
    switches: await ruleSwitches(scope).switches(),
  };
}

/** Hits of the rule in force since one was last selected. */
async function unselected({ db, organisationId }: Scope, ruleId: string): Promise<number> {
  const last = await db.ruleHit.findFirst({
    where: { organisationId, ruleId, isShadow: false, isSelected: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  return db.ruleHit.count({
    where: { organisationId, ruleId, isShadow: false, isSelected: false, ...(last ? { at: { gt: last.at } } : {}) },
  });
}
