import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askRelease } from "@/application/ask-release";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { releaseClearance } from "@/application/release-clearance";
import { securePayment } from "@/application/secure-tax";
import { typeField } from "@/application/settle-field";
import { SHIPMENT_LISTS } from "@/contracts/views/shipment";
import { STAGES } from "@/domain/clearance/lifecycle";
import { SUPERVISION_NODES } from "@/domain/selectivity/hard-rules";
import { draw } from "@/domain/selectivity/random";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, system, work } from "../support/house";
import { inspectByTwo } from "../support/inspecting";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

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

describe("a green shipment", () => {
  it("passes both gates from two documents, with nothing typed again at the second", async () => {
    const id = await prepare(house, "green-toys");
    expect(await listsOf(id)).toEqual(["draft", "action"]);
    expect(must(await lodge(house, id, "green-toys-key")).outcome.lane).toBe("green");
    await work(house);
    expect(await listsOf(id)).toEqual(["action"]);
    const asked = await askRelease(house.inTransaction, house.world, house.broker, id, "domestic_distribution");
    expect(asked.ok ? "released" : asked.error).toMatchObject({
      kind: "release_blocked",
      stage: "domestic_distribution",
    });
    const opened = await house.queries.getShipment(house.broker, id);
    expect(opened?.gates[0]?.state).toBe("released");
    for (const requirement of opened?.requirements.filter((each) => each.state === "missing") ?? []) {
      must(
        await evidenceRequirement(house, house.broker, {
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
      STAGES.map(
        async (stage) => must(await askRelease(house.inTransaction, house.world, house.broker, id, stage)).number,
      ),
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
    const id = await prepare(house, "green-shirts");
    const first = must(await lodge(house, id, "same-key-1"));
    const again = must(await lodge(house, id, "same-key-1"));
    expect(again.isReplayed).toBe(true);
    expect(again.outcome).toEqual(first.outcome);
    const { rows } = await house.sql.query("select count(*)::int as n from declaration where shipment_id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });

  it("refuses the same key for another request", async () => {
    const id = await prepare(house, "lamps");
    const refused = await lodge(house, id, "same-key-1");
    expect(refused.ok ? "lodged" : refused.error.kind).toBe("key_reused");
  });

  it("lodges once when the same submission arrives many times at once", async () => {
    const id = await prepare(house, "green-earphones");
    const answers = await Promise.all(Array.from({ length: 8 }, () => lodge(house, id, "parallel-key")));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const { rows } = await house.sql.query("select count(*)::int as n from declaration where shipment_id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });
});

describe("the random share", () => {
  it("brings a green shipment before an officer, says to the authority alone that chance did it, and can be drawn again", async () => {
    await setRandomShare(house.sql, 1);
    const id = await prepare(house, "green-keyboards");
    const lodged = must(await lodge(house, id, "random-key"));
    await setRandomShare(house.sql, 0);
    expect(lodged.outcome.lane).toBe("yellow");
    const risk = (await house.queries.getShipment(house.officer, id))?.risk[0];
    expect(risk?.laneCause).toBe("random");
    expect(draw(risk?.randomDraw?.seed ?? "")).toBe(risk?.randomDraw?.value);
    const told = (await house.queries.getShipment(house.broker, id))?.risk[0];
    expect(told).toMatchObject({ laneCause: "authority", randomDraw: null });
  });
});

describe("tax", () => {
  it("keeps gate one closed until the tax is paid, and opens it then", async () => {
    const id = await prepare(house, "wine");
    must(await lodge(house, id, "wine-key", "payment"));
    await work(house);
    const waiting = await house.queries.getShipment(house.broker, id);
    expect(waiting?.gates[0]?.waitingFor).toContain("tax_not_secured");
    const half = (Number(waiting?.tax?.total) / 2).toFixed(2);
    must(await securePayment(house, house.broker, { shipmentId: id, amount: half, reference: "R-1" }));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).not.toBe("released");
    const partly = (await house.queries.getShipment(house.broker, id))?.tax;
    expect(partly?.secured).toBe("none");
    expect(Number(partly?.outstanding)).toBeCloseTo(Number(waiting?.tax?.total) - Number(half), 2);
    must(
      await securePayment(house, house.broker, {
        shipmentId: id,
        amount: waiting?.tax?.total ?? "0",
        reference: "R-2",
      }),
    );
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
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

  it("takes for the producer of the wine the number of one in the country of origin alone", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "Pudong Fine Wines" });
    const read = async () => {
      const shipment = await house.queries.getShipment(house.broker, rows[0]?.id ?? "");
      return shipment?.requirements.find((each) => each.code === "producer_registration");
    };
    const requirementId = (await read())?.id ?? "";
    const give = (reference: string) =>
      evidenceRequirement(house, house.broker, { requirementId, reference, documentId: null });
    for (const [reference, fault] of [
      ["2026-000123", "producer_number_form"],
      ["CITA22052025120007", "producer_number_country"],
    ] as const) {
      const refused = await give(reference);
      expect(refused.ok ? "met" : refused.error).toMatchObject({ kind: "invalid_input", pointer: "/reference", fault });
    }
    expect((await read())?.state).toBe("missing");
    expect(must(await give("CFRA18042026010001")).state).toBe("verified");
    await work(house);
    expect(await read()).toMatchObject({ state: "verified", evidence: "CFRA18042026010001" });
  });
});

describe("goods that the law prohibits", () => {
  it("stay at gate one whatever number is given, and pass once the description is mended", async () => {
    const id = await prepare(house, "green-keyboards", house.otherBroker);
    const describeAs = (value: string) =>
      typeField(house.inTransaction, house.world, house.otherBroker, {
        shipmentId: id,
        name: "description",
        line: 0,
        value,
        documentId: null,
      });
    must(await describeAs("Used keyboards for computers"));
    must(await lodge(house, id, "used-keyboards-key", "guarantee", house.otherBroker));
    await work(house);
    const stopped = await house.queries.getShipment(house.otherBroker, id);
    const failed = stopped?.requirements.filter(({ state }) => state === "failed") ?? [];
    expect(failed).toMatchObject([{ code: "prohibited_used_goods", stage: "bonded_exit", asksPaper: false }]);
    expect(stopped?.gates[0]?.state).not.toBe("released");
    expect(stopped?.gates[0]?.waitingFor).toContain("requirement:prohibited_used_goods");
    const given = await evidenceRequirement(house, house.otherBroker, {
      requirementId: failed[0]?.id ?? "",
      reference: "2026-000123",
      documentId: null,
    });
    expect(given.ok ? "met" : given.error.kind).toBe("stale_version");
    must(await describeAs("Keyboards for computers, wired"));
    must(await lodge(house, id, "new-keyboards-key", "guarantee", house.otherBroker));
    await work(house);
    const passed = await house.queries.getShipment(house.otherBroker, id);
    expect(passed?.gates[0]?.state).toBe("released");
  });
});

describe("a controlled shipment", () => {
  it("is never released by the machine, and needs two different officers at each gate", async () => {
    const id = await prepare(house, "red-watches");
    expect(must(await lodge(house, id, "watch-key")).outcome.lane).toBe("red");
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("in_examination");
    expect((await house.queries.getShipment(house.broker, id))?.supervision).toMatchObject([
      { code: "high_value_watches", nodes: SUPERVISION_NODES, lines: [1] },
    ]);
    const open = async () =>
      (await house.queries.listReviews(house.officer, { limit: 50, state: "open" })).rows.find(
        (row) => row.shipmentId === id,
      )?.caseId ?? "";
    const caseId = await open();
    must(await claimReview(house, house.officer, caseId));
    const ruling = { caseId, outcome: "examined_pass" as const, reasons: ["goods_as_declared"], note: null };
    const uninspected = await decideReview(house, house.officer, ruling);
    expect(uninspected).toMatchObject({ error: { fault: "both_ends_uninspected", parameters: { lines: "1" } } });
    await inspectByTwo(house, caseId);
    must(await decideReview(house, house.officer, ruling));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("in_examination");
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
    expect((await gatesOf(house, id))?.[0]).toBe("released");
  });

  it("cannot be released by calling the use case directly", async () => {
    const id = await prepare(house, "yellow-parts");
    must(await lodge(house, id, "parts-key"));
    const shipment = await house.queries.getShipment(house.broker, id);
    const clearance = shipment?.gates[0];
    expect(["in_review", "in_examination"]).toContain(clearance?.state);
    const { rows } = await house.sql.query(
      "insert into outbox_message (organisation_id, id, name, payload, created_at, available_at) values ($1, gen_random_uuid(), 'clearance.release', '{}', now(), now()) returning id",
      [house.broker.organisationId],
    );
    must(await releaseClearance(house, system(house.broker.organisationId), rows[0].id, clearance?.id ?? ""));
    expect((await gatesOf(house, id))?.[0]).toBe(clearance?.state);
  });
});

describe("a compliance officer of the broker's own house", () => {
  it("sees the cases of the house alone, advises without a claim, and opens no gate", async () => {
    const { rows } = await house.queries.listShipments(house.broker, { limit: 50, search: "CI-55012" });
    const id = rows[0]?.id ?? "";
    const before = (await gatesOf(house, id))?.[0];
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
    expect((await gatesOf(house, id))?.[0]).toBe(before);
    const seen = await house.queries.getReview(house.officer, caseId);
    expect(seen?.decisionList.map((decision) => decision.outcome)).toEqual(["advise_pass"]);
    expect(seen?.decisions).toBe(0);
  });
});
