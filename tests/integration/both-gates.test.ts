import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { askRelease } from "@/application/ask-release";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { describeShipment } from "@/application/describe-shipment";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { openShipment } from "@/application/open-shipment";
import { releaseClearance } from "@/application/release-clearance";
import { securePayment } from "@/application/secure-tax";
import { confirmField, typeField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import { SHIPMENT_LISTS } from "@/contracts/views";
import { STAGES } from "@/domain/clearance/lifecycle";
import { draw } from "@/domain/selectivity/random";
import { createHouse, type House, must, setRandomShare, system, uploadSample, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

async function confirmAll(shipmentId: string, broker: Actor): Promise<void> {
  const shipment = await house.queries.getShipment(broker, shipmentId);
  for (const field of shipment?.documentList.flatMap((document) => document.fields).filter((each) => each.isUnsure) ??
    []) {
    must(await confirmField(house.inTransaction, broker, field.id, null));
  }
}

async function prepare(sample: string, broker: Actor = house.broker): Promise<string> {
  const id = await uploadSample(house, broker, sample);
  await work(house);
  await confirmAll(id, broker);
  return id;
}

async function lodge(
  shipmentId: string,
  key: string,
  security: "guarantee" | "payment" = "guarantee",
  broker: Actor = house.broker,
) {
  const shipment = await house.queries.getShipment(broker, shipmentId);
  const acknowledged = (shipment?.declaration.issues ?? [])
    .filter((issue) => issue.severity === "warning")
    .map((issue) => `${issue.code}:${issue.pointer.slice(1).replaceAll("/", ".")}`);
  return lodgeDeclaration(house, broker, { shipmentId, idempotencyKey: key, security, acknowledged });
}

/** The parts of the list, beside the whole, that the shipment stands in. */
async function listsOf(shipmentId: string): Promise<readonly string[]> {
  const found = await Promise.all(
    SHIPMENT_LISTS.map(async (view) => {
      const { rows } = await house.queries.listShipments(house.broker, { limit: 200, view });
      return rows.some((row) => row.id === shipmentId) ? [view] : [];
    }),
  );
  return found.flat();
}

/** A shipment of which nothing is known yet. */
async function draft(): Promise<string> {
  return must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
}

/** A second authority with an office of its own. */
async function secondAuthority() {
  const { rows } = await house.sql.query<{ organisation: string; office: string }>(
    `with o as (insert into organisation (id, name, slug, kind, created_at) values (gen_random_uuid(), 'Other customs', 'other-customs', 'authority', now()) returning id)
     insert into office (organisation_id, id, code, name) select id, gen_random_uuid(), '9901', 'Harbour office' from o
     returning organisation_id as organisation, id as office`,
  );
  const officer = { ...house.officer, organisationId: rows[0]?.organisation ?? "" };
  return { officeId: rows[0]?.office ?? "", officer };
}

async function gates(shipmentId: string) {
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  return shipment?.gates.map((gate) => gate.state);
}

describe("a green shipment", () => {
  it("passes both gates from two documents, with nothing typed again at the second", async () => {
    const id = await prepare("green-toys");
    expect(await listsOf(id)).toEqual(["draft"]);
    expect(must(await lodge(id, "green-toys-key")).outcome.lane).toBe("green");
    await work(house);
    expect(await listsOf(id)).toEqual(["action"]);
    const asked = await askRelease(house.inTransaction, house.broker, id, "domestic_distribution");
    expect(asked.ok ? "released" : asked.error).toMatchObject({
      kind: "release_blocked",
      stage: "domestic_distribution",
    });
    const opened = await house.queries.getShipment(house.broker, id);
    expect(opened?.gates[0]?.state).toBe("released");
    for (const requirement of opened?.requirements.filter((each) => each.state === "missing") ?? []) {
      must(
        await evidenceRequirement(house.inTransaction, house.broker, {
          requirementId: requirement.id,
          reference: "CCC-2026",
          documentId: null,
        }),
      );
    }
    await work(house);
    const shipment = await house.queries.getShipment(house.broker, id);
    expect(shipment?.gates.map((gate) => gate.state)).toEqual(["released", "released"]);
    expect(shipment?.rekeyedFields).toBe(0);
    expect(new Set(shipment?.releaseOrders.map((order) => order.number)).size).toBe(2);
    expect(await listsOf(id)).toEqual(["released"]);
    const numbers = await Promise.all(
      STAGES.map(async (stage) => must(await askRelease(house.inTransaction, house.broker, id, stage)).number),
    );
    expect(numbers).toEqual(shipment?.releaseOrders.map((order) => order.number));
    expect(await house.queries.countShipments(house.broker)).toEqual({
      all: 1,
      draft: 0,
      review: 0,
      action: 0,
      released: 1,
      refused: 0,
    });
  });

  it("answers a repeated submission with the same answer and lodges nothing twice", async () => {
    const id = await prepare("green-shirts");
    const first = must(await lodge(id, "same-key-1"));
    const again = must(await lodge(id, "same-key-1"));
    expect(again.isReplayed).toBe(true);
    expect(again.outcome).toEqual(first.outcome);
    const { rows } = await house.sql.query("select count(*)::int as n from declaration where shipment_id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });

  it("refuses the same key for another request", async () => {
    const id = await prepare("lamps");
    const refused = await lodge(id, "same-key-1");
    expect(refused.ok ? "lodged" : refused.error.kind).toBe("key_reused");
  });

  it("lodges once when the same submission arrives many times at once", async () => {
    const id = await prepare("green-earphones");
    const answers = await Promise.all(Array.from({ length: 8 }, () => lodge(id, "parallel-key")));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const { rows } = await house.sql.query("select count(*)::int as n from declaration where shipment_id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });
});

describe("the random share", () => {
  it("brings a green shipment before an officer, says that chance did it, and can be drawn again from its seed", async () => {
    await setRandomShare(house.sql, 1);
    const id = await prepare("green-keyboards");
    const lodged = must(await lodge(id, "random-key"));
    await setRandomShare(house.sql, 0);
    expect(lodged.outcome.lane).toBe("yellow");
    const shipment = await house.queries.getShipment(house.broker, id);
    const risk = shipment?.risk[0];
    expect(risk?.laneCause).toBe("random");
    expect(risk && draw(risk.randomDraw.seed)).toBe(risk?.randomDraw.value);
  });
});

describe("tax", () => {
  it("keeps gate one closed until the tax is paid, and opens it then", async () => {
    const id = await prepare("wine");
    must(await lodge(id, "wine-key", "payment"));
    await work(house);
    const waiting = await house.queries.getShipment(house.broker, id);
    expect(waiting?.gates[0]?.waitingFor).toContain("tax_not_secured");
    const half = (Number(waiting?.tax?.total) / 2).toFixed(2);
    must(await securePayment(house, house.broker, { shipmentId: id, amount: half, reference: "R-1" }));
    await work(house);
    expect((await gates(id))?.[0]).not.toBe("released");
    must(
      await securePayment(house, house.broker, {
        shipmentId: id,
        amount: waiting?.tax?.total ?? "0",
        reference: "R-2",
      }),
    );
    await work(house);
    expect((await gates(id))?.[0]).toBe("released");
  });

  it("asks for the paper of the wine at gate two, and does not release it without", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "Pudong Fine Wines" });
    const wine = rows[0];
    const shipment = wine && (await house.queries.getShipment(house.broker, wine.id));
    const missing = shipment?.requirements
      .filter((each) => each.stage === "domestic_distribution" && each.state === "missing")
      .map((each) => each.code);
    expect(missing).toContain("producer_registration");
    expect(missing).toContain("chinese_label");
    expect(shipment?.gates[1]?.state).toBe("opened");
  });
});

describe("a controlled shipment", () => {
  it("is never released by the machine, and needs two different officers at each gate", async () => {
    const id = await prepare("red-watches");
    expect(must(await lodge(id, "watch-key")).outcome.lane).toBe("red");
    await work(house);
    expect((await gates(id))?.[0]).toBe("in_examination");
    const open = async () =>
      (await house.queries.listReviews(house.officer, { limit: 50, state: "open" })).rows.find(
        (row) => row.shipmentId === id,
      )?.caseId ?? "";
    const caseId = await open();
    must(await claimReview(house, house.officer, caseId));
    const ruling = { caseId, outcome: "examined_pass" as const, reasons: ["goods_as_declared"], note: null };
    must(await decideReview(house, house.officer, ruling));
    await work(house);
    expect((await gates(id))?.[0]).toBe("in_examination");
    must(await claimReview(house, house.officer, caseId));
    const twice = await decideReview(house, house.officer, ruling);
    expect(twice.ok ? "passed" : twice.error.kind).toBe("needs_second_person");
    must(
      await house.inTransaction(house.officer, async (tx) => ({
        ok: true as const,
        value: await tx.reviews.unclaim(caseId, house.officer.id),
      })),
    );
    must(await claimReview(house, house.secondOfficer, caseId));
    must(await decideReview(house, house.secondOfficer, ruling));
    await work(house);
    expect((await gates(id))?.[0]).toBe("released");
  });

  it("cannot be released by calling the use case directly", async () => {
    const id = await prepare("yellow-parts");
    must(await lodge(id, "parts-key"));
    const shipment = await house.queries.getShipment(house.broker, id);
    const clearance = shipment?.gates[0];
    expect(["in_review", "in_examination"]).toContain(clearance?.state);
    const { rows } = await house.sql.query(
      "insert into outbox_message (organisation_id, id, name, payload, created_at, available_at) values ($1, gen_random_uuid(), 'clearance.release', '{}', now(), now()) returning id",
      [house.broker.organisationId],
    );
    must(await releaseClearance(house, system(house.broker.organisationId), rows[0].id, clearance?.id ?? ""));
    expect((await gates(id))?.[0]).toBe(clearance?.state);
  });
});

describe("a compliance officer of the broker's own house", () => {
  it("sees the cases of the house alone, advises without a claim, and opens no gate", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "CI-55012" });
    const id = rows[0]?.id ?? "";
    const before = (await gates(id))?.[0];
    const cases = await house.queries.listReviews(house.houseOfficer, { limit: 50, state: "open" });
    expect(cases.rows.every((row) => row.broker === "Broker A")).toBe(true);
    const caseId = cases.rows.find((row) => row.shipmentId === id)?.caseId ?? "";
    const claimed = await claimReview(house, house.houseOfficer, caseId);
    expect(claimed.ok ? "claimed" : claimed.error.kind).toBe("forbidden");
    const reasons = ["documents_consistent"];
    const passed = await decideReview(house, house.houseOfficer, { caseId, outcome: "pass", reasons, note: null });
    expect(passed.ok ? "passed" : passed.error).toMatchObject({ kind: "invalid_input", pointer: "/outcome" });
    must(await decideReview(house, house.houseOfficer, { caseId, outcome: "advise_pass", reasons, note: null }));
    await work(house);
    expect((await gates(id))?.[0]).toBe(before);
    const seen = await house.queries.getReview(house.officer, caseId);
    expect(seen?.decisionList.map((decision) => decision.outcome)).toEqual(["advise_pass"]);
    expect(seen?.decisions).toBe(0);
  });
});

describe("the two gates", () => {
  it("are refused by the database itself when the second would be released before the first", async () => {
    const id = await prepare("retail-headphones");
    const release = house.sql.query(
      "update clearance set state = 'released', released_at = now() where shipment_id = $1 and stage = 'domestic_distribution'",
      [id],
    );
    await expect(release).rejects.toThrow(/bonded exit/);
  });

  it("keep what is released: its regime, office and consumer are not described anew", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 1, view: "released" });
    const id = rows[0]?.id ?? "";
    for (const change of [
      { regime: "1210" as const },
      { officeId: (await house.queries.listOffices(house.broker))[0]?.id },
      { consumer: { name: "Wang Xiaoming", identityNumber: "11010519491231002X" } },
    ]) {
      const changed = await describeShipment(house.inTransaction, house.broker, id, change);
      expect(changed.ok ? "changed" : changed.error.kind).toBe("illegal_transition");
    }
  });

  it("open to another office of another authority, which then sees what is lodged, and the first does not", async () => {
    const id = await prepare("green-earphones", house.otherBroker);
    const elsewhere = await secondAuthority();
    must(await describeShipment(house.inTransaction, house.otherBroker, id, { officeId: elsewhere.officeId }));
    must(await lodge(id, "other-office-key", "guarantee", house.otherBroker));
    expect((await house.queries.getShipment(elsewhere.officer, id))?.office?.name).toBe("Harbour office");
    expect(await house.queries.getShipment(house.officer, id)).toBeNull();
    const nowhere = await describeShipment(house.inTransaction, house.broker, await draft(), {
      officeId: house.broker.organisationId,
    });
    expect(nowhere.ok ? "chosen" : nowhere.error).toMatchObject({ kind: "not_found", what: "customs office" });
  });

  it("asks for different, explained papers under 1210 and 0110", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "WEB-4409121" });
    const id = rows[0]?.id ?? "";
    must(
      await describeShipment(house.inTransaction, house.broker, id, {
        regime: "1210",
        consumer: { name: "Wang Xiaoming", identityNumber: "11010519491231002X" },
      }),
    );
    must(await lodge(id, "retail-key"));
    await work(house);
    const retail = await house.queries.getShipment(house.broker, id);
    expect(retail?.tax?.duty).toBe("0.00");
    const waived = retail?.requirements.filter((each) => each.state === "waived") ?? [];
    expect(waived.map((each) => each.code)).toContain("commodity_registration");
    expect(waived.every((each) => each.citation.length > 10)).toBe(true);
    expect(retail?.requirements.find((each) => each.code === "consumer_match")?.state).toBe("verified");
  });

  it("counts what is typed at gate two as re-keyed", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "FV-2026-1190" });
    const id = rows[0]?.id ?? "";
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
