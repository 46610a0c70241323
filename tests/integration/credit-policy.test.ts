import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveAuthorisation, proposeAuthorisation, suspendAuthorisation } from "@/application/maintain-aeo";
import { proposeBenefits, settleBenefits } from "@/application/maintain-benefits";
import { previewCredit } from "@/application/preview-credit";
import { readInputs } from "@/contracts/lane-inputs";
import type { BenefitPolicy } from "@/domain/aeo/benefits";
import { aeoCode } from "../support/aeo-code";
import { lodge, prepare } from "../support/clearing";
import { SHIPPED_CREDIT } from "../support/credit-law";
import { carryOut, createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let toys: string;
let watches: string;
let holder: string;
let entryId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  toys = await prepare(house, "green-toys");
  watches = await prepare(house, "red-watches");
  const shipment = await house.queries.getShipment(house.broker, toys);
  holder = shipment?.declaration.values.find((value) => value.pointer === "/buyer")?.value ?? "";
  entryId = await enter(holder);
});
afterAll(() => house.close());

async function enter(
  name: string,
  tier: "certified" | "advanced_certified" | "dishonest" = "certified",
  code = aeoCode(),
) {
  const { id } = must(
    await proposeAuthorisation(house, house.admin, {
      aeoCode: code,
      holder: name,
      tier,
      scope: { roles: [], commodityPrefixes: [], origins: [], regimes: [], valueCap: null },
      validFrom: "2026-04-01",
      validTo: null,
      source: "Certificate of 2026-03-20",
    }),
  );
  must(await approveAuthorisation(house, house.secondAdmin, id, true));
  return id;
}

const usesOf = async (shipmentId: string) =>
  (
    await house.sql.query(
      `select benefit, amount::text, multiplier::text, priority, policy_version as version, tier, authorisation_id as entry
       from benefit_use where shipment_id = $1 order by id`,
      [shipmentId],
    )
  ).rows;
const flagsOf = async (shipmentId: string) =>
  (await house.sql.query("select * from credit_flag where shipment_id = $1 order by id", [shipmentId])).rows;
const reservedFor = async (shipmentId: string): Promise<string> =>
  (
    await house.sql.query(
      "select coalesce(sum(amount), 0)::text as sum from payment where shipment_id = $1 and kind = 'guarantee' and released_at is null",
      [shipmentId],
    )
  ).rows[0].sum;
const evidenceOf = async (shipmentId: string, kind: string) =>
  (await house.sql.query("select facts from evidence_entry where shipment_id = $1 and kind = $2", [shipmentId, kind]))
    .rows;
const exitOf = async (shipmentId: string) =>
  (await house.queries.getShipment(house.broker, shipmentId))?.gates.find(({ stage }) => stage === "bonded_exit");

const shipped = (): Omit<BenefitPolicy, "version"> => {
  const [policy] = SHIPPED_CREDIT.policies.filter(({ effectiveFrom }) => effectiveFrom === "2026-04-01");
  if (!policy) throw new Error("no benefits ship");
  const { version: _version, ...rest } = policy.policy;
  return rest;
};

describe("the benefits of an entry", () => {
  it("halve the guarantee and the share of chance of a certified importer, and each use is on record with its evidence", async () => {
    await setRandomShare(house.sql, 0.02);
    must(await lodge(house, toys, v7(), "guarantee"));
    await setRandomShare(house.sql, 0);
    const tax = (await house.queries.getShipment(house.broker, toys))?.tax;
    const all = await usesOf(toys);
    // Where chance draws the shipment its case is sped too, which is for another test.
    const uses = all.filter(({ benefit }) => benefit !== "priority");
    expect(uses.map(({ benefit }) => benefit)).toEqual(["guarantee", "inspection_rate"]);
    for (const use of uses) expect(use).toMatchObject({ entry: entryId, tier: "certified", version: 0 });
    expect(uses[1]?.multiplier).toBe("0.500");
    const [waived, reserved] = [Number(uses[0]?.amount), Number(await reservedFor(toys))];
    expect(waived).toBeGreaterThan(0);
    expect((waived * 100 + reserved * 100).toFixed(0)).toBe((Number(tax?.total) * 100).toFixed(0));
    expect(Math.abs(waived - reserved)).toBeLessThan(0.02);
    expect(tax).toMatchObject({ secured: "guarantee", outstanding: "0.00" });
    expect(await evidenceOf(toys, "benefit_used")).toHaveLength(all.length);
    const { rows } = await house.sql.query(
      "select random_share as share, inputs, organisation_id from risk_assessment where shipment_id = $1",
      [toys],
    );
    expect(rows[0].share).toBeCloseTo(0.01, 10);
    const inputs = readInputs(house.vault.open(rows[0].organisation_id, rows[0].inputs));
    expect(inputs.credit).toMatchObject({ scheme: "gacc_282", policyVersion: 0, baseRandomShare: 0.02 });
  });

  it("open no gate that the law keeps: controlled goods meet two officers, ahead of the queue and no more", async () => {
    const shipment = await house.queries.getShipment(house.broker, watches);
    const buyer = shipment?.declaration.values.find((value) => value.pointer === "/buyer")?.value ?? "";
    await enter(buyer, "advanced_certified");
    expect(must(await lodge(house, watches, v7(), "guarantee")).outcome.lane).toBe("red");
    const after = await house.queries.getShipment(house.broker, watches);
    expect(after?.risk.at(-1)?.needsTwoOfficers).toBe(true);
    const uses = await usesOf(watches);
    expect(uses.map(({ benefit }) => benefit).sort()).toEqual(["guarantee", "inspection_rate", "priority"]);
    expect(await reservedFor(watches)).toBe("0");
    const { rows } = await house.sql.query("select credit_priority from review_case where shipment_id = $1", [watches]);
    expect(rows).toEqual([{ credit_priority: 2 }]);
    const exit = await exitOf(watches);
    expect(exit?.state).toBe("in_examination");
  });
});

describe("a policy of benefits", () => {
  const proposal = (certified: Partial<BenefitPolicy["tiers"]["certified"]>, effectiveFrom = house.world.today()) => {
    const policy = shipped();
    const tiers = { ...policy.tiers, certified: { ...policy.tiers.certified, ...certified } };
    return { effectiveFrom, policy: { ...policy, tiers }, basis: "own" as const, citation: "Own policy of the tests" };
  };
  const propose = async (...given: Parameters<typeof proposal>) =>
    must(await proposeBenefits(house, house.admin, proposal(...given))).id;
  const ahead = "2027-02-01";

  it("counts once a second admin approved it, and not before its day", async () => {
    const id = await propose({ guaranteeShare: "0.25" }, ahead);
    const own = await settleBenefits(house, house.admin, id, true);
    expect(own.ok ? "approved" : own.error.kind).toBe("needs_second_person");
    must(await settleBenefits(house, house.secondAdmin, id, true));
    const again = await settleBenefits(house, house.secondAdmin, id, true);
    expect(again.ok ? "approved" : again.error.kind).toBe("stale_version");
    must(await lodge(house, toys, v7(), "guarantee"));
    expect((await usesOf(toys)).at(-1)?.version).toBe(0);
    const waiting = await house.sql.query(
      "select available_at from outbox_message where name = 'credit.reassess' and available_at > now()",
    );
    expect(waiting.rows.length).toBeGreaterThan(0);
    expect(waiting.rows[0].available_at.toISOString()).toBe("2027-01-31T16:00:00.000Z");
  });

  it("is refused for a day that has passed, and where it moves the measure", async () => {
    const past = await proposeBenefits(house, house.admin, proposal({}, "2026-01-01"));
    expect(past.ok ? null : past.error).toMatchObject({ pointer: "/effectiveFrom", fault: "benefit_day_past" });
    const better = await proposeBenefits(house, house.admin, proposal({ inspectionMultiplier: 0.1 }));
    expect(better.ok ? null : better.error).toMatchObject({ fault: "benefit_order" });
  });

  it("is no broker's to make: not by the use case, and not by the database", async () => {
    const refused = await proposeBenefits(house, house.broker, proposal({}));
    expect(refused.ok ? "proposed" : refused.error.kind).toBe("forbidden");
    const insert = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      await db.$executeRaw`insert into benefit_policy (organisation_id, id, version, effective_from, policy, basis, citation, state, proposed_by, proposed_by_name, created_at)
        values (${house.broker.organisationId}::uuid, gen_random_uuid(), 1, '2026-01-01', '{}', 'own', 'my own benefits', 'proposed', 'a', 'a', now())`;
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("changes nothing that was proposed, and takes no use back out of the book", async () => {
    const id = await propose({});
    const change = (sql: string) => house.sql.query(sql);
    await expect(change(`update benefit_policy set effective_from = '2026-01-01' where id = '${id}'`)).rejects.toThrow(
      /stays/,
    );
    await expect(change("delete from benefit_use")).rejects.toThrow();
    await expect(change("update credit_flag set lane_after = 'green'")).rejects.toThrow();
    must(await settleBenefits(house, house.secondAdmin, id, false));
  });
});

describe("before a suspension", () => {
  it("an admin reads which open shipments it changes, by the function that chooses every lane", async () => {
    // The points of credit decide the lane here: without them the score is over the band.
    await house.sql.query(
      "update reference_fact set fact = jsonb_set(fact, '{bands}', '{\"blue\":-1,\"yellow\":0,\"red\":900}') where kind = 'scorecard'",
    );
    must(await lodge(house, toys, v7(), "guarantee"));
    const lane = (await exitOf(toys))?.lane;
    const impact = must(await previewCredit(house, house.admin, { act: "suspend", authorisationId: entryId }));
    const row = impact.rows.find((each) => each.shipmentId === toys && each.stage === "bonded_exit");
    expect(row).toMatchObject({ tierBefore: "certified", tierAfter: "regular", laneBefore: lane, isImmediate: true });
    expect(Number(row?.waivedBefore)).toBeGreaterThan(0);
    expect(row?.waivedAfter).toBe("0.00");
    expect(impact).toMatchObject({ isAll: true, guarantees: 1 });
    expect(impact.rows.every(({ shipmentId }) => shipmentId === toys)).toBe(true);
  });

  it("nobody but an admin of the authority reads it, and it writes nothing", async () => {
    const count = async () => (await house.sql.query("select count(*)::int as n from evidence_entry")).rows[0].n;
    const before = await count();
    must(await previewCredit(house, house.admin, { act: "suspend", authorisationId: entryId }));
    expect(await count()).toBe(before);
    for (const actor of [house.broker, house.officer, house.otherBroker]) {
      const refused = await previewCredit(house, actor, { act: "suspend", authorisationId: entryId });
      expect(refused.ok ? "read" : refused.error.kind).toBe("forbidden");
    }
  });
});

describe("a suspension", () => {
  it("reserves at once what was waived, flags the open shipment, and does neither twice", async () => {
    const before = Number(await reservedFor(toys));
    must(await suspendAuthorisation(house, house.admin, entryId, "Investigation of 2026-11-25"));
    const { rows } = await house.sql.query(
      `select id, name, payload from outbox_message where name = 'credit.reassess' and done_at is null and available_at <= now()`,
    );
    const clearance = await house.sql.query(
      "select id from clearance where shipment_id = $1 and stage = 'bonded_exit'",
      [toys],
    );
    const own = rows.filter((row) => row.payload.clearanceId === clearance.rows[0].id);
    expect(own.length).toBeGreaterThan(0);
    const [message] = own;
    must(await carryOut(house, message.id, message.name, message.payload));
    must(await carryOut(house, message.id, message.name, message.payload));
    for (const each of own.slice(1)) must(await carryOut(house, each.id, each.name, each.payload));
    const flags = await flagsOf(toys);
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({ tier_before: "certified", tier_after: "regular", is_secured: true });
    const tax = (await house.queries.getShipment(house.broker, toys))?.tax;
    expect(Number(await reservedFor(toys))).toBeCloseTo(Number(tax?.total), 2);
    expect(before).toBeLessThan(Number(tax?.total));
    expect(tax?.outstanding).toBe("0.00");
    expect(await evidenceOf(toys, "credit_reassessed")).toHaveLength(1);
  });

  it("leaves the controlled goods of another importer as they were", async () => {
    await work(house);
    expect(await flagsOf(watches)).toEqual([]);
    expect((await exitOf(watches))?.state).toBe("in_examination");
  });

  it("counts for nothing from the next lodging on", async () => {
    const before = (await usesOf(toys)).length;
    must(await lodge(house, toys, v7(), "guarantee"));
    expect((await usesOf(toys)).length).toBe(before);
  });
});

describe("a downgrade", () => {
  it("brings a green shipment before an officer where the lane is stricter without the credit", async () => {
    const lamps = await prepare(house, "green-keyboards");
    const shipment = await house.queries.getShipment(house.broker, lamps);
    const buyer = shipment?.declaration.values.find((value) => value.pointer === "/buyer")?.value ?? "";
    const code = aeoCode();
    await enter(buyer, "advanced_certified", code);
    await work(house);
    await house.sql.query(
      "update reference_fact set fact = jsonb_set(fact, '{bands}', '{\"blue\":-5,\"yellow\":10,\"red\":900}') where kind = 'scorecard'",
    );
    must(await lodge(house, lamps, v7(), "payment"));
    expect(await exitOf(lamps)).toMatchObject({ state: "releasable" });
    await enter(buyer, "dishonest", code);
    await work(house);
    const exit = await exitOf(lamps);
    expect(exit).toMatchObject({ state: "in_review", lane: "yellow" });
    const flags = await flagsOf(lamps);
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({
      tier_before: "advanced_certified",
      tier_after: "dishonest",
      lane_after: "yellow",
    });
  });
});
