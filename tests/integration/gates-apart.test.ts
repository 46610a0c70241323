import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { claimReview } from "@/application/claim-review";
import { describeShipment } from "@/application/describe-shipment";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { openShipment } from "@/application/open-shipment";
import { typeField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { workNow } from "../support/exchange";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  // One shipment that is through both gates.
  const id = await prepare(house, "green-earphones");
  must(await lodge(house, id, "earphones-key"));
  await work(house);
  expect(await gatesOf(house, id)).toEqual(["released", "released"]);
});
afterAll(() => house.close());

/** A shipment of which nothing is known yet. */
async function draft(): Promise<string> {
  return must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
}

/** A second authority with an office of its own. */
async function secondAuthority(name = "Other customs", code = "9901") {
  const { rows } = await house.sql.query<{ organisation: string; office: string }>(
    `with o as (insert into organisation (id, name, slug, kind, created_at) values (gen_random_uuid(), $1, $2, 'authority', now()) returning id)
     insert into office (organisation_id, id, code, name) select id, gen_random_uuid(), $2, 'Harbour office' from o
     returning organisation_id as organisation, id as office`,
    [name, code],
  );
  const officer = { ...house.officer, organisationId: rows[0]?.organisation ?? "" };
  return { officeId: rows[0]?.office ?? "", officer };
}

describe("the two gates", () => {
  it("are refused by the database itself when the second would be released before the first", async () => {
    const id = await prepare(house, "retail-headphones");
    const release = house.sql.query(
      "update clearance set state = 'released', released_at = now() where shipment_id = $1 and stage = 'domestic_distribution'",
      [id],
    );
    await expect(release).rejects.toThrow(/bonded exit/);
  });

  it("are prepared at once: what the second asks is known and met while the first runs, and it opens after it", async () => {
    const id = await prepare(house, "green-toys", house.otherBroker);
    must(await lodge(house, id, "toys-prepared", "guarantee", house.otherBroker));
    const lodged = await house.queries.getShipment(house.otherBroker, id);
    const asked = lodged?.requirements.filter(
      ({ stage, state }) => stage === "domestic_distribution" && state === "missing",
    );
    expect(asked?.length).toBeGreaterThan(0);
    for (const { id: requirementId } of asked ?? [])
      must(
        await evidenceRequirement(house, house.otherBroker, { requirementId, reference: "CCC-2026", documentId: null }),
      );
    // Gate one is not released yet: what gate two has is looked at when it opens.
    await house.sql.query(
      "update outbox_message set available_at = '2999-01-01' where done_at is null and name = 'clearance.release'",
    );
    await work(house);
    const states = async () =>
      (await house.queries.getShipment(house.otherBroker, id))?.gates.map(({ state }) => state);
    expect(await states()).toEqual(["releasable", "opened"]);
    // Nobody is told that gate two waits for papers before it does, and nobody's minutes are those of its papers.
    const told = "select 1 from notice where shipment_id = $1 and kind = 'papers_missing'";
    const resolved =
      "select 1 from evidence_entry where shipment_id = $1 and kind = 'requirement_resolved' and stage = 'domestic_distribution'";
    expect([(await house.sql.query(told, [id])).rowCount, (await house.sql.query(resolved, [id])).rowCount]).toEqual([
      0, 0,
    ]);
    await workNow(house, "clearance.release");
    expect(await states()).toEqual(["released", "released"]);
    expect((await house.sql.query(told, [id])).rowCount).toBe(0);
    expect((await house.sql.query(resolved, [id])).rowCount).toBeGreaterThan(0);
  });

  it("keep what is released: its regime, office and consumer are not described anew", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 1, view: "released" });
    const id = rows[0]?.id ?? "";
    for (const change of [
      { regime: "1210" as const },
      { officeId: (await house.queries.listOffices(house.broker))[0]?.id },
      { consumer: { name: "Wang Xiaoming", identityNumber: "11010519491231002X" } },
    ]) {
      const changed = await describeShipment(house, house.broker, id, change);
      expect(changed.ok ? "changed" : changed.error.kind).toBe("illegal_transition");
    }
  });

  it("open to another office of another authority, which then sees what is lodged, and the first does not", async () => {
    const id = await prepare(house, "green-earphones", house.otherBroker);
    const elsewhere = await secondAuthority();
    must(await describeShipment(house, house.otherBroker, id, { officeId: elsewhere.officeId }));
    must(await lodge(house, id, "other-office-key", "guarantee", house.otherBroker));
    expect((await house.queries.getShipment(elsewhere.officer, id))?.office?.name).toBe("Harbour office");
    expect(await house.queries.getShipment(house.officer, id)).toBeNull();
    const nowhere = await describeShipment(house, house.broker, await draft(), {
      officeId: house.broker.organisationId,
    });
    expect(nowhere.ok ? "chosen" : nowhere.error).toMatchObject({ kind: "not_found", what: "customs office" });
  });

  it("follow the declaration to another authority: the first then neither sees the goods nor rules on them", async () => {
    const id = await prepare(house, "red-watches");
    const offices = await house.queries.listOffices(house.broker);
    const office = offices.find((each) => each.name !== "Harbour office")?.id ?? "";
    must(await describeShipment(house, house.broker, id, { officeId: office }));
    must(await lodge(house, id, "watches-key"));
    const caseOf = async (officer: Actor) =>
      (await house.queries.listReviews(officer, { limit: 50, state: "open" })).rows.find((row) => row.shipmentId === id)
        ?.caseId ?? "";
    const first = await caseOf(house.officer);
    expect(first).not.toBe("");
    const elsewhere = await secondAuthority("Third customs", "9902");
    must(await describeShipment(house, house.broker, id, { officeId: elsewhere.officeId }));
    must(await lodge(house, id, "watches-elsewhere-key"));
    const second = await caseOf(elsewhere.officer);
    expect(await caseOf(house.officer)).toBe("");
    for (const caseId of [first, second]) {
      const claimed = await claimReview(house, house.officer, caseId);
      expect(claimed.ok ? "claimed" : claimed.error.kind).toBe("not_found");
    }
    expect(await house.queries.getShipment(house.officer, id)).toBeNull();
    must(await claimReview(house, elsewhere.officer, second));
    must(await describeShipment(house, house.broker, id, { officeId: office }));
    must(await lodge(house, id, "watches-back-key"));
    expect(await house.queries.getShipment(elsewhere.officer, id)).toBeNull();
    must(await claimReview(house, house.officer, await caseOf(house.officer)));
  });

  it("asks for different, explained papers under 1210 and 0110", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "WEB-4409121" });
    const id = rows[0]?.id ?? "";
    must(
      await describeShipment(house, house.broker, id, {
        regime: "1210",
        consumer: { name: "Wang Xiaoming", identityNumber: "11010519491231002X" },
      }),
    );
    must(await lodge(house, id, "retail-key"));
    await work(house);
    const retail = await house.queries.getShipment(house.broker, id);
    expect(retail?.tax?.duty).toBe("0.00");
    const waived = retail?.requirements.filter((each) => each.state === "waived") ?? [];
    expect(waived.map((each) => each.code)).toContain("commodity_registration");
    expect(waived.every((each) => each.citation.length > 10)).toBe(true);
    expect(retail?.requirements.find((each) => each.code === "consumer_match")?.state).toBe("verified");
  });

  it("counts what is typed at gate two as re-keyed", async () => {
    const id = await prepare(house, "green-toys");
    const unchosen = await house.queries.getShipment(house.broker, id);
    expect(unchosen?.office).toBeNull();
    expect(unchosen?.declaration.issues.map((issue) => issue.code)).toContain("office_missing");
    const officeId = (await house.queries.listOffices(house.broker)).find((each) => each.code === "2201")?.id;
    must(await describeShipment(house, house.broker, id, { officeId }));
    must(await lodge(house, id, "toys-key"));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
    must(
      await typeField(house.inTransaction, house.world, house.broker, {
        shipmentId: id,
        name: "packages",
        line: null,
        value: "50",
        documentId: null,
      }),
    );
    expect((await house.queries.getShipment(house.broker, id))?.rekeyedFields).toBe(1);
  });
});

describe("a requirement", () => {
  it("that is a match of facts is met by no number, and no number of a paper names a person", async () => {
    const { rows } = await house.sql.query<{ id: string; code: string }>(
      "select id, code from requirement where state = 'verified' and code in ('consumer_match', 'invoice_lodged')",
    );
    const give = (code: string, reference: string) =>
      evidenceRequirement(house, house.broker, {
        requirementId: rows.find((row) => row.code === code)?.id ?? "",
        reference,
        documentId: null,
      });
    await house.sql.query("update requirement set state = 'missing' where id = any($1)", [rows.map((row) => row.id)]);
    const matched = await give("consumer_match", "POD-2026-1");
    expect(matched.ok ? "met" : matched.error.kind).toBe("stale_version");
    for (const text of ["Wang Xiaoming", "Wang Xiaoming 12", "11010519491231002X"]) {
      const given = await give("invoice_lodged", text);
      expect(given.ok ? "met" : given.error).toMatchObject({ kind: "invalid_input", pointer: "/reference" });
    }
    expect(must(await give("invoice_lodged", "INV-2026-1")).state).toBe("verified");
  });

  it("of a retail order names nobody when the consumer was changed after the declaration", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "WEB-4409121" });
    const id = rows[0]?.id ?? "";
    await house.sql.query(
      "update clearance set state = 'opened', released_at = null where shipment_id = $1 and stage = 'domestic_distribution'",
      [id],
    );
    await house.sql.query("update shipment set consumer_token = 'somebody else' where id = $1", [id]);
    const gate = (await house.queries.getShipment(house.broker, id))?.gates[1];
    await house.sql.query(
      `insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
       values ($1, gen_random_uuid(), 'clearance.assess', $2, now(), now())`,
      [house.broker.organisationId, { organisationId: house.broker.organisationId, clearanceId: gate?.id }],
    );
    await work(house);
    const asked = (await house.queries.getShipment(house.broker, id))?.requirements;
    expect(asked?.find((each) => each.code === "consumer_match")).toMatchObject({
      state: "missing",
      reason: "consumer_changed",
      asksPaper: false,
    });
  });
});

describe("personal data", () => {
  it("of a retail consumer is nowhere in the clear, in no table and in no job", async () => {
    const { rows: tables } = await house.sql.query<{ schema: string; name: string }>(
      "select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'bullmq')",
    );
    expect(tables.length).toBeGreaterThan(30);
    // Bytes are shown in hex, so a name that was only packed would still be found.
    const marks = ["11010519491231002X", "Wang Xiaoming", "Xiaoming"].flatMap((text) => [
      text.toLowerCase(),
      Buffer.from(text).toString("hex"),
    ]);
    for (const { schema, name } of tables) {
      const { rows } = await house.sql.query(
        `select count(*)::int as n from "${schema}"."${name}" t where lower(t::text) ~ $1`,
        [marks.join("|")],
      );
      expect({ table: name, found: rows[0].n }).toEqual({ table: name, found: 0 });
    }
  });
});

describe("evidence", () => {
  it("verifies as recorded, and names the entry that was changed behind the product's back", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 1, view: "released" });
    const id = rows[0]?.id ?? "";
    expect(must(await verifyEvidence(house.queries, house.world, house.broker, id)).valid).toBe(true);
    await house.sql.query("alter table evidence_entry disable trigger append_only");
    await house.sql.query(
      `update evidence_entry set facts = '{"tampered":"yes"}' where shipment_id = $1 and sequence = 3`,
      [id],
    );
    await house.sql.query("alter table evidence_entry enable trigger append_only");
    expect(must(await verifyEvidence(house.queries, house.world, house.broker, id)).brokenAt).toBe(3);
  });

  it.each(["declaration", "evidence_entry", "decision", "release_order", "tax_assessment", "audit_entry"])(
    "cannot be changed or deleted in %s",
    async (table) => {
      await expect(house.sql.query(`delete from ${table}`)).rejects.toThrow(/append-only/);
    },
  );
});
