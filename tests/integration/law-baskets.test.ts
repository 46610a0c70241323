import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import type { Actor } from "@/application/actor";
import { acknowledgeCase, checkLawBasket } from "@/application/check-law";
import { addLawChanges, openLawBasket, removeLawChange } from "@/application/propose-law";
import { approveLawBasket, withdrawLawBasket } from "@/application/settle-law";
import { goldenCaseSchema, type LawChangeInput, lawChangeInput } from "@/contracts/law";
import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import cases from "../../prisma/reference/golden-cases.json";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const DAY = "2027-01-01";
const TOYS = "mfn:9503:*@2026-01-01";
const WINE = "mfn:220421:*@2026-01-01";

let house: House;
let toys: string;
let ports: House & { goldenCases: z.infer<typeof goldenCaseSchema>[] };

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  ports = { ...house, goldenCases: z.array(goldenCaseSchema).parse(cases) };
  toys = await prepare(house, "green-toys");
  must(await lodge(house, toys, v7(), "payment"));
});
afterAll(() => house.close());

const change = (given: Partial<LawChangeInput>): LawChangeInput =>
  lawChangeInput.parse({ kind: "measure", citation: "Announcement of this test, art. 1", ...given });

const rate = (code: string, adValorem: string) => ({
  code,
  geography: { area: "*" },
  kind: "mfn",
  rate: { adValorem },
  threshold: null,
});
const dearerToys = (adValorem = "0.05") => change({ replaces: TOYS, fact: rate("9503", adValorem) });

async function open(actor: Actor = house.admin, effectiveOn = DAY): Promise<string> {
  return must(await openLawBasket(house, actor, { title: "Annual adjustment", effectiveOn })).id;
}

/** A basket of these changes, checked as the first admin. */
async function prepared(...changes: readonly LawChangeInput[]): Promise<string> {
  const id = await open();
  must(await addLawChanges(house, house.admin, id, changes));
  must(await checkLawBasket(ports, house.admin, id));
  return id;
}

const approve = (actor: Actor, id: string) => approveLawBasket(ports, actor, id, { isApproved: true, reason: null });
const basketOf = async (id: string) =>
  must(await house.inTransaction(house.admin, async (tx) => ok(await tx.law.get(id))));
const refusal = <T>(result: Result<T, Failure>) => {
  if (result.ok) return "accepted";
  return result.error.kind === "invalid_input" ? result.error.fault : result.error.kind;
};

async function mfnOn(day: string, code: string): Promise<string | null | undefined> {
  const reference = must(await house.inTransaction(house.broker, async (tx) => ok(await tx.reference.on(day, [code]))));
  return reference.measures.find((each) => each.kind === "mfn")?.rate.adValorem;
}

describe("a basket of changes", () => {
  it("is drafted, checked, weighed and approved by another, and holds from its day on", async () => {
    const id = await prepared(dearerToys());
    const checked = await basketOf(id);
    expect(checked?.state).toBe("checked");
    expect(checked?.checks?.cases.every((each) => each.isPassed)).toBe(true);
    const impact = checked?.checks?.impact.shipments ?? [];
    expect(impact.map((each) => each.shipmentId)).toEqual([toys]);
    expect(impact[0]?.before.tax?.duty).toBe("0.00");
    expect(Number(impact[0]?.after.tax?.duty)).toBeGreaterThan(0);
    expect(await mfnOn(DAY, "9503")).toBe("0");

    expect(refusal(await approve(house.admin, id))).toBe("needs_second_person");
    must(await approve(house.secondAdmin, id));
    expect(await mfnOn("2026-12-31", "9503")).toBe("0");
    expect(await mfnOn(DAY, "9503")).toBe("0.05");
  });

  it("stays in force when the files of the release are loaded again", async () => {
    await loadReferenceData(house.url, "prisma/reference");
    expect(await mfnOn("2026-12-31", "9503")).toBe("0");
    expect(await mfnOn(DAY, "9503")).toBe("0.05");
  });

  it("can be withdrawn before its day, and then the law is what it was", async () => {
    const id = await prepared(change({ replaces: WINE, fact: rate("220421", "0.14") }));
    must(await approve(house.secondAdmin, id));
    must(await withdrawLawBasket(house, house.admin, id, "The announcement was corrected"));
    const { rows } = await house.sql.query(
      "select valid_to, fact ->> 'validTo' as said from tariff_measure where id = $1",
      [WINE],
    );
    expect(rows).toEqual([{ valid_to: null, said: null }]);
    expect(
      (await house.sql.query("select from tariff_measure where id = $1", ["mfn:220421:*@2027-01-01"])).rowCount,
    ).toBe(0);
    expect(refusal(await withdrawLawBasket(house, house.admin, id, "Once more"))).toBe("basket_settled");
  });

  it("changes parameters, rates of exchange, rules and members of groups alike", async () => {
    const rule = (await house.sql.query("select id, fact from reference_fact where kind = 'requirement_rule' limit 1"))
      .rows[0];
    const { id: _id, validFrom: _from, citation: _source, ...content } = rule.fact;
    const id = await prepared(
      change({
        kind: "legal_parameter",
        replaces: "cbec_single_limit_cny@2019-01-01",
        fact: { code: "cbec_single_limit_cny", value: "6000", unit: "CNY" },
      }),
      change({ kind: "exchange_rate", fact: { currency: "USD", cny: "700", per: "100", validTo: "2027-01-31" } }),
      change({ kind: "geographical_area", fact: { code: "RCEP", member: "HK" } }),
      change({ kind: "requirement_rule", replaces: rule.id, fact: { ...content, origins: ["DE"] } }),
    );
    // The limit of one order is held by two golden cases, which are meant to change.
    const failing = (await basketOf(id))?.checks?.cases.filter((each) => !each.isPassed) ?? [];
    expect(failing.map((each) => each.caseId).sort()).toEqual(["retail-over-one", "retail-over-two"]);
    expect((await basketOf(id))?.state).toBe("draft");
    expect(refusal(await approve(house.secondAdmin, id))).toBe("basket_not_checked");
    for (const { caseId, day } of failing)
      must(await acknowledgeCase(house.inTransaction, house.admin, id, { caseId, day, reason: "The limit is raised" }));
    expect((await basketOf(id))?.state).toBe("checked");
    must(await approve(house.secondAdmin, id));
    const on = async (day: string) =>
      must(await house.inTransaction(house.broker, async (tx) => ok(await tx.reference.on(day, []))));
    const [before, after] = [await on("2026-12-31"), await on(DAY)];
    const limit = (reference: typeof before) =>
      reference.parameters.filter((each) => each.code === "cbec_single_limit_cny").map((each) => each.value);
    expect([limit(before), limit(after)]).toEqual([["5000"], ["6000"]]);
    expect(after.areas.some((each) => each.code === "RCEP" && each.member === "HK")).toBe(true);
    expect(after.requirementRules.find((each) => each.id.startsWith(rule.id.split("@")[0]))?.origins).toEqual(["DE"]);
    expect(after.exchangeRates.filter((each) => each.currency === "USD").map((each) => each.cny)).toContain("700");
  });
});

describe("what a basket refuses", () => {
  const added = async (...changes: readonly LawChangeInput[]) =>
    refusal(await addLawChanges(house, house.admin, await open(), changes));

  it.each([
    [
      "a day that is not ahead",
      async () => refusal(await openLawBasket(house, house.admin, { title: "Late", effectiveOn: "2026-11-26" })),
      "day_not_ahead",
    ],
    ["a change of nothing", () => added(change({})), "change_empty"],
    ["a fact that is not there", () => added(change({ replaces: "mfn:0000:*@2026-01-01" })), "fact_unknown"],
    [
      "a fact that has ended",
      () => added(change({ kind: "legal_parameter", replaces: "cbec_single_limit_cny@2016-04-08" })),
      "fact_unknown",
    ],
    ["a rate below zero", () => added(change({ replaces: WINE, fact: rate("220421", "-0.05") })), "fact_malformed"],
    ["a second fact of one subject", () => added(change({ fact: rate("220421", "0.10") })), "replaces_missing"],
    ["the same change twice", () => added(change({ replaces: WINE }), change({ replaces: WINE })), "change_twice"],
    [
      "an end before the beginning",
      () => added(change({ replaces: WINE, fact: { ...rate("220421", "0.10"), validTo: "2026-12-31" } })),
      "ends_before_it_begins",
    ],
  ] as const)("%s", async (_what, attempt, expected) => {
    expect(await attempt()).toBe(expected);
  });

  it("is said by all of its changes or by none", async () => {
    const id = await open();
    expect(refusal(await addLawChanges(house, house.admin, id, [change({ replaces: WINE }), change({})]))).toBe(
      "change_empty",
    );
    expect((await basketOf(id))?.changes).toEqual([]);
  });

  it("without a source, for brokers, officers and keys", async () => {
    expect(lawChangeInput.safeParse({ kind: "measure", replaces: WINE, citation: "short" }).success).toBe(false);
    const key = { ...house.admin, kind: "api_key" } as Actor;
    for (const [actor, expected] of [
      [house.broker, "forbidden"],
      [house.officer, "forbidden"],
      [key, "needs_person"],
    ] as const)
      expect(refusal(await openLawBasket(house, actor, { title: "Mine", effectiveOn: DAY }))).toBe(expected);
  });

  it("is approved unchecked, empty, or changed since", async () => {
    const id = await open();
    expect(refusal(await checkLawBasket(ports, house.admin, id))).toBe("basket_empty");
    must(await addLawChanges(house, house.admin, id, [change({ replaces: WINE, fact: rate("220421", "0.14") })]));
    expect(refusal(await approve(house.secondAdmin, id))).toBe("basket_not_checked");
    must(await checkLawBasket(ports, house.admin, id));
    const [first] = (await basketOf(id))?.changes ?? [];
    must(await removeLawChange(house.inTransaction, house.admin, id, first?.id ?? ""));
    expect((await basketOf(id))?.state).toBe("draft");
  });

  it("names the golden cases that it breaks, and is approved only with a reason for each", async () => {
    const id = await prepared(change({ replaces: WINE, fact: rate("220421", "0.20") }));
    const basket = await basketOf(id);
    expect(basket?.state).toBe("draft");
    expect(basket?.checks?.cases.filter((each) => !each.isPassed)).toMatchObject([
      { caseId: "general-wine", day: DAY, expected: "14000.00 + 12666.67 + 16466.67 = 43133.34" },
    ]);
    expect(
      refusal(
        await acknowledgeCase(house.inTransaction, house.admin, id, {
          caseId: "general-10",
          day: DAY,
          reason: "It is meant",
        }),
      ),
    ).toBe("case_not_failing");
  });
});

describe("the second person", () => {
  it("is not one who wrote a part of it", async () => {
    const id = await open();
    must(await addLawChanges(house, house.secondAdmin, id, [change({ replaces: WINE, fact: rate("220421", "0.14") })]));
    must(await checkLawBasket(ports, house.admin, id));
    expect(refusal(await approve(house.secondAdmin, id))).toBe("needs_second_person");
    expect(refusal(await approve(house.admin, id))).toBe("needs_second_person");
  });

  it("is asked for by the database as well", async () => {
    const id = await prepared(change({ replaces: WINE, fact: rate("220421", "0.14") }));
    const settle = (by: string) =>
      house.inTransaction(house.admin, async (tx) => {
        const basket = await tx.law.get(id);
        if (!basket) throw new Error("The basket is gone");
        return ok(await tx.law.settle(basket, "approved", null, { id: by, name: "Somebody" }));
      });
    await expect(settle(house.admin.id)).rejects.toThrow();
    await expect(
      house.inTransaction(house.broker, async (tx) =>
        ok(
          await tx.law.add({
            organisationId: house.broker.organisationId,
            id: v7(),
            title: "Mine",
            effectiveOn: DAY,
            state: "draft",
            openedBy: "x",
            openedByName: "x",
            openerLinkedBy: null,
            checks: null,
            acknowledgements: [],
          }),
        ),
      ),
    ).rejects.toThrow();
    expect((await basketOf(id))?.state).toBe("checked");
    expect(await mfnOn(DAY, "220421")).toBe("0.14");
  });

  it("approves nothing that changed under the basket meanwhile", async () => {
    const [first, second] = [
      await prepared(change({ replaces: WINE, fact: rate("220421", "0.14") })),
      await prepared(change({ replaces: WINE, fact: rate("220421", "0.14") })),
    ];
    must(await approve(house.secondAdmin, first));
    expect(refusal(await approve(house.secondAdmin, second))).toBe("stale_version");
    const { rows } = await house.sql.query(
      "select action from audit_entry where object_kind = 'law_basket' and object_id = $1",
      [first],
    );
    expect(rows.map((row) => row.action)).toEqual([
      "law_basket_opened",
      "law_changes_added",
      "law_basket_checked",
      "law_basket_approved",
    ]);
  });
});
