import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backtestRule } from "@/application/backtest-rule";
import { checkRule } from "@/application/check-rule";
import { installRulePack } from "@/application/install-rule-pack";
import { putRuleList, settleRuleList } from "@/application/keep-rule-list";
import { selectivityRules } from "@/application/selectivity-rules";
import { approveRule, retireRule, shadowRule } from "@/application/settle-rule";
import { turnSwitch } from "@/application/switch-rule";
import type { Failure } from "@/contracts/problem";
import type { RuleContent } from "@/contracts/rules";
import { applyRules } from "@/domain/risk-rules/apply-rules";
import { ok, type Result } from "@/domain/shared/result";
import { RULE_PACK } from "@/runtime/rule-pack";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { importedList, ruleOf } from "../support/rule-acts";
import { addHistory, lineOfHistory } from "../support/rule-history";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
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
const light = { commodityCode: "9503004900", grossKg: 2, origin: "CN" };
const rulesOn = async () =>
  must(
    await house.inTransaction(system(house.authority), async (tx) =>
      ok(await selectivityRules(tx, house.authority, house.world.today())),
    ),
  );

/** A rule of which the version is in shadow, backtested just now. */
async function shadowed(given: Partial<RuleContent> = {}): Promise<string> {
  const ruleId = await ruleOf(house, `T-${v7().slice(-10).toUpperCase()}`, given);
  must(await checkRule(house, house.admin, { ruleId, number: 1 }));
  must(await backtestRule(house, house.admin, { ruleId, number: 1 }, {}));
  must(await shadowRule(house, house.admin, { ruleId, number: 1 }));
  return ruleId;
}

describe("a kill switch", () => {
  it("takes a rule out at once, on an officer's word, and lets it back", async () => {
    const id = await shadowed();
    must(
      await approveRule(
        house,
        house.secondAdmin,
        { ruleId: id, number: 1 },
        { from: house.world.today(), acknowledgesNoHits: false },
      ),
    );
    const { code } = must(await house.queries.getRule(house.admin, id)) ?? { code: "" };
    const hits = async () => applyRules(await rulesOn(), light, () => 0).hits.some((hit) => hit.ruleId === id);
    expect(await hits()).toBe(true);
    const turn = (isOn: boolean) =>
      turnSwitch(house, house.officer, { kind: "rule", value: code, isOn, reason: "It stops the wrong goods" });
    must(await turn(true));
    expect(await hits()).toBe(false);
    must(await turn(false));
    expect(await hits()).toBe(true);
    expect(
      refusal(await turnSwitch(house, house.broker, { kind: "code", value: "9503", isOn: true, reason: "Mine" })),
    ).toBe("forbidden");
    must(await retireRule(house, house.admin, id, "It has had its day"));
  });

  it("names goods of which nothing is released by the machine", async () => {
    must(
      await turnSwitch(house, house.admin, { kind: "code", value: "9503", isOn: true, reason: "An alert of today" }),
    );
    const held = async () => applyRules(await rulesOn(), light, () => 0).noRelease.map(({ value }) => value);
    expect(await held()).toEqual(["9503"]);
    must(await turnSwitch(house, house.admin, { kind: "code", value: "9503", isOn: false, reason: "It is over" }));
    expect(await held()).toEqual([]);
  });
});

describe("a named list", () => {
  it("changes at once where nobody asks it, and by two people where a rule does", async () => {
    const name = "light headings";
    must(await importedList(house, name, "9503\n9504,a note\n\n"));
    const lists = async () => [
      ...(must(await house.inTransaction(house.admin, async (tx) => ok(await tx.rules.lists()))).get(name) ?? []),
    ];
    expect(await lists()).toEqual(["9503", "9504"]);
    const ruleId = await shadowed({ expression: `commodityCode under list("${name}") and grossKg < 5` });
    const { id, state } = must(await putRuleList(house, house.admin, { name, entries: ["85"] }));
    expect([state, await lists()]).toEqual(["proposed", ["9503", "9504"]]);
    expect(refusal(await settleRuleList(house.inTransaction, house.admin, id, true))).toBe("needs_second_person");
    must(await settleRuleList(house.inTransaction, house.secondAdmin, id, true));
    expect(await lists()).toEqual(["85"]);
    // What was backtested is the rule with the list as it was.
    const approve = () =>
      approveRule(
        house,
        house.secondAdmin,
        { ruleId, number: 1 },
        { from: house.world.today(), acknowledgesNoHits: true },
      );
    expect(refusal(await approve())).toBe("rule_list_changed");
    must(await backtestRule(house, house.admin, { ruleId, number: 1 }, {}));
    // A proposal of before the backtest that is approved after it counts as well, and so does an older one after a newer.
    const older = must(await putRuleList(house, house.admin, { name, entries: ["84"] }));
    const newer = must(await putRuleList(house, house.admin, { name, entries: ["86"] }));
    must(await backtestRule(house, house.admin, { ruleId, number: 1 }, {}));
    must(await settleRuleList(house.inTransaction, house.secondAdmin, newer.id, true));
    must(await settleRuleList(house.inTransaction, house.secondAdmin, older.id, true));
    expect(await lists()).toEqual(["84"]);
    expect(refusal(await approve())).toBe("rule_list_changed");
    must(await backtestRule(house, house.admin, { ruleId, number: 1 }, {}));
    must(await approve());
    must(await retireRule(house, house.admin, ruleId, "It has had its day"));
    // One admin brings it back alone, and so does not rewrite alone what it asks.
    expect(must(await putRuleList(house, house.admin, { name, entries: ["87"] })).state).toBe("proposed");
  });
});

describe("what comes with the product", () => {
  it("is in force as version 1, and is installed once", async () => {
    const ports = { ...house, rulePack: RULE_PACK };
    expect(must(await installRulePack(ports, house.authority)).installed).toBe(RULE_PACK.length);
    expect(must(await installRulePack(ports, house.authority)).installed).toBe(0);
    const inForce = (await rulesOn()).rules.filter(({ code }) => code.startsWith("RP-"));
    expect(inForce.every(({ version, isShadow }) => version === 1 && !isShadow)).toBe(true);
    expect(inForce.length).toBe(RULE_PACK.length);
  });

  it("logs its hits with their facts, and counts the unselected in a row", async () => {
    const address = (await rulesOn()).rules.find(({ code }) => code === "RP-M20-ADDRESS");
    if (!address) throw new Error("The pack lacks the rule");
    const { ruleId, versionId, lane } = address;
    const hit = (isSelected: boolean) => ({
      ...{
        organisationId: house.authority,
        id: v7(),
        ruleId,
        versionId,
        entryId: null,
        source: null,
        lane,
        isSelected,
      },
      ...{
        isShadow: false,
        facts: [{ field: "isRetail", value: true, comparison: "isRetail" }],
        at: house.world.now(),
      },
    });
    const log = async (...selected: boolean[]) =>
      must(
        await house.inTransaction(system(house.authority), async (tx) => {
          for (const each of selected) await tx.rules.addHits([hit(each)]);
          return ok(undefined);
        }),
      );
    await log(true);
    await new Promise((wake) => setTimeout(wake, 5));
    await log(false, false);
    expect((await rulesOn()).rules.find(({ code }) => code === "RP-M20-ADDRESS")?.unselectedInARow).toBe(2);
    const row = must(await house.queries.listRules(house.officer)).rules.find(({ code }) => code === "RP-M20-ADDRESS");
    expect(row).toMatchObject({ hits7: 3, hits30: 3, state: "active" });
  });

  it("takes hits of goods from who lodged them, and of no other's goods", async () => {
    const shipmentId = await prepare(house, "green-toys");
    must(await lodge(house, shipmentId, "toys-of-the-rules"));
    const [address] = (await rulesOn()).rules;
    if (!address) throw new Error("There is no rule");
    const { rows } = await house.sql.query("select id, clearance_id from history_entry where shipment_id = $1", [
      shipmentId,
    ]);
    const { id: entryId, clearance_id: clearanceId } = rows[0];
    const logAs = (organisationId: string) =>
      house.inTransaction(system(organisationId), async (tx) => {
        await tx.rules.addHits([
          {
            ...{ organisationId: house.authority, id: v7(), ruleId: address.ruleId, versionId: address.versionId },
            ...{
              entryId,
              lane: address.lane,
              isShadow: true,
              isSelected: true,
              facts: [],
              at: house.world.now(),
            },
            source: { organisationId, shipmentId, clearanceId },
          },
        ]);
        return ok(undefined);
      });
    must(await logAs(house.broker.organisationId));
    await expect(logAs(house.otherBroker.organisationId)).rejects.toThrow(/row-level security/);
    const { hits } = must(await house.queries.getRule(house.admin, address.ruleId)) ?? { hits: [] };
    expect(hits.map((hit) => hit.shipmentId)).toContain(shipmentId);
  });
});
