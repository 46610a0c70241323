import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { backtestRule } from "@/application/backtest-rule";
import { checkRule } from "@/application/check-rule";
import { openRule, reviseRule } from "@/application/propose-rule";
import { selectivityRules } from "@/application/selectivity-rules";
import { approveRule, retireRule, rollBackRule, shadowRule } from "@/application/settle-rule";
import type { Failure } from "@/contracts/problem";
import type { RuleContent } from "@/contracts/rules";
import { applyRules } from "@/domain/risk-rules/apply-rules";
import { ok, type Result } from "@/domain/shared/result";
import { createHouse, type House, must, system } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { ruleContent, ruleOf } from "../support/rule-acts";
import { addHistory, lineOfHistory } from "../support/rule-history";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  // Ten lines: one light, nine heavy.
  await addHistory(
    house,
    Array.from({ length: 10 }, (_, index) => lineOfHistory(house, { grossKg: index === 0 ? 2 : 20 })),
  );
});
afterAll(() => house.close());

const refusal = <T>(result: Result<T, Failure>) => {
  if (result.ok) return "accepted";
  return result.error.kind === "invalid_input" ? result.error.fault : result.error.kind;
};
const newCode = () => `T-${v7().slice(-10).toUpperCase()}`;
const first = (ruleId: string, number = 1) => ({ ruleId, number });
const approve = (actor: Actor, ruleId: string, number = 1, from = house.world.today()) =>
  approveRule(house, actor, first(ruleId, number), { from, acknowledgesNoHits: false });

/** A rule of which the version is in shadow, backtested just now. */
async function shadowed(given: Partial<RuleContent> = {}): Promise<string> {
  const id = await ruleOf(house, newCode(), given);
  await toShadow(id, 1);
  return id;
}
async function toShadow(id: string, number: number): Promise<void> {
  must(await checkRule(house, house.admin, first(id, number)));
  must(await backtestRule(house, house.admin, first(id, number), {}));
  must(await shadowRule(house, house.admin, first(id, number)));
}
const rulesOn = async (day = house.world.today()) =>
  must(
    await house.inTransaction(system(house.authority), async (tx) =>
      ok(await selectivityRules(tx, house.authority, day)),
    ),
  );
const versionsOf = async (ruleId: string, day?: string) =>
  (await rulesOn(day)).rules
    .filter((rule) => rule.ruleId === ruleId)
    .map(({ version, isShadow }) => ({ version, isShadow }));
const light = { commodityCode: "9503004900", grossKg: 2, origin: "CN" };

describe("a rule", () => {
  it("goes from draft to active by two people, with a backtest and a shadow between", async () => {
    const id = await ruleOf(house, newCode());
    expect(refusal(await shadowRule(house, house.admin, first(id)))).toBe("rule_state");
    must(await checkRule(house, house.admin, first(id)));
    must(await backtestRule(house, house.admin, first(id), {}));
    const view = must(await house.queries.getRule(house.officer, id));
    expect(view?.backtest?.result).toMatchObject({ declarations: 10, hits: 1, stopped: 1, stoppedShare: 0.1 });
    expect(refusal(await approve(house.secondAdmin, id))).toBe("rule_not_in_shadow");
    must(await shadowRule(house, house.admin, first(id)));
    expect(await versionsOf(id)).toEqual([{ version: 1, isShadow: true }]);
    expect(refusal(await approve(house.admin, id))).toBe("needs_second_person");
    must(await approve(house.secondAdmin, id));
    expect(await versionsOf(id)).toEqual([{ version: 1, isShadow: false }]);
    const applied = applyRules(await rulesOn(), light, () => 0);
    expect(applied.hits.find((hit) => hit.ruleId === id)?.facts.map(({ field }) => field)).toEqual([
      "commodityCode",
      "grossKg",
    ]);
    must(await retireRule(house, house.admin, id, "It has had its day"));
    expect(await versionsOf(id)).toEqual([]);
  });

  it("begins on its day, gives way to its next version and comes back by a rollback", async () => {
    const id = await shadowed();
    must(await approve(house.secondAdmin, id));
    expect(must(await reviseRule(house, house.admin, id, ruleContent({ lane: "red" }))).number).toBe(2);
    await toShadow(id, 2);
    must(await approve(house.secondAdmin, id, 2, "2099-01-01"));
    expect(await versionsOf(id)).toEqual([{ version: 1, isShadow: false }]);
    expect(await versionsOf(id, "2099-01-01")).toEqual([{ version: 2, isShadow: false }]);
    expect(refusal(await rollBackRule(house, house.admin, id, "It stops too many"))).toBe("rule_no_version_before");
    must(await reviseRule(house, house.admin, id, ruleContent({ lane: "red" })));
    await toShadow(id, 3);
    must(await approve(house.secondAdmin, id, 3));
    expect(await versionsOf(id)).toEqual([{ version: 3, isShadow: false }]);
    must(await rollBackRule(house, house.admin, id, "It stops too many"));
    expect(await versionsOf(id)).toEqual([{ version: 1, isShadow: false }]);
    must(await retireRule(house, house.admin, id, "It has had its day"));
  });

  it.each([
    ["does not parse", { expression: "grosKg < 5" }, "expression_fault"],
    ["asks a list that is not there", { expression: 'importer in list("none")' }, "list_unknown"],
    [
      "has no case that it does not hit",
      { cases: [{ name: "light", subject: light, hits: true }] },
      "case_passing_missing",
    ],
    ["contradicts a case", { cases: [{ name: "heavy", subject: { ...light, grossKg: 9 }, hits: true }] }, "case_fails"],
  ])("that %s is not checked", async (_what, given, expected) => {
    const id = await ruleOf(house, newCode(), given);
    expect(refusal(await checkRule(house, house.admin, first(id)))).toBe(expected);
  });

  it.each([
    ["stops everything", 'commodityCode under "9503"', { commodityCode: "8518" }, "rule_stops_everything"],
    ["stops more than a fifth", "grossKg > 5", { grossKg: 1 }, "rule_stops_too_much"],
    ["hits nothing", "grossKg > 500", { grossKg: 1 }, "rule_hits_nothing"],
  ])("that %s is not activated", async (_what, expression, passing, expected) => {
    const cases = [
      { name: "hit", subject: { ...light, grossKg: 900 }, hits: true },
      { name: "passed", subject: passing, hits: false },
    ];
    const id = await shadowed({ expression, cases });
    expect(refusal(await approve(house.secondAdmin, id))).toBe(expected);
    const attempt = house.inTransaction(house.secondAdmin, async (tx) => {
      const [version] = await tx.rules.versions(id);
      const { id: by, name: byName, organisationId } = house.secondAdmin;
      await tx.rules.activate({
        ...{ organisationId, id: v7(), ruleId: id, versionId: version?.id ?? null, kind: "approval", by, byName },
        ...{ fromDay: house.world.today(), at: house.world.now(), reason: null, acknowledgesNoHits: false },
      });
      return ok(undefined);
    });
    await expect(attempt).rejects.toThrow();
  });

  it("is not activated on a backtest of last week", async () => {
    const id = await ruleOf(house, newCode());
    must(await checkRule(house, house.admin, first(id)));
    const old = { ...house.world, now: () => new Date(Date.now() - 8 * 86_400_000) };
    must(await backtestRule({ ...house, world: old }, house.admin, first(id), {}));
    must(await shadowRule(house, house.admin, first(id)));
    expect(refusal(await approve(house.secondAdmin, id))).toBe("rule_backtest_stale");
    must(await backtestRule(house, house.admin, first(id), {}));
    must(await approve(house.secondAdmin, id));
    must(await retireRule(house, house.admin, id, "It has had its day"));
  });

  it.each(["of last week", "of no day"])("is not activated past the use case on a backtest %s", async (which) => {
    const id = await ruleOf(house, newCode());
    must(await checkRule(house, house.admin, first(id)));
    const old = { ...house.world, now: () => new Date(Date.now() - 8 * 86_400_000) };
    if (which === "of last week") {
      must(await backtestRule({ ...house, world: old }, house.admin, first(id), {}));
      must(await shadowRule(house, house.admin, first(id)));
    } else {
      // No use case and no trigger lets it come so far; the activation refuses it all the same.
      await house.sql.query("alter table risk_rule_version disable trigger guard_rule_version");
      await house.sql.query("update risk_rule_version set state = 'shadow', shadow_since = now() where rule_id = $1", [
        id,
      ]);
      await house.sql.query("alter table risk_rule_version enable trigger guard_rule_version");
    }
    const activate = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.authority}, true)`;
      await db.$executeRaw`
        insert into rule_activation (organisation_id, id, rule_id, version_id, kind, from_day, at, acted_by, acted_by_name)
        select organisation_id, gen_random_uuid(), rule_id, id, 'approval', ${house.world.today()}, now(), ${house.secondAdmin.id}, 'x'
        from risk_rule_version where rule_id = ${id}::uuid`;
    });
    await expect(activate).rejects.toThrow(/not backtested within seven days/);
  });

  it("has the same backtest over the same history", async () => {
    const id = await ruleOf(house, newCode());
    must(await checkRule(house, house.admin, first(id)));
    const hashOf = async () => {
      const made = must(await backtestRule(house, house.admin, first(id), {}));
      return must(await house.queries.getBacktest(house.admin, made.id))?.resultHash;
    };
    expect(await hashOf()).toBe(await hashOf());
  });

  it("is written by no officer, broker or key, and twice under no code", async () => {
    const key = { ...house.admin, kind: "api_key" } as Actor;
    const attempt = async (actor: Actor) =>
      refusal(await openRule(house, actor, { code: newCode(), content: ruleContent() }));
    expect(await attempt(house.officer)).toBe("forbidden");
    expect(await attempt(house.broker)).toBe("forbidden");
    expect(await attempt(key)).toBe("needs_person");
    await ruleOf(house, "TWICE");
    expect(refusal(await openRule(house, house.admin, { code: "TWICE", content: ruleContent() }))).toBe(
      "rule_code_taken",
    );
  });
});

describe("the walls", () => {
  it("show a broker nothing, and take nothing from it", async () => {
    await ruleOf(house, newCode());
    const { organisationId } = house.broker;
    const seen = await house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${organisationId}, true)`;
      return db.riskRule.count();
    });
    expect(seen).toBe(0);
    const add = house.inTransaction(house.broker, async (tx) => {
      await tx.rules.add({ organisationId, id: v7(), code: "MINE", origin: "own" });
      return ok(undefined);
    });
    await expect(add).rejects.toThrow();
    const none = must(
      await house.inTransaction(house.broker, async (tx) => ok(await tx.rules.inForce(house.authority, "2099-01-01"))),
    );
    expect(none.versions).toEqual([]);
  });

  it("hold in the database what the use cases say", async () => {
    const id = await shadowed();
    const attempt = (sql: string) =>
      house.client.$transaction(async (db) => {
        await db.$executeRaw`select set_config('app.organisation', ${house.authority}, true)`;
        return db.$executeRawUnsafe(sql);
      });
    const activation = (by: string, kind = "approval") =>
      `insert into rule_activation (organisation_id, id, rule_id, version_id, kind, from_day, at, acted_by, acted_by_name)
       select organisation_id, gen_random_uuid(), rule_id, id, '${kind}', '${house.world.today()}', now(), '${by}', 'x'
       from risk_rule_version where rule_id = '${id}'`;
    for (const [sql, words] of [
      [`update risk_rule_version set content = '{}' where rule_id = '${id}'`, /changes no more/],
      [`update risk_rule_version set state = 'approved' where rule_id = '${id}'`, /does not become/],
      [`update risk_rule_version set author = 'x' where rule_id = '${id}'`, /stay/],
      [activation(house.admin.id), /second person/],
      [activation("system", "pack"), /does not come with the pack/],
      [activation("x", "rollback"), /never in force/],
      ["delete from rule_hit", /permission denied/],
      ["update kill_switch set is_on = false", /permission denied/],
      ["update rule_backtest set stopped = 0", /permission denied/],
    ] as const)
      await expect(attempt(sql), sql).rejects.toThrow(words);
  });
});
