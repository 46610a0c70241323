import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import type { Actor } from "@/application/actor";
import {
  approveAuthorisation,
  importAuthorisations,
  proposeAuthorisation,
  suspendAuthorisation,
} from "@/application/maintain-aeo";
import { aeoCode } from "../support/aeo-code";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let watches: string;
let toys: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  toys = await prepare(house, "green-toys");
  watches = await prepare(house, "red-watches");
});
afterAll(() => house.close());

const lodgeAgainstPayment = async (shipmentId: string) => must(await lodge(house, shipmentId, v7(), "payment"));

async function holderOf(shipmentId: string): Promise<string> {
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  return shipment?.declaration.values.find((value) => value.pointer === "/buyer")?.value ?? "";
}

function proposal(holder: string) {
  return {
    aeoCode: aeoCode(),
    holder,
    tier: "advanced_certified",
    scope: { roles: [], commodityPrefixes: [], origins: [], valueCap: null },
    validFrom: "2026-04-01",
    validTo: null,
    source: "Certificate of 2026-03-20",
  } as const;
}

const propose = async (admin: Actor, holder: string) => proposeAuthorisation(house, admin, proposal(holder));

/** The credit factor's points in the last assessment of the first gate. */
async function creditPoints(shipmentId: string): Promise<number> {
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  const risk = shipment?.risk.filter((each) => each.stage === "bonded_exit").at(-1);
  return risk?.contributions.find((each) => each.factor === "credit")?.points ?? 0;
}

describe("an entry of the whitelist", () => {
  it("counts for nothing until another person approves it, and then from the next assessment on", async () => {
    await house.sql.query(
      "update reference_fact set fact = jsonb_set(fact, '{bands}', '{\"blue\":-90,\"yellow\":-80,\"red\":900}') where kind = 'scorecard'",
    );
    const { id } = must(await propose(house.admin, await holderOf(toys)));
    await lodgeAgainstPayment(toys);
    expect(await creditPoints(toys)).toBe(0);
    const own = await approveAuthorisation(house, house.admin, id, true);
    expect(own.ok ? "approved" : own.error.kind).toBe("needs_second_person");
    must(await approveAuthorisation(house, house.secondAdmin, id, true));
    expect(await creditPoints(toys)).toBe(0);
    await lodgeAgainstPayment(toys);
    expect(await creditPoints(toys)).toBeLessThan(0);
    must(await suspendAuthorisation(house, house.admin, id, "Investigation of 2026-11-25"));
    await lodgeAgainstPayment(toys);
    expect(await creditPoints(toys)).toBe(0);
    const again = await suspendAuthorisation(house, house.admin, id, "Once more");
    expect(again.ok ? "suspended" : again.error.kind).toBe("stale_version");
  });

  // To suspend a bad entry would make the control lighter, and that takes two.
  it("is offered for suspension only to an authority's admin, in force, and if that makes the control stricter", async () => {
    const entered = async (tier: "certified" | "dishonest") => {
      const { id } = must(await proposeAuthorisation(house, house.admin, { ...proposal("Some Firm"), tier }));
      must(await approveAuthorisation(house, house.secondAdmin, id, true));
      return id;
    };
    const [good, bad] = [await entered("certified"), await entered("dishonest")];
    const offered = async (actor: Actor) => {
      const { rows } = await house.queries.listAeo(actor, { limit: 50 });
      return rows.filter((row) => row.canSuspend && [good, bad].includes(row.id)).map((row) => row.id);
    };
    expect(await offered(house.admin)).toEqual([good]);
    expect(await offered(house.officer)).toEqual([]);
    const refused = await suspendAuthorisation(house, house.admin, bad, "A mistake, surely");
    expect(refused.ok ? "suspended" : refused.error.kind).toBe("needs_second_person");
    must(await suspendAuthorisation(house, house.admin, good, "Investigation of 2026-11-25"));
    expect(await offered(house.admin)).toEqual([]);
  });

  it("is in force once, however many proposals of its code are approved at once", async () => {
    const entry = proposal("Twice Firm");
    const ids = await Promise.all(
      [1, 2, 3].map(async () => must(await proposeAuthorisation(house, house.admin, entry)).id),
    );
    const outcomes = await Promise.all(ids.map((id) => approveAuthorisation(house, house.secondAdmin, id, true)));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const { rows } = await house.queries.listAeo(house.admin, { limit: 50 });
    const ours = rows.filter((row) => ids.includes(row.id)).map((row) => row.state);
    expect(ours.sort()).toEqual(["active", "superseded", "superseded"]);
  });

  it("stays suspended when what was proposed before is approved after", async () => {
    const entry = proposal("Paused Firm");
    const { id } = must(await proposeAuthorisation(house, house.admin, entry));
    must(await approveAuthorisation(house, house.secondAdmin, id, true));
    const earlier = must(await proposeAuthorisation(house, house.admin, entry));
    must(await suspendAuthorisation(house, house.admin, id, "Investigation of 2026-11-25"));
    const late = await approveAuthorisation(house, house.secondAdmin, earlier.id, true);
    expect(late.ok ? "approved" : late.error.kind).toBe("stale_version");
  });

  it("is proposed once when the same file is sent twice", async () => {
    const csv =
      "aeo_code,holder,tier,roles,commodity_prefixes,origins,value_cap,valid_from,valid_to,source\nAEOCN5500000001,Listed Firm,certified,importer,61;62,PT,,2026-12-01,,List of 2026-11\n";
    const ports = { ...house, parseCsv };
    expect(must(await importAuthorisations(ports, house.admin, csv)).proposed).toBe(1);
    expect(must(await importAuthorisations(ports, house.admin, csv)).proposed).toBe(0);
  });

  it("opens no gate that the law keeps: controlled goods meet two officers all the same", async () => {
    const { id } = must(await propose(house.admin, await holderOf(watches)));
    must(await approveAuthorisation(house, house.secondAdmin, id, true));
    expect((await lodgeAgainstPayment(watches)).outcome.lane).toBe("red");
    const shipment = await house.queries.getShipment(house.broker, watches);
    expect(await creditPoints(watches)).toBeLessThan(0);
    expect(shipment?.risk.at(-1)?.needsTwoOfficers).toBe(true);
  });

  it("is no broker's to make: not by the use case, and not by the database", async () => {
    const refused = await propose(house.broker, "Broker A's own friend");
    expect(refused.ok ? "proposed" : refused.error.kind).toBe("forbidden");
    const insert = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      await db.$executeRaw`insert into aeo_authorisation (organisation_id, id, aeo_code, holder, tier, roles, commodity_prefixes, origins, valid_from, state, proposed_by, proposed_by_name, source, created_at)
        values (${house.broker.organisationId}::uuid, gen_random_uuid(), 'X', 'Friend', 'certified', '{}', '{}', '{}', '2026-01-01', 'active', 'a', 'a', 'none', now())`;
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });
});

describe("a ruling", () => {
  it("by the broker on the broker's own goods is refused by the database; advice is taken", async () => {
    const { rows } = await house.sql.query(
      "select organisation_id, id, shipment_id, clearance_id from review_case limit 1",
    );
    const { organisation_id: owner, id, shipment_id: shipment, clearance_id: clearance } = rows[0];
    const rule = (outcome: string) =>
      house.client.$transaction(async (db) => {
        await db.$executeRaw`select set_config('app.organisation', ${owner}, true)`;
        await db.$executeRaw`insert into decision (organisation_id, id, shipment_id, case_id, clearance_id, officer_id, officer_name, outcome, reasons, at)
          values (${owner}::uuid, gen_random_uuid(), ${shipment}::uuid, ${id}::uuid, ${clearance}::uuid, 'x', 'x', ${outcome}, '{}', now())`;
      });
    await expect(rule("examined_pass")).rejects.toThrow(/row-level security/);
    await expect(rule("advise_pass")).resolves.toBeUndefined();
  });
});
