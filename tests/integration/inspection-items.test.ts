import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { countersignInspection } from "@/application/countersign-inspection";
import { decideReview } from "@/application/decide-review";
import { recordCustody, recordLabResult, takeSample } from "@/application/keep-sample";
import { orderInspection } from "@/application/order-inspection";
import { recordInspection } from "@/application/record-inspection";
import { confirmField } from "@/application/settle-field";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { inspectAsDeclared, inspectByTwo } from "../support/inspecting";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 0);
});
afterAll(() => house.close());

const faultOf = async (act: Promise<{ ok: boolean; error?: unknown }>) => {
  const { ok, error } = await act;
  return ok ? "done" : ((error as { fault?: string; kind: string }).fault ?? (error as { kind: string }).kind);
};
const caseOf = async (shipmentId: string) =>
  (await house.sql.query("select id from review_case where shipment_id = $1 and state = 'open'", [shipmentId])).rows[0]
    ?.id as string;
const ORDER = { reasons: ["goods_unclear"], packages: null, team: null, note: null };
const AS_DECLARED = [{ line: 1, irregularity: null, revenue: "0", finding: null }];
const gateTwo = async (shipmentId: string, check: string, actor = house.broker) =>
  (await house.queries.getPlan(actor, shipmentId))?.items.find(
    (each) => each.stage === "domestic_distribution" && each.check === check,
  )?.standing;

describe("goods that gate one has inspected", () => {
  let shipmentId: string;
  let caseId: string;

  beforeAll(async () => {
    shipmentId = await prepare(house, "yellow-parts");
    must(await lodge(house, shipmentId, "inspected-parts", "payment"));
    await work(house);
    caseId = await caseOf(shipmentId);
    must(await claimReview(house, house.officer, caseId));
    const escalated = { caseId, outcome: "escalate" as const, reasons: ["goods_unclear"], note: null };
    must(await decideReview(house, house.officer, escalated));
    const [first] = must(await house.queries.listInspectionsOf(house.officer, shipmentId));
    const items = [
      { line: 1, check: "physical" as const, sealNumber: "CN0012345", sealState: null, validUntil: "2099-12-31" },
    ];
    must(
      await recordInspection(house, house.officer, first?.id ?? "", {
        ...{ lines: AS_DECLARED, findings: null, isFlagged: false },
        items,
      }),
    );
    // The goods stand before an officer of the second gate.
    await house.sql.query(
      "update clearance set state = 'in_examination', lane = 'red', declaration_id = (select declaration_id from review_case where id = $2) where shipment_id = $1 and stage = 'domestic_distribution'",
      [shipmentId, caseId],
    );
    await house.sql.query(
      "update review_case set stage = 'domestic_distribution', lane = 'red', clearance_id = (select id from clearance where shipment_id = $1 and stage = 'domestic_distribution') where id = $2",
      [shipmentId, caseId],
    );
  });

  it("are in the plan of broker and officer as not repeated, with the day and until when; the seal is to be compared", async () => {
    const on = house.world.today();
    const notRepeated = { kind: "not_repeated", on, validUntil: "2099-12-31" };
    expect(await gateTwo(shipmentId, "physical")).toEqual(notRepeated);
    expect(await gateTwo(shipmentId, "physical", house.officer)).toEqual(notRepeated);
    expect(await gateTwo(shipmentId, "seal")).toEqual({ kind: "due" });
    expect(await gateTwo(shipmentId, "identity")).toEqual({ kind: "if_selected" });
  });

  it("are not inspected again at gate two without a ground, named or not, and a stated ground is explained", async () => {
    const again = { ...ORDER, caseId };
    expect(await faultOf(orderInspection(house, house.officer, again))).toBe("not_found");
    const named = orderInspection(house, house.officer, { ...again, lines: [1] });
    expect(await named).toMatchObject({ error: { fault: "inspected_before", parameters: { line: "1" } } });
    const ground = { ...again, ground: "seal_broken" as const };
    expect(await faultOf(orderInspection(house, house.officer, ground))).toBe("ground_unexplained");
    must(await orderInspection(house, house.officer, { ...again, lines: [1], checks: ["seal"] }));
  });

  it("are inspected again when they are described differently since, and the plan says so", async () => {
    const before = (await house.sql.query("select origin from goods_line where shipment_id = $1", [shipmentId])).rows[0]
      ?.origin as string;
    const state = (origin: string) =>
      house.sql.query("update goods_line set origin = $2 where shipment_id = $1", [shipmentId, origin]);
    await state("US");
    for (const actor of [house.broker, house.officer])
      expect(await gateTwo(shipmentId, "physical", actor)).toMatchObject({ kind: "repeated", grounds: ["amended"] });
    await state(before);
    expect(await gateTwo(shipmentId, "physical")).toMatchObject({ kind: "not_repeated" });
  });

  it("are inspected again once the seal is recorded as broken, and the item says why", async () => {
    const open = must(await house.queries.listInspectionsOf(house.officer, shipmentId)).find(
      ({ state }) => state === "ordered",
    );
    const seal = { line: 1, check: "seal" as const, sealNumber: null, sealState: "broken" as const, validUntil: null };
    const record = (sealNumber: string | null) =>
      recordInspection(house, house.officer, open?.id ?? "", {
        ...{ lines: AS_DECLARED, findings: null, isFlagged: false },
        items: [{ ...seal, sealNumber }],
      });
    expect(await faultOf(record(null))).toBe("seal_number_missing");
    const unsaid = await recordInspection(house, house.officer, open?.id ?? "", {
      ...{ lines: AS_DECLARED, findings: null, isFlagged: false },
    });
    expect(unsaid).toMatchObject({ error: { fault: "seal_state_missing", parameters: { line: "1" } } });
    must(await record("CN0012345"));
    expect(await gateTwo(shipmentId, "physical")).toMatchObject({ kind: "repeated", grounds: ["seal_broken"] });
    must(await orderInspection(house, house.officer, { ...ORDER, caseId, lines: [1] }));
    const last = must(await house.queries.listInspectionsOf(house.officer, shipmentId)).at(-1);
    expect(last?.items).toMatchObject([{ line: 1, check: "physical", grounds: ["seal_broken"], result: null }]);
  });
});

describe("goods that are supervised at both ends", () => {
  it("pass no gate that two officers have not inspected them at, and gate two repeats what gate one did", async () => {
    const shipmentId = await prepare(house, "red-watches");
    must(await lodge(house, shipmentId, "both-ends-watches", "payment"));
    await work(house);
    const caseId = await caseOf(shipmentId);
    const pass = async () => {
      must(await claimReview(house, house.officer, caseId));
      const ruling = { caseId, outcome: "examined_pass" as const, reasons: ["goods_as_declared"], note: null };
      return faultOf(decideReview(house, house.officer, ruling));
    };
    expect(await pass()).toBe("both_ends_uninspected");
    const id = await inspectAsDeclared(house, caseId);
    expect(await pass()).toBe("both_ends_uninspected");
    expect(await faultOf(countersignInspection(house.inTransaction, house.officer, id))).toBe("needs_second_person");
    must(await countersignInspection(house.inTransaction, house.secondOfficer, id));
    expect(await faultOf(countersignInspection(house.inTransaction, house.secondOfficer, id))).toBe("stale_version");
    expect(await gateTwo(shipmentId, "both_ends")).toMatchObject({ kind: "repeated", grounds: ["both_ends"] });
    expect(await gateTwo(shipmentId, "physical")).toMatchObject({ kind: "repeated", grounds: ["both_ends"] });
    expect(await pass()).toBe("done");
  });

  it("pass on no inspection of goods that were described otherwise then", async () => {
    const shipmentId = await prepare(house, "red-watches", house.otherBroker);
    must(await lodge(house, shipmentId, "both-ends-before", "payment", house.otherBroker));
    await work(house);
    await inspectByTwo(house, await caseOf(shipmentId));
    const shipment = await house.queries.getShipment(house.otherBroker, shipmentId);
    const fields = shipment?.documentList.flatMap((document) => document.fields) ?? [];
    const described = fields.find(({ name, line }) => name === "description" && line !== null)?.id ?? "";
    must(
      await confirmField(
        house.inTransaction,
        house.otherBroker,
        described,
        "Mechanical wrist watches, gold, other maker",
      ),
    );
    must(await lodge(house, shipmentId, "both-ends-after", "payment", house.otherBroker));
    await work(house);
    const caseId = await caseOf(shipmentId);
    must(await claimReview(house, house.officer, caseId));
    const ruling = { caseId, outcome: "examined_pass" as const, reasons: ["goods_as_declared"], note: null };
    expect(await faultOf(decideReview(house, house.officer, ruling))).toBe("both_ends_uninspected");
    await inspectByTwo(house, caseId);
    expect(await faultOf(decideReview(house, house.officer, ruling))).toBe("done");
  });
});

describe("a sample", () => {
  it("goes from hand to hand without a gap, and its laboratory decides the item by values and limits alone", async () => {
    const { rows } = await house.sql.query(
      "select id, shipment_id from review_case where state = 'open' and stage = 'domestic_distribution' limit 1",
    );
    const { id: caseId, shipment_id: shipmentId } = rows[0];
    const { id } = must(await orderInspection(house, house.officer, { ...ORDER, caseId, checks: ["sample"] }));
    const items = await house.sql.query("select id from inspection_item where inspection_id = $1", [id]);
    const itemId = items.rows[0].id as string;
    const taken = { itemId, quantity: "3 pieces", sealNumber: "S-77", takenAt: house.world.now() };
    const ahead = { ...taken, takenAt: new Date("2099-01-01") };
    expect(await faultOf(takeSample(house, house.officer, ahead))).toBe("sample_ahead");
    const report = (sampleId: string, value: string) =>
      recordLabResult(house, house.officer, {
        ...{ sampleId, laboratory: "Customs laboratory", reportNumber: "L-1", method: "GB 6675", validUntil: null },
        reportedOn: house.world.today(),
        values: [{ analyte: "lead", value, unit: "mg/kg", limit: "90", bound: "at_most" }],
      });
    const carry = async (sampleId: string, isSealIntact: boolean) => {
      const step = (name: "handed_over" | "received", holder: string) =>
        recordCustody(house, house.officer, { sampleId, step: name, holder, isSealIntact, at: Date.now() });
      expect(await faultOf(step("received", "Laboratory"))).toBe("custody_out_of_turn");
      must(await step("handed_over", "Laboratory"));
      expect(await faultOf(step("received", "Somebody"))).toBe("custody_other_receiver");
      must(await step("received", "Laboratory"));
    };
    const { id: broken } = must(await takeSample(house, house.officer, taken));
    await carry(broken, false);
    expect(must(await report(broken, "1")).verdict).toBe("chain_broken");
    expect(await faultOf(report(broken, "1"))).toBe("sample_reported");
    const { id: whole } = must(await takeSample(house, house.officer, taken));
    const { id: second } = must(await takeSample(house, house.officer, taken));
    await carry(whole, true);
    await carry(second, true);
    expect(must(await report(second, "90")).verdict).toBe("within_limits");
    const early = await house.sql.query("select 1 from inspection_item_result where item_id = $1", [itemId]);
    expect(early.rows).toEqual([]);
    expect(await faultOf(report(whole, "trace"))).toBe("measurement_form");
    expect(must(await report(whole, "90.1")).verdict).toBe("exceeds");
    expect(await faultOf(takeSample(house, house.officer, taken))).toBe("sample_not_ordered");
    const result = await house.sql.query("select verdict from inspection_item_result where item_id = $1", [itemId]);
    expect(result.rows).toEqual([{ verdict: "failed" }]);
    for (const open of must(await house.queries.listInspectionsOf(house.officer, shipmentId)))
      if (open.state === "ordered") {
        const lines = open.lines.map((line) => ({ line, irregularity: null, revenue: "0", finding: null }));
        must(await recordInspection(house, house.officer, open.id, { lines, findings: null, isFlagged: false }));
      }
    must(await claimReview(house, house.officer, caseId));
    const ruling = { caseId, outcome: "examined_pass" as const, reasons: ["goods_as_declared"], note: null };
    expect(await faultOf(decideReview(house, house.officer, ruling))).toBe("irregular_as_declared");
    const silent = { ...ruling, reasons: ["seal_intact"] };
    expect(await faultOf(decideReview(house, house.officer, silent))).toBe("irregular_pass_note");
    for (const table of ["inspection_item", "inspection_item_result", "sample", "sample_custody", "lab_result"])
      await expect(house.sql.query(`delete from ${table}`)).rejects.toThrow(/append-only|never/);
  });
});
