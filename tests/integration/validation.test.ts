import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addField } from "@/application/add-field";
import { confirmDocument } from "@/application/confirm-document";
import { editLines, type LineEdit } from "@/application/edit-lines";
import { readAgain } from "@/application/read-again";
import { readRegion } from "@/application/read-region";
import type { DocumentReader } from "@/application/reading";
import { reopenField } from "@/application/reopen-field";
import { ruleContradiction } from "@/application/rule-contradiction";
import { confirmField, rejectField } from "@/application/settle-field";
import type { DocumentView } from "@/contracts/views/document";
import { createPartReader } from "@/runtime/reader";
import { openCounts } from "@/ui/document/open-fields";
import { createHouse, type House, must, uploadSample, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
/** Changes what the reader says, as another engine would. */
let distort: (value: string, name: string) => string = (value) => value;

beforeAll(async () => {
  const reader = createRememberingReader();
  const changing: DocumentReader["read"] = async (input, onPage) => {
    const read = await reader.read(input, onPage);
    if (!read.ok) return read;
    const parts = read.value.parts.map((part) => ({
      ...part,
      fields: part.fields.map((field) => ({ ...field, value: distort(field.value, field.name) })),
    }));
    return { ok: true, value: { ...read.value, parts } };
  };
  house = await createHouse({ read: changing });
});
afterAll(() => house.close());

async function read(sample: string): Promise<{ shipmentId: string; invoice: string; waybill: string }> {
  const shipmentId = await uploadSample(house, house.broker, sample);
  await work(house);
  const documents = (await house.queries.getShipment(house.broker, shipmentId))?.documentList ?? [];
  const idOf = (name: string) => documents.find((each) => each.fileName.startsWith(name))?.id ?? "";
  return { shipmentId, invoice: idOf("invoice"), waybill: idOf("waybill") };
}

const look = async (id: string) => (await house.queries.getDocument(house.broker, id)) as DocumentView;
const fieldOf = (document: DocumentView, name: string, line: number | null = null) =>
  document.fields.find((field) => field.name === name && field.line === line);
const evidenceOf = async (kind: string) =>
  (await house.sql.query<{ facts: Record<string, string> }>("select facts from evidence_entry where kind = $1", [kind]))
    .rows;

describe("documents that contradict each other", () => {
  it("are ruled on by a person, whose word is declared until a value changes", async () => {
    const { shipmentId, invoice, waybill } = await read("yellow-parts");
    const outcome = async () =>
      (await house.queries.getReconciliation(house.broker, shipmentId))?.find((each) => each.rule === "R-WEIGHT-GROSS");
    expect(await outcome()).toMatchObject({ outcome: "conflicts" });
    // The list counts what the screens of the shipment count, and the draft waits for the broker.
    const shown = await house.queries.getShipment(house.broker, shipmentId);
    expect(shown?.toConfirm).toBe(openCounts(shown?.documentList ?? []).total);
    expect(shown?.toConfirm).toBeGreaterThan(0);
    const waiting = await house.queries.listShipments(house.broker, { limit: 50, view: "action" });
    expect(waiting.rows.map((row) => row.id)).toContain(shipmentId);
    const ruling = { shipmentId, rule: "R-WEIGHT-GROSS", name: "gross_weight_kg", documentId: invoice } as const;
    must(await ruleContradiction(house.inTransaction, house.broker, ruling));
    expect(await outcome()).toMatchObject({ outcome: "ruled" });
    // The side that lost is settled by that, however sure it was.
    await house.sql.query("update extracted_field set confidence = 0.6 where precedence = 'yields'");
    expect(fieldOf(await look(waybill), "gross_weight_kg")).toMatchObject({ precedence: "yields", isUnsure: false });
    const declared = async () =>
      (await house.queries.getShipment(house.broker, shipmentId))?.declaration.values.find(
        (each) => each.name === "grossWeightKg",
      );
    expect(await declared()).toMatchObject({ value: "240", documentId: invoice, confirmed: true });
    expect((await evidenceOf("contradiction_ruled")).at(-1)?.facts).toMatchObject({ rule: "R-WEIGHT-GROSS" });
    const other = fieldOf(await look(waybill), "gross_weight_kg");
    must(await confirmField(house.inTransaction, house.broker, other?.id ?? "", "312"));
    expect(await outcome()).toMatchObject({ outcome: "conflicts" });
    const stale = await ruleContradiction(house.inTransaction, house.broker, { ...ruling, name: "net_weight_kg" });
    expect(stale.ok ? null : stale.error.kind).toBe("stale_version");
  });
});

describe("a document that is read again", () => {
  it("keeps what was settled, and asks what changed", async () => {
    const { invoice } = await read("wine");
    const before = await look(invoice);
    const number = fieldOf(before, "invoice_number");
    must(await confirmField(house.inTransaction, house.broker, number?.id ?? "", null));
    distort = (value, name) => (name === "total" || name === "invoice_number" ? `${value}7` : value);
    must(await readAgain(house.inTransaction, house.broker, invoice));
    await work(house);
    distort = (value) => value;
    const after = await look(invoice);
    expect(after.state).toBe("read");
    const total = fieldOf(before, "total");
    expect(fieldOf(after, "total")).toMatchObject({
      id: total?.id,
      value: `${total?.value}7`,
      otherReading: total?.value,
      isUnsure: true,
    });
    expect(fieldOf(after, "invoice_number")).toMatchObject({
      value: number?.value,
      status: "confirmed",
      otherReading: `${number?.value}7`,
      confirmedByName: "broker-admin",
    });
    expect(after.fields.length).toBe(before.fields.length);
    // Keeping the first reading is an act like any other, and ends the question.
    must(await confirmField(house.inTransaction, house.broker, total?.id ?? "", total?.value ?? ""));
    expect(fieldOf(await look(invoice), "total")).toMatchObject({ value: total?.value, otherReading: null });
  });
});

describe("what the reader did not find", () => {
  it("is given by a person or stated not to be there, once", async () => {
    const { invoice } = await read("lamps");
    const add = (name: string, value: string | null) =>
      addField(house.inTransaction, house.world, house.broker, {
        documentId: invoice,
        name,
        line: null,
        value,
        place: null,
      });
    expect(must(await add("insurance", "12.50"))).toMatchObject({ method: "typed", status: "confirmed" });
    expect(must(await add("tax", null))).toMatchObject({ status: "rejected", value: "" });
    for (const [name, value, kind] of [
      ["insurance", "13", "stale_version"],
      ["freight", "much", "invalid_input"],
      ["nothing", "1", "invalid_input"],
    ] as const) {
      const refused = await add(name, value);
      expect(refused.ok ? null : refused.error.kind, name).toBe(kind);
    }
    expect((await evidenceOf("field_absent")).length).toBe(1);
  });
});

describe("a word that a person takes back", () => {
  it("leaves what the machine read, or nothing where it had read nothing", async () => {
    const { waybill } = await read("red-watches");
    const packages = fieldOf(await look(waybill), "packages");
    const id = packages?.id ?? "";
    must(await rejectField(house.inTransaction, house.broker, id));
    const stale = await reopenField(house.inTransaction, house.broker, id, { status: "confirmed" });
    expect(stale.ok ? null : stale.error.kind).toBe("stale_version");
    must(await reopenField(house.inTransaction, house.broker, id, { status: "rejected" }));
    must(await confirmField(house.inTransaction, house.broker, id, "77"));
    must(await reopenField(house.inTransaction, house.broker, id));
    expect(fieldOf(await look(waybill), "packages")).toEqual(packages);
    const addition = { documentId: waybill, name: "insurance", line: null, value: "5", place: null };
    const added = must(await addField(house.inTransaction, house.world, house.broker, addition));
    expect(must(await reopenField(house.inTransaction, house.broker, added.id))).toBeNull();
    expect(fieldOf(await look(waybill), "insurance")).toBeUndefined();
    expect((await evidenceOf("field_reopened")).length).toBe(3);
  });
});

describe("goods lines", () => {
  it("are edited all at once, and every act can be taken back", async () => {
    const { invoice } = await read("green-earphones");
    const edit = async (...edits: LineEdit[]) =>
      must(await editLines(house.inTransaction, house.world, house.broker, invoice, edits));
    const before = await look(invoice);
    const quantity = fieldOf(before, "quantity", 0)?.value ?? "";
    await edit(
      { kind: "insert", line: 1 },
      { kind: "set", line: 1, name: "description", value: "Cable" },
      { kind: "set", line: 1, name: "quantity", value: "5" },
      { kind: "set", line: 0, name: "quantity", value: "601" },
      { kind: "remove", line: 2 },
    );
    const after = await look(invoice);
    expect(fieldOf(after, "description", 1)).toMatchObject({ value: "Cable", method: "typed" });
    expect(fieldOf(after, "quantity", 0)).toMatchObject({ value: "601", machineValue: quantity, status: "corrected" });
    expect(fieldOf(after, "description", 2)?.status).toBe("rejected");
    await edit({ kind: "reopen", line: 2 }, { kind: "reopen", line: 0, name: "quantity" });
    // What was typed into empty cells leaves nothing behind, and the line that was made for it neither.
    await edit(
      { kind: "reopen", line: 1, name: "quantity" },
      { kind: "reopen", line: 1, name: "description" },
      { kind: "close", line: 1 },
    );
    expect((await look(invoice)).fields.length).toBe(before.fields.length);
    expect(fieldOf(await look(invoice), "description", 1)).toEqual(fieldOf(before, "description", 1));
    await edit({ kind: "insert", line: 1 });
    const back = await look(invoice);
    expect(fieldOf(back, "quantity", 0)).toMatchObject({ value: quantity, status: "suggested", confirmedBy: null });
    expect(fieldOf(back, "description", 2)?.status).toBe("suggested");
    const bad: LineEdit[] = [
      { kind: "set", line: 0, name: "description", value: "Lost" },
      { kind: "set", line: 0, name: "quantity", value: "many" },
    ];
    const refused = await editLines(house.inTransaction, house.world, house.broker, invoice, bad);
    expect(refused.ok ? null : refused.error).toMatchObject({ pointer: "/edits/1/value" });
    expect(fieldOf(await look(invoice), "description", 0)?.value).not.toBe("Lost");
    expect((await evidenceOf("lines_edited"))[0]?.facts).toMatchObject({ cells: "3", inserted: "1", removed: "1" });
  });

  it("of a long invoice are confirmed in one request", async () => {
    const { invoice } = await read("green-keyboards");
    const edits = Array.from({ length: 200 }, (_, line) =>
      ["description", "quantity", "unit_price", "amount"].map((name) => ({
        ...{ kind: "set" as const, line: line + 10, name, value: name === "description" ? `Goods ${line}` : "1" },
      })),
    ).flat();
    must(await editLines(house.inTransaction, house.world, house.broker, invoice, edits));
    await house.sql.query("update extracted_field set status = 'suggested', confidence = 0.5 where document_id = $1", [
      invoice,
    ]);
    const { fields } = await look(invoice);
    const seen = fields.map(({ id, value }, index) => ({ id, value: index === 0 ? "seen otherwise" : value }));
    const began = Date.now();
    const settled = must(await confirmDocument(house.inTransaction, house.world, house.broker, invoice, seen));
    expect(settled.length).toBe(fields.length - 1);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});

describe("a part of a page", () => {
  it("is read again, from the text layer or from the picture, and parsed for the field", async () => {
    const { invoice, waybill } = await read("green-toys");
    for (const [documentId, name] of [
      [invoice, "total"],
      [waybill, "transport_number"],
    ] as const) {
      const field = fieldOf(await look(documentId), name);
      const box = field?.box;
      if (!field || !box) throw new Error(`${name} was not read`);
      const part = must(
        await readRegion({ ...house, regionReader: createPartReader() }, house.broker, {
          documentId,
          page: field.page ?? 1,
          box: { x: box.x - 0.005, y: box.y - 0.003, width: box.width + 0.01, height: box.height + 0.006 },
          name,
        }),
      );
      const bare = (text: string) => text.replace(/[\s,-]/g, "");
      expect(bare(part.text)).toContain(bare(field.value));
      expect(part.method).toBe(documentId === invoice ? "text_layer" : "ocr");
      expect(Math.abs(part.box.y - box.y)).toBeLessThan(0.01);
    }
  });

  it("has words that only who may see the document gets", async () => {
    const { invoice } = await read("retail-headphones");
    const words = await house.queries.getPageWords(house.broker, invoice, 1);
    expect(words?.length).toBeGreaterThan(20);
    expect(await house.queries.getPageWords(house.otherBroker, invoice, 1)).toBeNull();
    const sealed = (
      await house.sql.query<{ words: Buffer }>("select words from page where document_id = $1", [invoice])
    ).rows[0]?.words;
    expect(sealed?.toString("latin1")).not.toContain("Xiaoming");
  });
});
